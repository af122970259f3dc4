import type { Answer } from "../kit/serve.ts";
import { shopPage } from "../kit/serve.ts";
import { KINDS, type Corpus, type Kind } from "./corpus.ts";

/** A harmless product, which must be found where the canaries must not. */
export const MARKER = "Harmless Herring Mug";

const json = (data: unknown): string => JSON.stringify(data).replaceAll("<", "\\u003c");
const attribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("'", "&#39;");

interface Content {
  title: string;
  head?: string;
  body: string;
}

const page = ({ title, head, body }: Content): Answer => ({
  body: shopPage({ head, body, tag: 'data-consent="granted" data-experiences="recently-viewed"' }).replace(
    "<title>A shop</title>",
    `<title>${title}</title>`,
  ),
});

/** A product page that says the canaries of one kind in all the languages that a page has. */
function product({ put }: Corpus, kind: Kind): Answer {
  const of = (place: string) => put(`product page, ${place}`, kind);
  const linked = {
    "@context": "https://schema.org",
    "@type": "Product",
    name: `${MARKER} ${kind}`,
    sku: `mug-${kind}`,
    description: of("JSON-LD description"),
    brand: { "@type": "Brand", name: of("JSON-LD brand") },
    category: of("JSON-LD category"),
    color: of("JSON-LD color"),
    url: `/product/mug-${kind}?ref=${encodeURIComponent(of("JSON-LD address, query"))}`,
    image: `/mug.png?for=${encodeURIComponent(of("JSON-LD image, query"))}`,
    review: { "@type": "Review", author: of("JSON-LD review") },
    offers: { "@type": "Offer", price: 18, priceCurrency: "EUR", seller: { email: of("JSON-LD seller") } },
  };
  const pushed = {
    event: "view_item",
    user_id: of("data layer user_id"),
    user_data: { email: of("data layer user_data"), address: { street: of("data layer address") } },
    ecommerce: {
      currency: "EUR",
      coupon: of("data layer coupon"),
      customer: of("data layer customer"),
      items: [
        {
          item_id: `mug-${kind}`,
          item_variant: of("data layer item_variant"),
          item_brand: of("data layer item_brand"),
          affiliation: of("data layer affiliation"),
          customer_email: of("data layer email of an item"),
        },
      ],
    },
  };
  return page({
    title: `Hello ${of("title")}`,
    head: `<meta name="description" content="${of("description")}">
      <meta property="og:title" content="${of("Open Graph title")}">
      <meta property="og:url" content="/product/${kind}?who=${encodeURIComponent(of("Open Graph address"))}">
      <meta property="og:image" content="/og.png?who=${encodeURIComponent(of("Open Graph image"))}">
      <script type="application/ld+json">${json(linked)}</script>
      <script>dataLayer = [${json(pushed)}]; name = ${json(of("window.name"))};
        document.cookie = "note=" + encodeURIComponent(${json(of("cookie"))});</script>`,
    body: `<main><h1>${MARKER} ${kind}</h1><p>Sent to ${of("text of the page")}</p><button>Add to cart</button></main>`,
  });
}

/** A list with a card and a pushed item for each kind. */
function list({ put }: Corpus): Answer {
  const cards = KINDS.map((kind) => {
    const of = (place: string) => put(`list, ${place}`, kind);
    const item = {
      item_id: `card-${kind}`,
      item_name: of("data-sk-product name"),
      item_brand: of("data-sk-product brand"),
      note: of("data-sk-product, a field of its own"),
      tags: ["round", of("data-sk-product, in an array")],
      url: `/product/card-${kind}?${encodeURIComponent(of("data-sk-product address, query"))}`,
      image: `/card.png#${of("data-sk-product image, fragment")}`,
    };
    const tracked = { item_id: `tracked-${kind}`, item_name: of("data-sk-item name") };
    return `<li data-sk-product='${attribute(json(item))}'>
      <button id="add-${kind}" data-sk-track="add_to_cart" data-sk-item='${attribute(json(tracked))}'>Add</button>
      <button id="act-${kind}" data-sk-track="${of("data-sk-track")}">Act</button></li>`;
  });
  const pushes = KINDS.map((kind) => ({
    event: "select_item",
    ecommerce: {
      items: [{ item_id: `pushed-${kind}`, item_name: put("list, data layer item_name", kind) }],
      item_list_name: put("list, data layer item_list_name", kind),
    },
  }));
  return page({
    title: "Mugs",
    head: `<script>dataLayer = ${json(pushes)}</script>`,
    body: `<h1>Mugs</h1><ul>${cards.join("")}</ul>`,
  });
}

