import { ownDocument } from "../dom/own-document.ts";

/**
 * Whether the parser is done with an element, so that nothing more will come into it: it is when something follows
 * the element or one that it is in, or when the document is parsed.
 */
export function isParsed(element: Element): boolean {
  if (ownDocument.readyState !== "loading") return true;
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}
