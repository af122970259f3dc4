import type { Item } from "@shopkeeper/engine";
import { cleanItem } from "../clean-item.ts";
import { cleanText } from "../clean-text.ts";
import { isSame } from "../fill-in.ts";
import type { ActWorld, Words } from "../platform/platform.ts";

/** How far around a control its card is looked for. */
const LEVELS = 8;

const withoutHash = (url: string): string => url.split("#")[0]!;

const QUANTITY =
  "[name=quantity],[name=qty],[name^='quantity' i],[name*='qty' i],[id*='quantity' i],[class*='quantity' i] input,input[type=number]";

/** How many, as the field beside a control says; 1 where there is none. */
export function quantityIn(around: Element | null | undefined): number {
  const field = around?.querySelector<HTMLInputElement>(QUANTITY);
  const number = Math.round(Number(field?.value));
  return number > 0 && number < 1000 ? number : 1;
}

/** The nearest thing around a control that names a product: a card of a list, a line of the cart. */
function cardOf(control: Element, world: ActWorld): Item | undefined {
  const { items = [], cart } = world.page();
  const known = [...items, ...(cart?.items ?? [])];
  let card = control.parentElement;
  for (let level = 0; level < LEVELS && card && card !== document.body; level++) {
    const links = [...card.querySelectorAll<HTMLAnchorElement>("a[href]")];
    const item = known.find(
      ({ url }) => url && links.some(({ href }) => withoutHash(href) === withoutHash(url)),
    );
    if (item) return item;
    const name = card.querySelector("h1,h2,h3,h4,[class*=name i]:not(input),[class*=title i]");
    if (name) {
      const named = cleanItem(
        {
          item_name: cleanText(name.textContent),
          url: (name.closest("a") ?? name.querySelector("a") ?? links[0])?.getAttribute("href"),
        },
        control.baseURI,
      );
      return known.find((other) => isSame(other, named)) ?? named;
    }
    card = card.parentElement;
  }
}

/** What a control is about: as the platform says, else the card around it, else the product of the page. */
export function itemsOf(control: Element, words: Words[], world: ActWorld): Item[] {
  for (const { items } of words) {
    const found = items?.(control, world);
    if (found) return found;
  }
  const { type, product } = world.page();
  const card = cardOf(control, world);
  const item = product && type == "product" && (!card || isSame(card, product) || !card.url) ? product : card;
  const around = control.closest("form") ?? control.closest("li,tr,article,[class*=item i],[class*=line i]");
  return item ? [{ ...item, quantity: quantityIn(around) }] : [];
}
