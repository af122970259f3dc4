import { announce } from "./announce.ts";
import { type Told, watchBox } from "../render/box.ts";
import { dress } from "./dress.ts";
import { onEscape } from "./escape.ts";
import { rememberFocus } from "./focus.ts";
import { clickBeside } from "./click-beside.ts";
import { stepAside } from "./step-aside.ts";
import { OVERLAY_STYLES } from "./styles.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

/** A box in its shadow host, as `createBox` makes it. A `<dialog>` is modal; `role="dialog"` in a `div` is not. */
export interface Overlay {
  host: HTMLElement;
  box: HTMLElement;
}

let sheet: CSSStyleSheet | undefined;

/** Shows a box over the page, outside of everything that a framework owns, and closes it as the shopper expects. */
export function showOverlay({ host, box }: Overlay, told: Told): Undo {
  const root = host.shadowRoot!;
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(OVERLAY_STYLES);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const isModal = box instanceof HTMLDialogElement;
  const undos: Undo[] = [rememberFocus(host, isModal)];
  const undo = undoAll(undos);
  const dismiss = () => {
    undo();
    told("dismiss");
  };
  ownDocument.documentElement.append(host);
  undos.push(watchBox(box, undo, told));
  if (isModal) {
    box.showModal();
    undos.push(clickBeside(box, dismiss));
  } else {
    // In the top layer, where the browser has one for it; this never moves the focus.
    if (box.getAttribute("role") === "dialog") {
      box.popover = "manual";
      box.showPopover?.();
    }
    undos.push(announce(host), stepAside(host, box), onEscape(host, box, dismiss));
  }
  dress(host, box);
  told("view");
  return undo;
}
