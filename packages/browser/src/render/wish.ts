import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { setAttribute } from "./set-attribute.ts";

/**
 * Keeps `aria-pressed` of a `data-sk-wish` button and tells when it is used.
 *
 * @param wished Whether its product is on the wish list now.
 */
export function watchWish(button: Element, wished: boolean, toggled: (wished: boolean) => void): Undo {
  const press = () => setAttribute(button, "aria-pressed", `${wished}`);
  const undos = [press()];
  undos.push(
    listen(button, "click", () => {
      wished = !wished;
      // The last one is undone first, so that every press gives way to the one before it.
      undos.push(press());
      toggled(wished);
    }),
  );
  return undoAll(undos);
}
