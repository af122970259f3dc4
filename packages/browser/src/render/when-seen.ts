import type { Undo } from "../dom/undo.ts";

/**
 * Acts once, when an element has come into view, wherever it stands: in a shadow root too.
 *
 * @param threshold How much of it has to be in view: by default, half.
 */
export function whenSeen(element: Element, act: () => void, threshold = 0.5): Undo {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { threshold },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
