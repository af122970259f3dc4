import { SNAPSHOT } from "./snapshot.ts";
import { ownDocument } from "../dom/own-document.ts";

export interface PageLife {
  /** The page is being left, or nobody looks at it any more: it may never run again. */
  left(isGone: boolean): void;
  /** Somebody looks at it again. */
  back(): void;
  /** It was rendered ahead, and is shown now. */
  shown(): void;
  /** Another tab wrote the snapshot, or removed it. */
  written(isRemoved: boolean): void;
}

/**
 * Listens to what becomes of the page, and never to `unload`: it would cost the shop the back/forward cache.
 *
 * @param guard Keeps what is thrown from the page.
 * @returns Lets go of it all.
 */
export function watchPageLife(
  { left, back, shown, written }: PageLife,
  guard: (hear: (event: never) => unknown) => unknown,
): () => void {
  const listening = new AbortController();
  const listen = (target: EventTarget, type: string, hear: (event: never) => unknown) =>
    EventTarget.prototype.addEventListener.call(target, type, guard(hear) as EventListener, listening);
  listen(window, "pagehide", () => left(true));
  listen(window, "pageshow", ({ persisted }: PageTransitionEvent) => persisted && back());
  listen(document, "visibilitychange", () => (ownDocument.hidden ? left(false) : back()));
  listen(document, "prerenderingchange", shown);
  listen(
    window,
    "storage",
    ({ key, newValue }: StorageEvent) => key === SNAPSHOT && written(newValue === null),
  );
  return () => listening.abort();
}
