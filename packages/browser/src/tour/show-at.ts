import { create, listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { placeBeside } from "./place-beside.ts";
import { ownDocument } from "../dom/own-document.ts";

/** How far the ring stands off, in CSS pixels. */
const RING = 6;
/** Narrower than this, in CSS pixels, a box takes the lower edge of the screen. */
const NARROW = 480;

/** Whether an element is displayed at all: not whether it is in view. */
export function isDisplayed(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width * height > 0 &&
    element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) !== false
  );
}

/** How much of an element has to be in the viewport: all of it, or any of it. */
export function isInViewport(element: Element, whole: boolean): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const { clientWidth } = ownDocument.documentElement;
  return whole
    ? left >= 0 && top >= 0 && right <= clientWidth && bottom <= innerHeight
    : right > 0 && bottom > 0 && left < clientWidth && top < innerHeight;
}

/**
 * Shows a box beside a target with a ring around that, or in the middle of the page without one; it follows when the
 * page is scrolled or resized. Where there is no room beside the target, or it is out of view, the box goes to the lower
 * edge of the screen, or to the upper where it would cover the target.
 *
 * Above everything in the page, where the browser has a top layer; and where it can anchor a popover to its source, the
 * browser does the following.
 *
 * @param lost The target is displayed no more.
 */
export function showAt(
  root: ShadowRoot,
  box: HTMLElement,
  target: Element | undefined,
  lost: () => void,
): Undo {
  if (!target) {
    root.append(box);
    openAbove(box);
    return () => box.remove();
  }
  const ring = create("div", { part: "ring", "aria-hidden": "true" });
  root.append(ring, box);
  // First the ring, so that the box is above it.
  const isAnchored = [ring, box].map((element) => openAbove(element, target)).every(Boolean);
  ring.part.toggle("anchored", isAnchored);
  let isClipped = false;

  const layout = () => {
    const around = target.getBoundingClientRect();
    const { clientWidth: width } = ownDocument.documentElement;
    const isSeen = !isClipped && isInViewport(target, false);
    const isRightToLeft = getComputedStyle(box).direction === "rtl";
    const spot =
      isSeen && width >= NARROW
        ? placeBeside(around, box.getBoundingClientRect(), { width, height: innerHeight }, isRightToLeft)
        : undefined;
    box.part.toggle("beside", !!spot);
    box.part.toggle("anchored", !!spot && isAnchored);
    box.part.toggle("sheet", !spot);
    const room = box.offsetHeight + 2 * RING + 16;
    box.part.toggle("away", isSeen && !spot && around.bottom > innerHeight - room && around.top > room);
    ring.part.toggle("unseen", !isSeen);
    if (isAnchored) return;
    box.style.left = spot ? `${spot.left}px` : "";
    box.style.top = spot ? `${spot.top}px` : "";
    ring.style.left = `${around.left - RING}px`;
    ring.style.top = `${around.top - RING}px`;
    ring.style.width = `${around.width + 2 * RING}px`;
    ring.style.height = `${around.height + 2 * RING}px`;
  };
  let frame = 0;
  const look = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (isDisplayed(target)) layout();
      else lost();
    });
  };
  // Also tells when it is taken out or hidden.
  const sizes = new ResizeObserver(look);
  sizes.observe(target);
  // Also knows what a scroller around it cuts off.
  const sight = new IntersectionObserver((entries) => {
    isClipped = !entries.at(-1)!.isIntersecting;
    look();
  });
  sight.observe(target);
  layout();
  return undoAll([
    () => box.remove(),
    () => ring.remove(),
    () => cancelAnimationFrame(frame),
    () => sizes.disconnect(),
    () => sight.disconnect(),
    listen(window, "scroll resize", look),
  ]);
}

/**
 * Opens an element in the top layer, where there is one; the focus stays where it is.
 *
 * @returns Whether the browser anchors it to its source.
 */
function openAbove(element: HTMLElement, source?: Element): boolean {
  let isAsked = false;
  if (!element.showPopover) return false;
  element.popover = "manual";
  const options = {
    // Older browsers do not ask for it.
    get source() {
      isAsked = true;
      return source;
    },
  };
  if (source instanceof HTMLElement) element.showPopover(options as ShowPopoverOptions);
  else element.showPopover();
  return isAsked && CSS.supports("position-area:block-end") && CSS.supports("top:anchor(top)");
}
