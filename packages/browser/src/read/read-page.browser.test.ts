import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPage } from "./read-page.ts";

const home = location.href;
const root = document.documentElement;
let attributes: Attr[];

/** Puts HTML where the page was, at an address. */
function show(html: string, path = "/x"): void {
  history.replaceState(null, "", path);
  root.innerHTML = html;
}

const ld = (...nodes: unknown[]): string =>
  nodes.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join("");

const product = (name: string, more?: object): object => ({
  "@type": "Product",
  name,
  sku: name.toLowerCase(),
  offers: {
    "@type": "Offer",
    price: "89.00",
    priceCurrency: "EUR",
    availability: "https://schema.org/InStock",
  },
  ...more,
});

beforeEach(() => {
  attributes = [...root.attributes];
});
afterEach(() => {
  show("", home);
  expect([...root.attributes]).toEqual(attributes);
});

test("a product of JSON-LD is read, cleaned and absolute", () => {
  show(
    `<head><title> Wool &amp; silk </title><base href="/en/"></head><body>${ld({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebPage" },
        product("Wool", {
          "@type": ["Product", "Thing"],
          brand: { "@type": "Brand", name: "Nordlicht" },
          category: "Coats",
          image: [{ "@type": "ImageObject", url: "wool.jpg" }],
          url: "wool",
          color: "grey",
          aggregateRating: { ratingValue: "4.5", reviewCount: 12 },
        }),
      ],
    })}`,
    "/whatever/wool?utm_source=x#top",
  );
  expect(readPage(document)).toEqual({
    type: "product",
    path: "/whatever/wool",
    title: "Wool & silk",
    category: "Coats",
    product: {
      item_id: "wool",
      item_name: "Wool",
      item_brand: "Nordlicht",
      item_category: "Coats",
      price: 89,
      currency: "EUR",
      availability: "InStock",
      url: `${location.origin}/en/wool`,
      image: `${location.origin}/en/wool.jpg`,
      rating: 4.5,
      reviews: 12,
      color: "grey",
    },
  });
});

describe("offers", () => {
  const offered = (offers: unknown, more?: object) => {
    show(ld(product("Wool", { offers, ...more })));
    const { price, list_price, currency, availability, on_sale } = readPage(document).product!;
    return [price, list_price, currency, availability, on_sale];
  };
  test.for<[string, unknown, unknown[]]>([
    [
      "in an array of one",
      [{ price: "1.299,00", priceCurrency: "EUR" }],
      [1299, undefined, "EUR", undefined, undefined],
    ],
    [
      "as a range",
      { lowPrice: 42, highPrice: 45, priceCurrency: "EUR" },
      [42, undefined, "EUR", undefined, undefined],
    ],
    [
      "as BigCommerce's range",
      { minPrice: "200", priceCurrency: "USD" },
      [200, undefined, "USD", undefined, undefined],
    ],
    [
      "with the sold-out size first",
      [
        { price: 10, priceCurrency: "EUR", availability: "http://schema.org/OutOfStock" },
        { price: 12, priceCurrency: "EUR", availability: "http://schema.org/InStock" },
      ],
      [12, undefined, "EUR", "InStock", undefined],
    ],
    [
      "with a price specification and an old price",
      {
        availability: "InStock",
        priceSpecification: [
          { price: 100, priceCurrency: "EUR", priceType: "https://schema.org/StrikethroughPrice" },
          { price: 80, priceCurrency: "EUR" },
        ],
      },
      [80, 100, "EUR", "InStock", true],
    ],
    ["on request", { price: 0, priceCurrency: "EUR" }, [undefined, undefined, "EUR", undefined, undefined]],
    [
      "without an amount",
      { price: {}, priceCurrency: "EUR" },
      [undefined, undefined, "EUR", undefined, undefined],
    ],
    ["none", undefined, [undefined, undefined, undefined, undefined, undefined]],
  ])("%s", ([, offers, told]) => {
    expect(offered(offers)).toEqual(told);
  });
  test("of a group are those of its variants", () => {
    expect(
      offered(undefined, {
        "@type": "ProductGroup",
        hasVariant: [
          { offers: { price: 7, priceCurrency: "EUR" } },
          { offers: { price: 9, priceCurrency: "EUR" } },
        ],
      }),
    ).toEqual([7, undefined, "EUR", undefined, undefined]);
  });
});

