import { listen } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";

/** Controls that hold a preference; never a password, a card or a file. */
const TYPES = /^(text|select-one|radio|checkbox|date|month|number)$/;

/**
 * Fills a `data-sk-profile` control in with what is known, and tells what the shopper changes it to.
 *
 * @param changed Gets `true` or `false` of a checkbox, a text of anything else; empty where it was emptied.
 */
export function watchProfileField(
  element: Element,
  value: unknown,
  changed: (name: string, value: string | boolean) => void,
): Undo {
  const control = element as HTMLInputElement;
  if (!TYPES.test(control.type)) return () => {};
  const checkbox = control.type === "checkbox";
  if (value !== undefined) {
    if (checkbox) control.checked = value === true;
    else if (control.type === "radio") control.checked = control.value === value;
    else control.value = `${value}`;
  }
  return listen(control, "change", () =>
    changed(control.dataset.skProfile!, checkbox ? control.checked : control.value),
  );
}
