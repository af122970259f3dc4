import type { Undo } from "../dom/undo.ts";

/** Gives an element an attribute, or takes it away for `null`. What the shop has made of it since then is kept by undo. */
export function setAttribute(element: Element, name: string, value: string | null): Undo {
  const before = element.getAttribute(name);
  const set = (value: string | null) =>
    value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
  set(value);
  return () => {
    if (element.getAttribute(name) === value) set(before);
  };
}
