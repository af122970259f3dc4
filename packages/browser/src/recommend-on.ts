import type { Engine, Item, Page, RecommendOptions } from "@shopkeeper/engine";
import type { Suggest } from "./suggest-later.ts";

/** Rails of what is the visitor's own: it stands there whatever else is on the page. */
const isOwn = (strategy: string): boolean => strategy === "cart" || strategy === "wishlist";

/**
 * Products for the rails of a page, best first: not the product of the page beside itself, nor what is in the cart beside the
 * cart. Before a page is read its address tells which product it is.
 *
 * Of several strategies, such as `"for-you popular"`, the first that finds something counts. None are given as long as that
 * is not known.
 *
 * Of those who are held out, only what is theirs.
 *
 * @param suggest Knows the strategies that a part of its own is loaded for.
 */
export function recommendOn(engine: Engine, page: () => Page, suggest: Suggest) {
  const here = (strategy: string): Item[] => {
    const address = location.href.split("#")[0];
    const { product, type } = page();
    return [
      ...(product ? [product] : []),
      ...engine.recommend(strategy, {}).filter(({ url }) => url === address),
      ...(type === "cart" ? engine.recommend("cart", {}) : []),
    ];
  };
  /** Prices of the currency that the shop is shown in. What something costs in another one now, nobody has said. */
  const inCurrency = (items: Item[]): Item[] => {
    const { product, items: listed } = page();
    const last = [product, ...(listed ?? []), ...engine.recommend("recently-viewed", {})];
    const current = last.find((item) => item?.currency)?.currency;
    return items.map((item) =>
      current && item.currency && item.currency !== current
        ? { ...item, price: undefined, list_price: undefined, on_sale: undefined }
        : item,
    ) as Item[];
  };
  const one = (strategy: string, { limit, exclude, experience }: RecommendOptions): Item[] | undefined => {
    if (isOwn(strategy)) return engine.recommend(strategy, { limit, exclude: exclude ?? [], experience });
    if (engine.experiments.heldOut) return [];
    const ids = exclude ?? here(strategy).flatMap(({ item_id, item_name }) => item_id ?? item_name ?? []);
    return /^(recently-viewed|price-drops)$/.test(strategy)
      ? engine.recommend(strategy, { limit, exclude: ids, experience })
      : suggest(strategy, limit ?? 8, ids)?.map(({ item }) => item);
  };
  return (strategies: string, options: RecommendOptions = {}): Item[] => {
    for (const strategy of strategies.trim().split(/[\s,]+/)) {
      const items = one(strategy, options);
      if (!items || items[0]) return inCurrency(items ?? []);
    }
    return [];
  };
}
