import { CONTESTED, mayTryAgain } from "./contest.ts";
import type { Undo } from "../dom/undo.ts";

/** A change as it stands in the page. */
export interface Standing {
  isThere(): boolean;
  undo: Undo;
  /** The page has changed around it. */
  stirred?(): void;
  /** Asked when it has been taken back: whether the shop's own stands there again, and nothing new of the shop's. */
  mayReturn?(): boolean;
}

/**
 * Keeps a change in an element: where the page takes it back, it is made again. A page that does so again and again
 * has the element to itself from then on, with `data-sk-contested` on it, which is reported where elements are met.
 *
 * @param make Makes the change, the first time and again; `undefined` where that is not possible now.
 * @param watched Where the page may take it back.
 */
export function keep(
  element: Element,
  make: () => Standing | undefined,
  options: MutationObserverInit,
  ...watched: Node[]
): Undo | undefined {
  let standing = make();
  if (!standing) return undefined;
  const times: number[] = [];
  const stop = () => {
    observer.disconnect();
    standing?.undo();
    standing = undefined;
  };
  const observer = new MutationObserver(() => {
    if (!standing || !element.isConnected) return;
    if (standing.isThere()) return standing.stirred?.();
    standing.undo();
    const { mayReturn } = standing;
    standing = undefined;
    // Something else of the shop's stands there now, as in a tab that was emptied and filled anew.
    if (mayReturn?.() === false) return stop();
    if (mayTryAgain(times)) standing = make();
    else element.setAttribute(CONTESTED, "");
    if (standing) observer.takeRecords();
    else stop();
  });
  for (const node of watched) observer.observe(node, options);
  return stop;
}
