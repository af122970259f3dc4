import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

/** Where somebody writes or chooses, and frames, of which nothing can be known. A box that is ticked is done with. */
const FIELDS = ":read-write,select,iframe,[aria-expanded=true]:is([aria-haspopup],[role=combobox])";
const DIALOGS = "dialog[open],[role*=dialog],[aria-modal=true]";
/** What closes by a click beside it: menus, drawers. A chat's button that stays above the page is none of them. */
const POPOVERS = "[popover]:not([popover=manual],[popover=hint]):popover-open";

/**
 * Whether the shopper must not be interrupted: does not look, is in a form field, has the pointer pressed or text
 * selected, watches a video, or has a dialog of the page open, such as a cart drawer or a consent banner.
 *
 * Sound alone holds nothing: it needs no eyes, and in some shops it never ends.
 */
export function isHeld(): boolean {
  let focused = ownDocument.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return (
    ownDocument.hidden ||
    !!document.fullscreenElement ||
    getSelection()?.type === "Range" ||
    !!focused?.closest(FIELDS) ||
    !!find(document, ":active")[0] ||
    rootsIn(document).some(
      (root) =>
        find(root, "video").some(isWatched) ||
        find(root, DIALOGS).some(isInView) ||
        find(root, POPOVERS).some(isInView),
    )
  );
}

/** Acts as soon as nothing holds it back: at once, or later. */
export function whenFree(act: () => void): Undo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const undo = undoAll([() => clearTimeout(timer), listen(document, "visibilitychange", () => look())]);
  const look = () => {
    clearTimeout(timer);
    if (!isHeld()) {
      undo();
      act();
    } else if (!ownDocument.hidden) timer = setTimeout(look, 500);
  };
  look();
  return undo;
}

type Root = Document | ShadowRoot;

/** The document with every open shadow root in it but our own. */
const rootsIn = (root: Root): Root[] => [
  root,
  ...find(root, "*").flatMap(({ shadowRoot, localName }) =>
    shadowRoot && !localName.startsWith("shopkeeper-") ? rootsIn(shadowRoot) : [],
  ),
];

/** None where the browser does not know the selector: an older one has no popovers. */
function find(root: Root, selector: string): Element[] {
  try {
    // `<img name="querySelectorAll">` hides a document's own.
    return [
      ...(root instanceof Document ? Document : DocumentFragment).prototype.querySelectorAll.call(
        root,
        selector,
      ),
    ];
  } catch {
    return [];
  }
}

/** What starts or goes round by itself and without a sound is decoration. */
const isWatched = (video: Element) =>
  video instanceof HTMLVideoElement && !video.paused && !(video.muted && (video.autoplay || video.loop));

/** Drawers that are shut are often merely pushed out of the viewport, folded up or made invisible. */
function isInView(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return (
    right > Math.max(left, 0) &&
    bottom > Math.max(top, 0) &&
    left < innerWidth &&
    top < innerHeight &&
    !element.closest("[inert],[aria-hidden=true]") &&
    element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) !== false
  );
}
