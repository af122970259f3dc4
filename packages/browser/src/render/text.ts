import { isParsed } from "./is-parsed.ts";
import { keep, type Standing } from "./keep.ts";
import { awaitsOwner, ownerOf } from "./owner.ts";
import { formatNumber } from "./number.ts";
import { showInstead } from "./slot.ts";
import { fillSlot, slotOf } from "./slot-of.ts";
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
    const words = typeof value === "number" ? formatNumber(value) : value;
    if (typeof words === "string" && words) return words;
    whole &&= instead !== undefined;
    return instead!;
  });
  return whole ? filled : undefined;
}

/**
 * Shows a text with facts in an element; what is there stays where a fact is unknown.
 *
 * @returns `undefined`, and nothing is changed, while the parser is still in the element, or a framework is about to
 * take it over and it can have no shadow root.
 */
export function showText(element: Element, text: string, fact: Fact): Undo | undefined {
  if (!isParsed(element)) return undefined;
  const filled = fillText(text, fact);
  if (filled === undefined) return () => {};
  if (awaitsOwner(element)) {
    const slot = slotOf(element);
    return slot && fillSlot(slot, new Text(filled));
  }
  // What a framework has rendered stays where it is, or its next rendering would fail.
  if (element.firstElementChild && ownerOf(element)) return showInstead(element, [new Text(filled)]);
  return keep(
    element,
    () => writeText(element, filled),
    { childList: true, characterData: true, subtree: true },
    element,
  );
}

function writeText(element: Element, filled: string): Standing {
  const before = [...element.childNodes];
  const [only] = before;
  // The one text of an element stays the same node, for a framework may own it.
  const node = before.length === 1 && only instanceof Text ? only : new Text();
  const { data } = node;
  node.data = filled;
  if (node !== only) element.replaceChildren(node);
  const isThere = () => node.parentNode === element && !node.nextSibling && node.data === filled;
  return {
    isThere,
    undo() {
      if (!isThere()) return;
      node.data = data;
      if (node !== only) element.replaceChildren(...before);
    },
  };
}
