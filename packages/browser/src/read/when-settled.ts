import type { Undo } from "../dom/undo.ts";
import { guarded } from "./guarded.ts";

/** How long the page must be at rest before it is read, and how long it is waited for at most, in ms. */
const REST = 100;
const MOST = 2000;
/** How long content that is still being fetched is waited for at most, in ms. */
const LONGEST = 10_000;

/**
 * Calls `done` once the new content of a single-page app stands: the document has not changed for 100 ms, at the latest after
 * 2 s. The undo gives up waiting.
 *
 * @param look Asked when the page is at rest: calls `enough` when what is there is worth reading. Without it, a page at rest
 *   is. An app at rest may still be fetching its product.
 * @param late Asked after 2 s whether to do with what is there; otherwise it is waited for 10 s.
 */
export function whenSettled(
  document: Document,
  done: () => void,
  look: (enough: () => void) => void = (enough) => enough(),
  late: () => unknown = () => true,
): Undo {
  let resting: ReturnType<typeof setTimeout>;
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    observer.disconnect();
    clearTimeout(resting);
    clearTimeout(latest);
  };
  const finish = guarded(() => {
    stop();
    done();
  });
  const wait = (): void => {
    clearTimeout(resting);
    resting = setTimeout(
      guarded(() => look(() => !stopped && finish())),
      REST,
    );
  };
  const observer = new MutationObserver(wait);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  let latest = setTimeout(
    guarded(() => {
      if (late()) finish();
      else latest = setTimeout(finish, LONGEST - MOST);
    }),
    MOST,
  );
  wait();
  return stop;
}
