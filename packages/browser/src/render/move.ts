import type { Position } from "@shopkeeper/engine";
import type { Undo } from "../dom/undo.ts";
import { isUnseen } from "./is-unseen.ts";

/** Moves a node without starting its films, frames and animations anew, where the browser can: https://dom.spec.whatwg.org/#dom-parentnode-movebefore */
function insert(node: Element, parent: Element, before: Node | null): void {
  const { moveBefore } = parent as { moveBefore?: typeof parent.insertBefore };
  if (moveBefore) moveBefore.call(parent, node, before);
  else parent.insertBefore(node, before);
}

/**
 * Moves an element of the shop before, after or into another one, if nothing that the shopper sees moves by it.
 *
 * @returns `undefined` where it has to wait for the next page.
 */
export function moveElement(element: Element, to: Element, position: Position): Undo | undefined {
  const end = position === "append" || position === "after";
  const inside = position === "append" || position === "prepend";
  const { parentElement: home } = element;
  const parent = inside ? to : to.parentElement;
  if (!home || !parent || element.contains(to)) return undefined;
  if (!isUnseen(element) || !isUnseen(to, end ? "bottom" : "top")) return undefined;
  const next = element.nextSibling;
  const before = { before: to, after: to.nextSibling, prepend: to.firstChild, append: null };
  insert(element, parent, before[position as keyof typeof before] ?? null);
  return () => {
    // The shop has moved it on, or has rebuilt the place that it came from.
    if (element.parentElement !== parent || (next && next.parentNode !== home)) return;
    insert(element, home, next);
  };
}
