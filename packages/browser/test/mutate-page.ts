// Pages as nobody writes them on purpose: a sound product or list page, and what becomes of it by a list of mutations.

const product = {
  "@context": "https://schema.org",
  "@graph": [
    {
      "@type": ["Product", "Thing"],
      "@id": "#p",
      name: "Wool &amp; silk coat",
      sku: "w1",
      brand: { "@type": "Brand", name: "Nordlicht" },
      image: [{ "@type": "ImageObject", url: "/wool.jpg" }],
      url: "/product/wool",
      offers: {
        "@type": "AggregateOffer",
        lowPrice: "1.299,00 €",
        priceCurrency: "EUR",
        offers: [{ "@type": "Offer", price: "1299", availability: "https://schema.org/InStock" }],
      },
      aggregateRating: { ratingValue: "4.5", reviewCount: 12 },
    },
    {
      "@type": "BreadcrumbList",
      itemListElement: [
        { "@type": "ListItem", position: 1, name: "Home", item: "/" },
        { "@type": "ListItem", position: 2, name: "Coats", item: "/coats" },
      ],
    },
    { "@type": "ItemList", itemListElement: [{ "@type": "ListItem", item: { "@id": "#p" } }] },
  ],
};

const head = `<title>Wool</title><meta property="og:url" content="/product/wool"><meta property="og:title" content="Wool">
<meta property="product:price:amount" content="89.00"><meta property="product:price:currency" content="EUR">`;

const declared = `<script type="application/ld+json">${JSON.stringify(product)}</script>`;

const shown = `<header><a href="/">Shop</a></header><main><h1 class="product-name">Wool coat</h1>
<form action="/cart/add"><p class="price"><del>100 €</del> <ins>89,00&nbsp;€</ins></p>
<select name="size"><option>S</option></select><button name="add-to-cart" value="5">Add to cart</button></form></main>`;

const markedUp = `<div itemscope itemtype="https://schema.org/Product"><span itemprop="name">Wool</span>
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="89">89</span>
<meta itemprop="priceCurrency" content="EUR"></div></div>
<div vocab="https://schema.org/" typeof="Product"><b property="name">Silk</b></div>`;

const platforms = `<div class="nosto_page_type">product</div><div class="nosto_product"><span class="product_id">5</span></div>
<div id="shopify-section-main"></div><div data-stencil-stylesheet data-entity-id="7" data-event-type="product"></div>
<article class="js-product-miniature" data-id-product="3"></article><ul class="products"><li class="product post-8"><a
class="add_to_cart_button" data-product_id="8" data-product_sku="x"></a></li></ul>
<p data-sk-product='{"item_id":"w1","price":89}'>Wool</p>`;

const PAGES = [
  head + declared + shown,
  head + shown,
  declared + markedUp + shown,
  declared + platforms + shown,
  platforms + markedUp,
];

/** Would tell, if anything of it were ever run. */
const RUNS = [
  `<img src=x onerror=shopkeeperRan()>`,
  `javascript:shopkeeperRan()`,
  `"};shopkeeperRan();//`,
  `\${shopkeeperRan()}`,
  `</title><script>shopkeeperRan()</script>`,
];

const ODD = [
  ...RUNS,
  "null",
  "[]",
  "{}",
  "-1e999",
  "9".repeat(400),
  '"__proto__"',
  "\u0000",
  "\uD800",
  "x".repeat(20_000),
  `${"[".repeat(3000)}`,
  `${'{"@graph":['.repeat(300)}${"]}".repeat(300)}`,
  `{"@id":"#p","@type":"Product","isRelatedTo":{"@id":"#p"},"hasVariant":[{"@id":"#p"}],"offers":{"@id":"#p"}}`,
  "1,2,3.4.5,6",
  "&amp;".repeat(5000),
  "https://",
  "//[",
  "data:text/html,x",
];

/** What a page may be called that the document calls its own. */
const NAMES =
  "querySelectorAll body head location documentElement baseURI forms title parentElement closest children textContent getAttribute matches className id dataLayer Shopify prestashop ga4w performance scheduler __proto__ constructor".split(
    " ",
  );

type Mutation = (page: string, at: number, which: number) => string;

const place = (page: string, at: number): number => (page.length ? at % page.length : 0);
const insert = (page: string, at: number, text: string): string =>
  page.slice(0, place(page, at)) + text + page.slice(place(page, at));
/** Where an element may stand: before a tag. */
const between = (page: string, at: number): number => page.indexOf("<", place(page, at));
const insertElement = (page: string, at: number, html: string): string =>
  page.slice(0, between(page, at)) + html + page.slice(between(page, at));

const pick = <Value>(list: Value[], which: number): Value => list[which % list.length]!;

