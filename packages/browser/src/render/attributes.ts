import type { ExperienceConfiguration } from "@shopkeeper/engine";
import { type Undo, undoAll } from "../dom/undo.ts";
import { holdsProgram } from "./is-program.ts";
import { setAttribute } from "./set-attribute.ts";

/**
 * Sets, adds and takes away attributes and classes of an element. Nothing is added to the page or moved in it, so
 * that no framework stumbles.
 *
 * @throws For an attribute that could run something.
 * @example showAttributes(element, { attributes: { title: "Yours", hidden: null }, classes: { "is-vip": true } })
 */
export function showAttributes(
  element: Element,
  { attributes = {}, classes = {} }: Pick<ExperienceConfiguration, "attributes" | "classes">,
): Undo {
  const values = Object.entries(attributes);
  for (const [name, value] of values)
    if (value !== null && holdsProgram(element, name, value))
      throw new Error(
        `attribute "${name}": "${value}" could run something; give it an address, a text or a class`,
      );
  return undoAll([
    ...values.map(([name, value]) => setAttribute(element, name, value)),
    ...Object.entries(classes).map(([name, wanted]) => setClass(element, name, wanted)),
  ]);
}

function setClass({ classList }: Element, name: string, wanted: boolean): Undo {
  if (classList.contains(name) === wanted) return () => {};
  classList.toggle(name, wanted);
  return () => {
    if (classList.contains(name) === wanted) classList.toggle(name, !wanted);
  };
}
