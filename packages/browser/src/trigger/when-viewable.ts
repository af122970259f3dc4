import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

/** Fine at the lower end: of something many screens long, little is in view at a time. */
const THRESHOLDS = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5];

/**
 * Acts once, when half of an element has been in view for a second without a break: what the IAB calls viewable. Of what
 * is larger than the screen, as much as fills half of that is enough.
 */
export function whenViewable(element: Element, act: () => void): Undo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (entries: IntersectionObserverEntry[]): void => {
    const { isIntersecting, intersectionRatio, intersectionRect } = entries.at(-1)!;
    const filled = (intersectionRect.width * intersectionRect.height) / (innerWidth * innerHeight);
    if (ownDocument.hidden || !isIntersecting || Math.max(intersectionRatio, filled) < 0.5)
      timer = void clearTimeout(timer);
    else timer ??= setTimeout(done, 1000);
  };
  const observer = new IntersectionObserver(look, { threshold: THRESHOLDS });
  const watch = (): void => {
    timer = void clearTimeout(timer);
    observer.disconnect();
    // The first thing that it tells is how things stand.
    if (!ownDocument.hidden) observer.observe(element);
  };
  const undo = undoAll([
    () => clearTimeout(timer),
    () => observer.disconnect(),
    listen(document, "visibilitychange", watch),
  ]);
  const done = (): void => {
    undo();
    act();
  };
  watch();
  return undo;
}
