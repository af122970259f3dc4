import { cleanItem } from "../clean-item.ts";
import { plainText } from "../clean-text.ts";
import { query, queryAll } from "../query.ts";
import { CONTROLS, isBuyControl } from "./offers-product.ts";
import type { Dialect } from "./reading.ts";

/** Signs of one currency only: `$`, `¥` and `kr` are written in several countries. */
const SIGNS: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  US$: "USD",
  "₹": "INR",
  "₺": "TRY",
  zł: "PLN",
  Kč: "CZK",
};

/** What is not about the page's product. */
const ASIDE = "header,footer,nav,aside,dialog,li,del,s,[hidden],[data-sk-rail],shopkeeper-rail";

const NAMED = ["class", "id", "itemprop", "data-test"]
  .map((attribute) => `[${attribute}*=name],[${attribute}*=title]`)
  .join();

const textOf = (element: Element): string => plainText(element.textContent);

/** The currency of a text that is a price and nothing else, `""` for a sign of several; `Save $5` is no price. */
function currencyOf(text: string): string | undefined {
  const [, before = "", after = ""] = /^(\D{0,4})\d[\d\s.,'’]*(\D{0,4})$/.exec(text) ?? [];
  const sign = (before + after).trim();
  return (
    SIGNS[sign] ??
    (/^\D{0,2}\p{Sc}$|^kr$/u.test(sign)
      ? ""
      : Intl.supportedValuesOf("currency").find((code) => code == sign))
  );
}

/** Whether an element is a price as a whole: of `<b>$15<sup>99</sup></b>` no part is. */
const isPrice = (element: Element): boolean =>
  // Long texts are most of a page, and take their time.
  element.textContent!.length < 99 &&
  currencyOf(textOf(element)) != undefined &&
  ![...element.children].some((child) => /\d/.test(textOf(child)));

/**
 * What a product page shows to people: for shops that declare nothing to machines.
 *
 * The price is the only one beside the only control that adds to the cart, or the only one of the page where there is no
 * such control; the name its only heading, or what is called a name beside that price. Where there is a choice, nothing
 * is sure and nothing is stated.
 */
export const readVisible: Dialect = ({
  document,
  location,
  type,
  told: { product: { item_name, price } = {} },
}) => {
  if (item_name && price) return {};
  /** Of the page's main part: not struck, not in a list, and not in a rail of ours. */
  const all = (selector: string, is: (element: Element) => boolean = () => true): HTMLElement[] =>
    queryAll(document, selector).filter((element) => is(element) && !element.closest(ASIDE));
  const [control, another] = all(CONTROLS, isBuyControl);
  if (another || !(type == "product" || (control && type == "other"))) return {};

  const prices = all("body *", isPrice);
  let scope: Element = control ?? query(document, "body")!;
  // Bounded, for `<input name="parentElement">` leads a form round in a circle.
  for (let depth = 0; depth < 20 && !prices.some((one) => scope.contains(one)); depth++)
    scope = scope.parentElement ?? scope;
  /** The text of the one element that is meant, where it is one. */
  const only = ([one, other]: Element[]): string | undefined => (other ? undefined : one && textOf(one));
  const near = (element: Element): boolean => scope.contains(element);
  const cost = only(prices.filter(near));
  const name = only(query(document, "h1") ? all("h1") : all(NAMED, near));
  // Of a page in American English that stands under no country's domain; a shop of another dollar says so.
  const dollars =
    cost?.[0] == "$" &&
    /^(en(-US)?)?$/i.test(query(document, "html")!.lang) &&
    !/\.[a-z]{2}$/.test(location.hostname)
      ? "USD"
      : "";
  if (!cost || (type != "product" && !name)) return {};
  return {
    type: "product",
    product: cleanItem({ name, price: cost, currency: currencyOf(cost) || dollars }),
  };
};
