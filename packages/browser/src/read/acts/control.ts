import { matches } from "../../dom/elements.ts";
import { isBuyControl } from "../dialect/offers-product.ts";
import type { Words } from "../platform/platform.ts";

/** An act on the cart, and the control that it was done with. */
export interface Gesture {
  name: "add_to_cart" | "remove_from_cart";
  control: HTMLElement;
}

const CONTROLS = "button,a,input[type=submit],input[type=image],[role=button]";

/** Addresses that put something into a cart by being opened: WooCommerce, BigCommerce, Shopify. */
const ADDRESS = /[?&]add-to-cart=|[?&]action=add\b|\/cart\/add\b/;

const REMOVE =
  /\b(remove|delete)\b|entfernen|l[öo]schen|supprimer|retirer|eliminar|quitar|rimuov|elimina|verwijder|usu[nń]/i;

const saysRemove = (control: HTMLElement): boolean =>
  REMOVE.test(
    [control.textContent!.trim().slice(0, 40), control.getAttribute("aria-label"), control.title].join(" "),
  );

/** A link that leads somewhere else, and so is no control. */
const isWay = (control: HTMLElement): boolean => {
  const address = control.getAttribute("href");
  return !!address && !/^(#|javascript:)/.test(address) && !ADDRESS.test(address);
};

/** What a click or a submission does to the cart, by the words of the platform or of the control itself. */
export function gestureOf(path: EventTarget[], words: Words[]): Gesture | undefined {
  const is = (control: HTMLElement, of: "add" | "remove"): boolean =>
    words.some((each) => each[of] && matches(control, each[of]!));
  for (const control of path) {
    if (!(control instanceof HTMLElement)) continue;
    // What the shop has marked is told by its mark.
    if (matches(control, "[data-sk-track]")) return;
    if (is(control, "remove")) return { name: "remove_from_cart", control };
    if (isWay(control)) continue;
    const isControl = matches(control, CONTROLS);
    if (
      is(control, "add") ||
      (isControl && (isBuyControl(control) || ADDRESS.test(control.getAttribute("href")!)))
    )
      return { name: "add_to_cart", control };
    if (isControl && saysRemove(control)) return { name: "remove_from_cart", control };
  }
}
