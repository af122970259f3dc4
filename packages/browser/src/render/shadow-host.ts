import { create } from "../dom/elements.ts";
import { STYLES } from "./styles.ts";

let sheet: CSSStyleSheet | undefined;

/**
 * An element with our styles and these children in an open shadow root, where the shop's styles do not reach. A strict
 * content security policy lets a constructed style sheet through, unlike a `<style>`.
 *
 * It is a part itself and gives its parts on, for it may stand in the shadow root of an element of the shop.
 * @example main::part(shopkeeper-rail) { grid-column: 2 }   main::part(card) { width: 200px }
 */
export function createHost(tag: string, ...children: Node[]): HTMLElement {
  const host = create(tag, { part: tag });
  const root = host.attachShadow({ mode: "open" });
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  root.append(...children);
  const parts = [...root.querySelectorAll("[part]")].flatMap((element) => [...element.part]);
  host.setAttribute("exportparts", [...new Set(parts)].join());
  return host;
}