/** Forms as a shop has them: filled in by the shop, typed into, never ours to read. */
function account({ put }: Corpus): Answer {
  const fields = KINDS.map(
    (kind) => `<input name="hidden-${kind}" type="hidden" value='${put("form, hidden", kind)}'>
      <input name="given-${kind}" value='${put("form, value of the shop", kind)}'>
      <input id="typed-${kind}" name="typed-${kind}"><textarea id="area-${kind}"></textarea>
      <input id="filled-${kind}" autocomplete="on"><p id="edited-${kind}" contenteditable></p>
      <label>${kind} <input id="profile-${kind}" data-sk-profile="contact_${kind}"></label>`,
  );
  return page({
    title: `Welcome back, ${put("account, title", "words")}`,
    body: `<h1>Your account</h1><form onsubmit="return false" data-sk-track="sign_up">${fields.join("")}
      <input id="password" type="password"><input id="name" autocomplete="name"><input id="street">
      <input id="asked" type="password" data-sk-profile="password">
      <input id="worded" data-sk-profile="secret_answer">
      <select id="choice"><option>a<option value="${put("form, select", "words")}">b</select>
      <button id="send">Save</button></form>`,
  });
}

/** An order of each kind, and a sign-in beside them. */
function order({ put }: Corpus): Answer {
  const pushes = KINDS.map((kind) => {
    const of = (place: string) => put(`order, ${place}`, kind);
    return {
      event: "purchase",
      user_data: { phone_number: of("user_data") },
      ecommerce: {
        transaction_id: `order-${kind}`,
        value: 18,
        currency: "EUR",
        coupon: of("coupon"),
        shipping_address: of("shipping_address"),
        billing: { name: of("billing") },
        items: [{ item_id: `bought-${kind}`, item_name: MARKER, engraving: of("a field of an item") }],
      },
    };
  });
  return page({
    title: `Thank you, ${put("order, title", "words")}`,
    head: `<script>dataLayer = ${json(pushes)}</script>`,
    body: `<h1>Thank you, ${put("order, heading", "words")}</h1>`,
  });
}

/** Marks in the page whose names and conditions carry something. */
function marks({ put }: Corpus): Answer {
  const each = KINDS.map((kind) => {
    const of = (place: string) => put(`marks, ${place}`, kind);
    return `<div data-sk-slot="${of("data-sk-slot")}"><template data-sk-when='page.type = "other"'>b</template>a</div>
      <template data-sk-popup="${of("data-sk-popup")}" data-sk-trigger="load"><p>Hi</p></template>
      <p data-sk-text="Hello {profile.name|${of("data-sk-text")}}"></p>`;
  });
  return page({ title: "Marks", body: `<h1>Marks</h1>${each.join("")}` });
}

/** The pages of the shop by the beginning of their path. */
export function answerWith(corpus: Corpus): (path: string) => Answer | undefined {
  return (path) => {
    if (path.endsWith(".js")) return undefined;
    const kind = KINDS.find((each) => path.includes(`mug-${each}`)) ?? "email";
    if (path.startsWith("/product/")) return product(corpus, kind);
    if (path.startsWith("/category/")) return list(corpus);
    if (path.startsWith("/account")) return account(corpus);
    if (path.startsWith("/checkout/order-received")) return order(corpus);
    if (path.startsWith("/marks")) return marks(corpus);
    return page({ title: "Shop", body: "<h1>Shop</h1>" });
  };
}
