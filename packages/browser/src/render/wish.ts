import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { keep } from "./keep.ts";
import { awaitsOwner } from "./owner.ts";
import { setAttribute } from "./set-attribute.ts";

/**
 * Keeps `aria-pressed` of a `data-sk-wish` button and tells when it is used.
 *
 * @param wished Whether its product is on the wish list now.
 * @returns `undefined`, and nothing is changed, while a framework is about to take the button over.
 */
export function watchWish(
  button: Element,
  wished: boolean,
  toggled: (wished: boolean) => void,
): Undo | undefined {
  if (awaitsOwner(button)) return undefined;
  const press = () => {
    const value = `${wished}`;
    return keep(
      button,
      () => ({
        undo: setAttribute(button, "aria-pressed", value),
        isThere: () => button.getAttribute("aria-pressed") === value,
      }),
      { attributeFilter: ["aria-pressed"] },
      button,
    );
  };
  let pressed = press();
  return undoAll([
    () => pressed?.(),
    listen(button, "click", () => {
      wished = !wished;
      pressed?.();
      pressed = press();
      toggled(wished);
    }),
  ]);
}