/** Within markup, as data: nothing of it is an element with a handler of its own. */
const asText = (text: string): string => text.replace(/</g, "\\u003c");

const MUTATIONS: Mutation[] = [
  (page, at, which) => page.slice(0, place(page, at)) + page.slice(place(page, at) + (which % 40)),
  (page, at, which) => insert(page, at, pick([..."\"'{}[],:<>&\\/\n\u0000 =0"], which)),
  // A value of JSON becomes something else.
  (page, at, which) => {
    const from = page.indexOf(":", place(page, at));
    const to = page.slice(from).search(/[,}\]]/);
    return from < 0 || to < 0
      ? page
      : `${page.slice(0, from + 1)}${asText(pick(ODD, which))}${page.slice(from + to)}`;
  },
  (page, at, which) => {
    const from = page.indexOf(":", place(page, at));
    return from < 0
      ? page
      : `${page.slice(0, from + 1)}${asText(JSON.stringify(pick(ODD, which)))},"x":${page.slice(from + 1)}`;
  },
  (page, at, which) =>
    insertElement(page, at, `<form name="${pick(NAMES, which)}"><input name="${pick(NAMES, at)}"></form>`),
  (page, at, which) =>
    insertElement(page, at, `<a id="${pick(NAMES, which)}"></a><img name="${pick(NAMES, which)}">`),
  // Hostile attributes.
  (page, at, which) => {
    const value = asText(pick(ODD, which)).replace(/"/g, "&quot;");
    const name = pick(
      [
        "class",
        "content",
        "data-sk-product",
        "itemprop",
        "itemtype",
        "property",
        "id",
        "href",
        "itemref",
        "lang",
      ],
      at,
    );
    return insertElement(
      page,
      at,
      `<div ${name}="${value}" itemscope><span ${name}="${value}">${value}</span></div>`,
    );
  },
  (page, at, which) => insertElement(page, at, "<div itemscope>".repeat((which % 600) + 1)),
  (page, at, which) => insertElement(page, at, `<base href="${asText(pick(ODD, which)).replace(/"/g, "")}">`),
  (page, at, which) =>
    insertElement(page, at, `<script type="application/ld+json">${asText(pick(ODD, which))}</script>`),
  (page, at) => page + page.slice(place(page, at)),
  (page, _at, which) => page.replace(/<\/script>/, `${"\n//".repeat(which % 50)}</script>`),
  (page, at) =>
    insertElement(
      page,
      at,
      `<svg><title>Wool</title><script>shopkeeperRan</script><style>a{}</style></svg><template>${shown}</template>`,
    ),
];

/** One step of a mutation: which one, where, and with what. */
export type Step = readonly [mutation: number, at: number, which: number];

/** A page that went through mutations. */
export const mutated = (page: number, steps: readonly Step[]): string =>
  steps.reduce(
    (html, [mutation, at, which]) => pick(MUTATIONS, mutation)(html, at, which),
    pick(PAGES, page),
  );

/** A page of so many characters: of many small elements, of one long text, or of much JSON. */
export function large(page: number, kind: number, length: number): string {
  const html = pick(PAGES, page);
  const block = pick(
    [
      `<div class="card name title"><a href="/p"><span class="price">12,00 €</span><b>Name of a product</b></a></div>`,
      `<p>${"word and another one 12 € ".repeat(2000)}</p>`,
      `<script type="application/ld+json">{"@type":"ItemList","itemListElement":[${`{"@type":"ListItem","item":{"@type":"Product","name":"x","offers":{"price":1}}},`.repeat(3000)}{}]}</script>`,
      `<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">x</b><i itemprop="price">5</i></div>`,
      `<div data-sk-product='{"item_id":"a","price":5}'>a</div><button class="add-to-cart">Add to cart</button>`,
    ],
    kind,
  );
  return html + block.repeat(Math.ceil((length - html.length) / block.length));
}

/** Entries of a data layer as nobody pushes them. */
export const oddEntries = (which: number): unknown[] => {
  const circle: Record<string, unknown> = { event: "view_item" };
  circle["ecommerce"] = circle;
  circle["items"] = [circle];
  const throwing = {
    get event(): string {
      throw new Error("a getter of the page");
    },
  };
  return [
    [],
    [null, undefined, 5, "event", () => {}],
    [circle],
    [throwing, { event: "view_item", ecommerce: { items: [{ item_id: "w1", price: RUNS[0] }] } }],
    [new Proxy({}, { get: () => circle })],
    [
      {
        event: "view_item",
        ecommerce: { items: Array.from({ length: 5000 }, (_, index) => ({ item_id: index })) },
      },
    ],
  ][which % 6]!;
};
