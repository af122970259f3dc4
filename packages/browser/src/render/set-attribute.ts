import { holdsProgram } from "./is-program.ts";
import type { Undo } from "../dom/undo.ts";

/**
 * Gives an element an attribute, or takes it away for `null`. What the shop has made of it since then is kept by undo.
 * Nothing happens where it would run something, as `onclick`, `href="javascript:…"` and the `src` of a script do.
 */
export function setAttribute(element: Element, name: string, value: string | null): Undo {
  if (value !== null && holdsProgram(element, name, value)) return () => {};
  const before = element.getAttribute(name);
  const set = (value: string | null) => {
    if (value === null) element.removeAttribute(name);
    // A policy without `unsafe-inline` forbids the attribute, not the same by script.
    else if (name === "style") (element as HTMLElement).style.cssText = value;
    else element.setAttribute(name, value);
  };
  set(value);
  const after = element.getAttribute(name);
  return () => {
    if (element.getAttribute(name) === after) set(before);
  };
}
