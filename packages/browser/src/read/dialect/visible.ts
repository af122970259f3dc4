import type { Item } from "@shopkeeper/engine";
import { cleanItem } from "../clean-item.ts";
import { query } from "../query.ts";
import { buyControls } from "../visible/buy-controls.ts";
import { areaAround, pickPrice, type Picked } from "../visible/pick-price.ts";
import { seenTexts, shortText } from "../visible/seen.ts";
import { headingOf, titleIn } from "../visible/heading-of.ts";
import { labelled } from "../visible/labelled.ts";
import type { Reading, Sight } from "./reading.ts";

/**
 * What a product page shows to people: for shops that declare nothing to machines.
 *
 * The price is what stands out as one near the heading and the control that buys; where there is a choice, nothing is
 * sure and nothing is stated.
 */
export function* readVisible(sight: Sight): Generator<unknown, Reading> {
  const { document, location, type, told } = sight;
  const product: Item = told.product ?? {};
  const controls = yield* buyControls(document);
  if (!(type == "product" || (type == "other" && controls[0]))) return {};
  yield;
  const { prices, texts } = yield* seenTexts(document);
  yield;
  const pick = (heading: Element | undefined): Picked =>
    pickPrice(query(document, "body")!, prices, heading, controls);
  let heading = headingOf(sight);
  let picked = pick(heading);
  if (!heading) {
    yield;
    heading = nameBeside(picked) ?? titleIn(sight, texts);
    picked = pick(heading);
  }
  yield;
  const { price, before, control, area } = picked;
  // Without what it costs a page is no offer of a product, whatever its heading says.
  if (!price && !product.price) return {};
  const { code, maker, isOut, isIn } = yield* labelled(texts, area, heading);
  const isThere = canBuy(control) || isIn;
  return {
    type: "product",
    product: cleanItem({
      // What is told already is the same product, so that the rest goes with it.
      id: product.item_id ?? code ?? numberIn(location),
      name: product.item_name ?? shortText(heading, 300),
      brand: maker,
      price: price?.text,
      list_price: before?.text,
      currency: price && (price.currency || dollars(price.text, document, location)),
      // That something can be put in the cart is said by the control that does it.
      availability: isThere ? (isOut ? undefined : "InStock") : isOut ? "OutOfStock" : undefined,
    }),
  };
}

const NAMES = "[class*=name],[class*=title],[id*=name],[data-test*=name]";

/** The only thing that is called a name beside a price and its control, or beside a price alone. */
function nameBeside({ price, control }: Picked): Element | undefined {
  const area =
    price &&
    areaAround(price.element, (one) => (control ? one.contains(control) : !!one.querySelector(NAMES)));
  const [name, another] = area?.querySelectorAll(NAMES) ?? [];
  return another ? undefined : name;
}

const canBuy = (control: Element | undefined): boolean =>
  !!control && !control.closest("[disabled],[aria-disabled=true],[class*=disabled]");

/** Of a page in American English that stands under no country's domain; a shop of another dollar says so. */
const dollars = (text: string, document: Document, { hostname }: URL): string | undefined =>
  /^\$|\$$/.test(text) &&
  /^(en(-US)?)?$/i.test(query(document, "html")!.lang) &&
  !/\.[a-z]{2}$/.test(hostname)
    ? "USD"
    : undefined;

/** The number that an address ends with, as those of products without a name of their own do. */
const numberIn = ({ pathname }: URL): string | undefined =>
  /(?:^|[/_.-])(\d{5,})(?:\.\w+|\/)?$/.exec(pathname)?.[1];
