import { queryAll } from "../query.ts";
import { ASIDE, namesOf, shortText } from "./seen.ts";
import { BUY } from "./words.ts";

/** What may put a product in the cart. */
const CONTROLS = [
  "button,input[type=submit],input[type=button],input[type=image],[role=button],a[class],a[id]",
  ...["cart", "basket", "buy", "trolley"].flatMap((word) => [`[class*=${word} i]`, `[id*=${word} i]`]),
].join();

const BY_NAME =
  /add[-_]?to[-_]?(cart|ba[gs]|trolley)|addto(cart|ba[gs]|trolley)|buy[-_]?(now|but|btn)|(btn|button)[-_]?buy/i;

/** Whether an element says, or is called so, that it puts a product in the cart. */
function buys(element: Element): boolean {
  const text = shortText(element, 40);
  // A whole form has too much text to be its button.
  if (text == undefined) return false;
  const said =
    text || ["value", "title", "alt", "aria-label"].map((name) => element.getAttribute(name)).find(Boolean);
  return (
    BUY.test(said ?? "") || (BY_NAME.test(namesOf(element)) && !/select|input|label/.test(element.localName))
  );
}

/** The controls of a page that put a product in the cart, the page's own and those of other products. Yields between slices. */
export function* buyControls(document: Document): Generator<unknown, Element[]> {
  const found: Element[] = [];
  for (const [index, element] of queryAll(document, CONTROLS).slice(0, 3000).entries()) {
    if (index % 200 == 199) yield;
    if (buys(element) && !element.closest(ASIDE)) found.push(element);
  }
  // The button itself, not what is around it.
  return found.filter((element, index) => !found[index + 1] || !element.contains(found[index + 1]!));
}
