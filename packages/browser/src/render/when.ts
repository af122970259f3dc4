import type { Undo } from "../dom/undo.ts";

const HIDDEN = "shopkeeper";
let sheet: CSSStyleSheet | undefined;

/** Shows or hides an element, whatever the shop has made it. */
export function showWhen(element: Element, shown: boolean): Undo {
  const before = element.getAttribute("hidden");
  const set = (value: string | null) =>
    value === null ? element.removeAttribute("hidden") : element.setAttribute("hidden", value);
  // `hidden` alone loses against a shop's `display: grid`, and an inline style would leave its traces behind.
  if (!shown && !sheet) {
    (sheet = new CSSStyleSheet()).replaceSync(`[hidden=${HIDDEN}]{display:none!important}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const after = shown ? null : HIDDEN;
  set(after);
  // What the shop has changed since is the shop's.
  return () => {
    if (element.getAttribute("hidden") === after) set(before);
  };
}
