import { create } from "../dom/elements.ts";
import { STYLES } from "./styles.ts";

let sheet: CSSStyleSheet | undefined;

/**
 * An element with our styles and these children in an open shadow root, where the shop's styles do not reach. A strict
 * content security policy lets a constructed style sheet through, unlike a `<style>`.
 */
export function createHost(tag: string, ...children: Node[]): HTMLElement {
  const host = create(tag);
  const root = host.attachShadow({ mode: "open" });
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  root.append(...children);
  return host;
}
