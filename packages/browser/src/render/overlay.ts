import type { Content, Place } from "@shopkeeper/engine";
import { cloneTemplate } from "./clone-template.ts";
import { create, listen, selectAll, targetOf } from "../dom/elements.ts";
import { safeAddress } from "./safe-address.ts";
import { createHost } from "./shadow-host.ts";
import { type Fact, fillText } from "./text.ts";
import { type Undo, undoAll } from "../dom/undo.ts";

/** What stands in a message or a pop-up: texts of the configuration, or a merchant's template. */
export interface Filling {
  content?: Content | undefined;
  template?: HTMLTemplateElement | undefined;
  fact: Fact;
  /** The name of the close button. @default "Close" */
  close?: string | undefined;
}

/**
 * Hears what becomes of something that is shown: it has come into view, its action or a link of the template has been
 * followed, the shopper has closed it, or has used `data-sk-do="convert"`.
 */
export type Told = (act: "view" | "click" | "dismiss" | "convert") => void;

/** Puts an overlay over the page, outside of everything that a framework owns. */
const putOver = (host: HTMLElement): Undo => {
  // It has no box of its own, which a page that is a grid would make room for.
  host.style.display = "contents";
  document.documentElement.append(host);
  return () => host.remove();
};

/**
 * Shows a box with a close button: a dialog, or a message that is announced once.
 *
 * @param put Puts the box into the page; `undefined` where it cannot be there now.
 * @returns `undefined` where it is not shown: there is no place, or nothing to say because a fact is unknown.
 */
export function showOverlay(
  place: Place | "inline",
  isDialog: boolean,
  { content = {}, template, fact, close = "Close" }: Filling,
  told: Told,
  put: (host: HTMLElement) => Undo | undefined = putOver,
): Undo | undefined {
  const isModal = isDialog && place === "center";
  const part = (tag: string, name: string, text = "", href?: string) => {
    const words = fillText(text, fact);
    return words ? [create(tag, { part: name, href }, words)] : [];
  };
  const light = template && cloneTemplate(template);
  const href = safeAddress(content.action?.url);
  const title = part(isDialog ? "h2" : "b", "title", content.title);
  const words = create(
    "div",
    { part: "text", role: isModal ? undefined : "status" },
    ...title,
    ...part("p", "body", content.body),
    create("slot"),
  );
  if (!light && !words.textContent) return undefined;
  const label = title[0] ?? light?.querySelector("h1,h2,h3") ?? light ?? words;
  const box = create(
    isModal ? "dialog" : "div",
    {
      part: `box ${place}`,
      role: isDialog ? "dialog" : undefined,
      "aria-label": isDialog ? label.textContent!.trim().slice(0, 99) : undefined,
      // In the top layer, where the browser has one for it; this never moves the focus.
      popover: isDialog && !isModal ? "manual" : undefined,
    },
    create("button", { part: "close", type: "button", "aria-label": close }, "×"),
    words,
    ...(href ? part("a", "action", content.action?.label, href) : []),
  ) as HTMLDialogElement;
  const host = createHost("shopkeeper-overlay", box);
  if (light) host.append(light);
  dress(host);

  const before = document.activeElement;
  const remove = put(host);
  if (!remove) return undefined;
  const dismiss = () => {
    undo();
    told("dismiss");
  };
  const undo = undoAll([
    () => {
      // What is focused in a shadow root, only that root can tell.
      const inside = host.contains((host.getRootNode() as Document | ShadowRoot).activeElement);
      remove();
      // The focus of someone who was in it goes back to where it came from.
      if (inside) (before as HTMLElement | null)?.focus({ preventScroll: true });
    },
    listen(box, "close", dismiss),
    listen<MouseEvent>(box, "click", (event) => {
      const control = targetOf(event, "a,[part=close],[data-sk-do],dialog");
      const word = control?.dataset.skDo;
      if (word === "convert" || (!word && control?.localName === "a")) {
        // After the browser has followed the link.
        setTimeout(undo);
        told(word ? "convert" : "click");
      } else if (control && (control !== box || isOutside(event, box))) dismiss();
    }),
    listen<KeyboardEvent>(
      document,
      "keydown",
      ({ key, defaultPrevented }) => {
        // A dialog of the shop closes first.
        if (isDialog && !isModal && key === "Escape" && !defaultPrevented && !selectAll("dialog[open]")[0])
          dismiss();
      },
      false,
    ),
  ]);
  if (isModal) box.showModal();
  else {
    if (isDialog) box.showPopover?.();
    // Only what changes in a live region is spoken, and only when the region has been there before.
    setTimeout(() => words.append(...words.childNodes), 100);
  }
  told("view");
  return undo;
}

/** Whether a click on a modal dialog was beside it, on its backdrop. */
function isOutside({ clientX, clientY }: MouseEvent, box: Element): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** Gives an overlay the font and the colours of the page's body, whatever these are: light, dark or a brand's own. */
function dress(host: HTMLElement): void {
  const styles = [document.body, document.documentElement].map((element) => getComputedStyle(element));
  const solid = styles.find(({ backgroundColor }) => !/rgba|\/|transparent/.test(backgroundColor));
  const { font, color } = styles[0]!;
  host.style.cssText = `font:${font};--b:${solid?.backgroundColor ?? "Canvas"};--c:${solid ? color : "CanvasText"}`;
}
