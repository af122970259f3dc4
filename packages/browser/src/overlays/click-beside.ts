import { listen } from "../dom/elements.ts";
import { undoAll, type Undo } from "../dom/undo.ts";

/**
 * Hears that a modal dialog has been closed by the browser, as Escape does, or that its backdrop has been clicked. A
 * text that is marked from inside to outside ends there too, but has not begun there.
 */
export function clickBeside(dialog: HTMLDialogElement, close: () => void): Undo {
  let began = true;
  const isBeside = ({ target, clientX, clientY }: MouseEvent): boolean => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  };
  return undoAll([
    listen(dialog, "close", close),
    listen<PointerEvent>(dialog, "pointerdown", (event) => (began = isBeside(event))),
    listen<MouseEvent>(dialog, "click", (event) => {
      if (began && isBeside(event)) close();
    }),
  ]);
}
