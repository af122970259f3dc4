import { selectAll } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";

const FIELDS = "input:not([type=submit],[type=button]),textarea,select,iframe,[contenteditable]";
const DIALOGS = "dialog[open],[role*=dialog],[aria-modal=true]";

/**
 * Whether the shopper must not be interrupted: does not look, is in a form field, watches a video, or has a dialog of
 * the page open, such as a cart drawer or a consent banner.
 */
export function isHeld(): boolean {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return (
    document.hidden ||
    !!focused?.closest(FIELDS) ||
    selectAll("video").some(isWatched) ||
    selectAll(DIALOGS).some(isInView)
  );
}

/** Acts as soon as nothing holds it back: at once, or later. */
export function whenFree(act: () => void): Undo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (isHeld()) timer = setTimeout(look, 500);
    else act();
  };
  look();
  return () => clearTimeout(timer);
}

/** What starts by itself and without a sound is decoration. */
const isWatched = (video: Element) =>
  video instanceof HTMLVideoElement && !video.paused && !(video.autoplay && video.muted);

/** Drawers that are shut are often merely pushed out of the viewport or made invisible. */
function isInView(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return (
    right > 0 &&
    bottom > 0 &&
    left < innerWidth &&
    top < innerHeight &&
    element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) !== false
  );
}
