import { create } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";

/** The name by which a child of an element says that it is to be shown instead of the others. */
export const SLOT = "shopkeeper";
const slots = new WeakMap<Element, HTMLSlotElement>();

/**
 * The slot of ours in an element's shadow root, `<slot name="shopkeeper"><slot></slot></slot>`: the element shows what
 * is in it, else its own children, as ever. What stands in the root, beside the slot or in it, is in nobody's way: a
 * framework counts the children that its server has sent, and takes its whole page down where there is one too many.
 *
 * @returns `undefined` where an element can have no root of ours: lists, tables, links and buttons, and those with a
 * root of their own.
 */
export function slotOf(host: Element): HTMLSlotElement | undefined {
  // A custom element that is not defined yet would find its place taken, and a declared root would be emptied.
  if (!slots.has(host) && !host.shadowRoot && !host.localName.includes("-"))
    try {
      const slot = create("slot", { name: SLOT }, create("slot"));
      host.attachShadow({ mode: "open" }).append(slot);
      slots.set(host, slot);
    } catch {
      // It can have none.
    }
  return slots.get(host);
}

/** Shows a node in a slot of ours instead of the children of its element, to which nothing happens. */
export function fillSlot(slot: HTMLSlotElement, node: ChildNode): Undo {
  const children = slot.firstElementChild as HTMLElement;
  slot.append(node);
  children.hidden = true;
  return () => {
    node.remove();
    children.hidden = slot.childNodes.length > 1;
  };
}
