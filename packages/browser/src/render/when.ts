import type { Undo } from "../dom/undo.ts";
import { setAttribute } from "./set-attribute.ts";

let sheet: CSSStyleSheet | undefined;

/** Shows or hides an element, whatever the shop has made it. */
export function showWhen(element: Element, shown: boolean): Undo {
  // `hidden` alone loses against a shop's `display: grid`, and an inline style would leave its traces behind.
  if (!shown && !sheet) {
    (sheet = new CSSStyleSheet()).replaceSync("[hidden=shopkeeper]{display:none!important}");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  return setAttribute(element, "hidden", shown ? null : "shopkeeper");
}
