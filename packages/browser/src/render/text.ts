import { isParsed } from "./is-parsed.ts";
import { formatPrice } from "./price.ts";
import type { Undo } from "../dom/undo.ts";

/** The value of a fact by its name; `undefined` where it is unknown. */
export type Fact = (name: string) => unknown;

/**
 * Fills facts into a text; `undefined` where one is unknown and nothing stands for it.
 *
 * @example fillText("Welcome back, {profile.name|friend}", fact)
 */
export function fillText(text: string, fact: Fact): string | undefined {
  let whole = true;
  const filled = text.replace(/\{\s*([\w.]+)\s*(?:\|([^{}]*))?\}/g, (_, name: string, instead?: string) => {
    const value = fact(name);
    const words = typeof value === "number" ? formatPrice(value) : value;
    if (typeof words === "string" && words) return words;
    whole &&= instead !== undefined;
    return instead!;
  });
  return whole ? filled : undefined;
}

/**
 * Shows a text with facts in an element; what is there stays where a fact is unknown.
 *
 * @returns `undefined`, and nothing is changed, while the parser is still in the element.
 */
export function showText(element: Element, text: string, fact: Fact): Undo | undefined {
  if (!isParsed(element)) return undefined;
  const filled = fillText(text, fact);
  if (filled === undefined) return () => {};
  const before = [...element.childNodes];
  const [only] = before;
  // The one text of an element stays the same node, for a framework may own it.
  const node = before.length === 1 && only instanceof Text ? only : new Text();
  const { data } = node;
  node.data = filled;
  if (node !== only) element.replaceChildren(node);
  return () => {
    if (node.parentNode !== element || node.data !== filled) return;
    node.data = data;
    if (node !== only) element.replaceChildren(...before);
  };
}
