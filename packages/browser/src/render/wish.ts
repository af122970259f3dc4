import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";

/**
 * Keeps `aria-pressed` of a `data-sk-wish` button and tells when it is used.
 *
 * @param wished Whether its product is on the wish list now.
 */
export function watchWish(button: Element, wished: boolean, toggled: (wished: boolean) => void): Undo {
  const before = button.getAttribute("aria-pressed");
  const press = (value: string) => button.setAttribute("aria-pressed", value);
  press(`${wished}`);
  return undoAll([
    () => (before === null ? button.removeAttribute("aria-pressed") : press(before)),
    listen(button, "click", () => {
      wished = !wished;
      press(`${wished}`);
      toggled(wished);
    }),
  ]);
}
