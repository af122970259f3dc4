import type { Undo } from "../dom/undo.ts";

/** Acts once, when at least half of an element has come into view. */
export function whenSeen(element: Element, act: () => void): Undo {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { threshold: 0.5 },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