describe("several products", () => {
  test("of equal rank are a list", () => {
    show(ld(product("Wool"), product("Silk")));
    expect(readPage(document)).toMatchObject({
      type: "category",
      items: [{ item_name: "Wool" }, { item_name: "Silk" }],
    });
  });
  test("are a product page where one of them is at this address", () => {
    show(ld(product("Wool", { url: "/wool" }), product("Silk", { url: "/silk" })), "/silk");
    expect(readPage(document)).toMatchObject({ type: "product", product: { item_name: "Silk" } });
  });
  test("told twice, by a theme and by a plug-in, are one", () => {
    show(ld(product("Wool", { offers: undefined }), product("Wool by Nordlicht", { sku: "wool" })));
    expect(readPage(document).product).toMatchObject({ item_name: "Wool", price: 89 });
  });
  test("of one name are its sizes, and one that can be bought speaks for all", () => {
    const size = (sku: string, price: number, availability: string): object =>
      product("Wool", { sku, offers: { price, priceCurrency: "EUR", availability } });
    show(ld(size("s", 10, "http://schema.org/OutOfStock"), size("m", 12, "http://schema.org/InStock")));
    expect(readPage(document)).toMatchObject({
      type: "product",
      product: { item_id: "m", price: 12, availability: "InStock" },
    });
  });
  test("in a list beside it are not the page's", () => {
    show(
      ld(product("Wool"), { "@type": "ItemList", itemListElement: [{ position: 1, item: product("Silk") }] }),
    );
    expect(readPage(document)).toMatchObject({ type: "product", product: { item_name: "Wool" } });
    expect(readPage(document).items).toBeUndefined();
  });
});

test("a list's items and its place in the shop are read", () => {
  show(
    ld(
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { position: 1, name: "Home", item: "/" },
          { position: 2, item: { "@id": "/coats", name: "Coats" } },
        ],
      },
      {
        "@type": "ItemList",
        itemListElement: [
          { "@type": "ListItem", position: 1, item: product("Wool", { url: "/wool" }) },
          { "@type": "ListItem", position: 2, name: "Silk", url: "/silk" },
        ],
      },
    ),
    "/coats",
  );
  expect(readPage(document)).toMatchObject({
    type: "category",
    category: "Coats",
    items: [
      { item_id: "wool", price: 89, url: `${location.origin}/wool` },
      { item_name: "Silk", url: `${location.origin}/silk` },
    ],
  });
});

test("a product's category is its last crumb but itself", () => {
  const crumbs = ["Home", "Clothing", "Coats", "Wool"].map((name) => ({ name }));
  show(ld(product("Wool"), { "@type": "BreadcrumbList", itemListElement: crumbs }));
  expect(readPage(document)).toMatchObject({ category: "Coats", product: { item_category: "Coats" } });
});

test("an order of JSON-LD is read", () => {
  show(
    ld({
      "@type": "Order",
      orderNumber: 4711,
      price: "98,00",
      priceCurrency: "EUR",
      acceptedOffer: [{ itemOffered: { "@type": "Product", sku: "wool", name: "Wool" } }],
    }),
  );
  expect(readPage(document)).toMatchObject({
    type: "order",
    order: {
      transaction_id: "4711",
      value: 98,
      currency: "EUR",
      items: [{ item_id: "wool", item_name: "Wool" }],
    },
  });
});

test("a search is read from the page and its address", () => {
  show(ld({ "@type": "SearchResultsPage" }), "/finder?q=coffee+cup&token=secret&email=a@example.com");
  const page = readPage(document);
  expect(page).toMatchObject({ type: "search", searchTerm: "coffee cup", path: "/finder" });
  expect(JSON.stringify(page)).not.toMatch(/secret|example/);
});

describe("trust", () => {
  test("goes from our attributes over JSON-LD and the data layer to Open Graph, field by field", () => {
    show(
      `<head><meta property="og:url" content="/x"><meta property="og:title" content="Wool | Shop">
       <meta property="og:image" content="/wool.jpg"><meta property="og:price:amount" content="70"></head>
       <body><p data-sk-product='{"item_id":"w1","material":"wool"}'>${ld(product("Wool", { sku: " " }))}`,
    );
    const dataLayer = [
      {
        event: "view_item",
        ecommerce: { currency: "USD", items: [{ item_id: "99", item_name: "Wool", item_brand: "N" }] },
      },
    ];
    expect(readPage(document, dataLayer).product).toEqual({
      item_id: "w1",
      item_name: "Wool",
      item_brand: "N",
      material: "wool",
      price: 89,
      currency: "EUR",
      availability: "InStock",
      url: `${location.origin}/x`,
      image: `${location.origin}/wool.jpg`,
    });
  });
  test("a declared currency goes where a price has none", () => {
    show(ld(product("Wool", { offers: { price: 5 } })));
    expect(readPage(document, [], { currency: "CHF" }).product).toMatchObject({ price: 5, currency: "CHF" });
  });
  test("Open Graph of another address says nothing about this one", () => {
    show(
      `<head><meta property="og:url" content="/"><meta property="og:title" content="The shop"></head>`,
      "/products/wool",
    );
    expect(readPage(document)).toMatchObject({ type: "product" });
    expect(readPage(document).product).toBeUndefined();
  });
});

