/**
 * The address by which a single-page app tells its pages apart.
 *
 * @param routes `"hash"` where an app has its routes behind the `#`.
 * @example routeUrl("https://shop.example/#/product/7?c=1", "hash") // https://shop.example/product/7?c=1
 */
export function routeUrl(href: string, routes?: string): URL {
  const url = new URL(href);
  const [, route] = /^#!?(\/.*)/.exec(url.hash) ?? [];
  return routes == "hash" && route ? new URL(url.origin + route) : url;
}
