import { guardedBy } from "../guard.ts";
import { ownDocument } from "./own-document.ts";
import type { Report } from "./report.ts";
import type { Undo } from "./undo.ts";

// `<img name="createElement">` hides a document's own method, and `<input name="matches">` a form's: what may be
// hidden is taken from the prototypes.

type Attributes = Record<string, string | undefined>;
type Children = (Node | string)[];

/** A new element with attributes and children. An attribute that is `undefined` is left out. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes?: Attributes,
  ...children: Children
): HTMLElementTagNameMap[Tag];
export function create(tag: string, attributes?: Attributes, ...children: Children): HTMLElement;
export function create(tag: string, attributes: Attributes = {}, ...children: Children): HTMLElement {
  const element = ownDocument.createElement(tag);
  for (const name of Object.keys(attributes)) {
    if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
  }
  element.append(...children);
  return element;
}

/** Every element of the document that a selector means; none, and a report, where it is no selector. */
export function selectAll(selector: string, report?: Report): Element[] {
  try {
    return [...ownDocument.querySelectorAll(selector)];
  } catch (error) {
    report?.(error);
    return [];
  }
}

/** Whether a selector means this element. @throws Where it is no selector. */
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

/** The element that an event is about: the nearest one around its target that a selector means. */
export const targetOf = (event: Event, selector: string): HTMLElement | undefined =>
  event
    .composedPath()
    .find((node): node is HTMLElement => node instanceof HTMLElement && matches(node, selector));

/** For what has nobody else to report to: an event that the browser tells us of. */
const guarded = guardedBy((error) => console.warn("[shopkeeper]", error.message));

/**
 * Listens without holding the page up: passive, and on the way down, so that a shop which stops an event is heard too.
 * What the listener throws is kept from the page.
 *
 * @param types Names with spaces between.
 */
export function listen<Heard extends Event = Event>(
  target: EventTarget,
  types: string,
  listener: (event: Heard) => void,
  capture = true,
): Undo {
  const options = { capture, passive: true } as object;
  const heard = guarded(listener) as EventListener;
  const each = (method: "addEventListener" | "removeEventListener") => {
    for (const type of types.split(" ")) EventTarget.prototype[method].call(target, type, heard, options);
  };
  each("addEventListener");
  return () => each("removeEventListener");
}
