import { create } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";

/** Milliseconds. A live region has to be there, empty, for a moment before what comes into it is noticed. */
const BEFORE = 100;
/** Milliseconds. Then it is emptied, so that nobody who reads on comes upon the same words twice. */
const AFTER = 5000;

const inWords = (elements: Iterable<Element>): string =>
  [...elements]
    .filter((element) => element.getClientRects().length)
    .map((element) => (element as HTMLElement).innerText)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

/**
 * Has what a box says spoken once, when the screen reader comes to it, without moving the focus. What is seen is no live
 * region itself: some screen readers speak one when it appears, some only when it changes, some both times.
 */
export function announce(host: HTMLElement): Undo {
  const root = host.shadowRoot!;
  const status = create("p", { part: "status", role: "status" });
  root.append(status);
  let timer = setTimeout(() => {
    status.textContent = inWords([...root.querySelector("[part=text]")!.children, ...host.children]);
    timer = setTimeout(() => status.replaceChildren(), AFTER);
  }, BEFORE);
  return () => clearTimeout(timer);
}