describe("our attributes", () => {
  test("in a list are cards", () => {
    show(`<ul><li data-sk-product='{"id":"a"}'><li data-sk-product='{"id":"b"}'></ul>`);
    expect(readPage(document)).toMatchObject({
      type: "category",
      items: [{ item_id: "a" }, { item_id: "b" }],
    });
  });
  test("beside a list of others are the page's product", () => {
    show(`<main data-sk-product='{"id":"a"}'><ul><li data-sk-product='{"id":"b"}'></ul></main>`);
    expect(readPage(document)).toMatchObject({ type: "product", product: { item_id: "a" } });
  });
  test("in a rail of ours are not the page's", () => {
    show(`<div data-sk-rail="recently-viewed"><p data-sk-product='{"id":"b"}'></div>`);
    expect(readPage(document)).toMatchObject({ type: "other" });
  });
});

describe("kinds of page", () => {
  test.for([
    [`<body class="woocommerce-checkout woocommerce-order-received">`, "order"],
    [`<body class="search post-type-archive-product woocommerce-shop">`, "search"],
    [`<body class="home post-type-archive-product woocommerce-shop">`, "home"],
    [`<body class="archive category category-news">`, "other"],
    [`<body class="archive tax-product_cat term-hoodies">`, "category"],
    [`<body id="order-confirmation">`, "order"],
    [`<body id="index">`, "home"],
    [`<body class="checkout-cart-index">`, "cart"],
    [`<body class="checkout-index-index">`, "checkout"],
    [`<body class="checkout-onepage-success">`, "order"],
    [`<body class="catalog-product-view product-x page-layout-1column">`, "product"],
    [`<body class="page-products catalog-category-view">`, "category"],
    [`<body class="catalogsearch-result-index">`, "search"],
    [`<body class="account customer-account-index">`, "account"],
    [`<body class="template-collection">`, "category"],
    [`<body class="cart-open no-search"><script>stencilBootstrap("default", "{}")</script>`, "home"],
  ])("%s is %s", ([html, type]) => {
    const holder = document.createElement("div");
    show(`<head></head>${html}`);
    holder.remove();
    expect(readPage(document).type).toBe(type);
  });
  test("a home page with one product in its markup, and a cart with several, stay what their address says", () => {
    show(ld(product("Wool")), "/");
    expect(readPage(document)).toMatchObject({ type: "home" });
    show(ld(product("Wool"), product("Silk")), "/cart");
    expect(readPage(document)).toMatchObject({ type: "cart" });
  });
});

describe("hostile pages", () => {
  const CLOBBERED =
    "querySelectorAll querySelector body head title URL documentURI baseURI location forms images getElementById documentElement";
  test("elements with the names of the document's members change nothing", () => {
    const images = CLOBBERED.split(" ").map((name) => `<img name="${name}" id="${name}">`);
    show(
      `<head><title>Wool</title></head><body class="single-product">${images.join("")}${ld(product("Wool"))}`,
    );
    expect(readPage(document)).toMatchObject({
      type: "product",
      title: "Wool",
      product: { item_name: "Wool" },
    });
  });
  test.for([
    "null",
    "7",
    "[]",
    "{",
    '{"@type":null}',
    '{"@type":{"toString":1}}',
    '{"@type":"Product","offers":"x","brand":[],"image":{},"name":{"a":1}}',
    '{"@type":"Product","name":"x","offers":[null,7,{"priceSpecification":[null]}]}',
    '{"@type":"ItemList","itemListElement":["a",null,{"item":7}]}',
    '{"@type":"BreadcrumbList","itemListElement":{}}',
    `${'{"@graph":'.repeat(500)}{}${"}".repeat(500)}`,
  ])("%s throws nothing", (text) => {
    show(`<script type="application/ld+json">${text}</script>${ld(product("Wool"))}`);
    expect(readPage(document)).toBeDefined();
  });
  test("what a shopper types is not read", () => {
    show(
      `<form><input name="q" value="canary-1"><textarea>canary-2</textarea><input type="hidden" name="email" value="canary-3"></form>
      ${ld(product("Wool"))}`,
      "/checkout/anna%40example.com/canary?name=canary-4#canary-5",
    );
    const page = JSON.stringify(readPage(document));
    expect(page).not.toMatch(/canary-|example\.com/);
  });
  test("the product of a document of 2 MB is read", () => {
    show(`<body>${`<p class="x">text</p>`.repeat(50_000)}${ld(...Array(50).fill(product("Wool")))}`);
    expect(readPage(document).product).toMatchObject({ item_name: "Wool" });
  });
});
