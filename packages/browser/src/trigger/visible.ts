import { undoAll } from "../dom/undo.ts";
import { watchElements } from "../render/watch-elements.ts";
import type { Watch } from "./watch-trigger.ts";

/** `visible SELECTOR`: such an element comes into sight, whenever it comes into the page. */
export const visible: Watch = ({ text }, { report }, fire) => {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) fire();
  });
  const met = (element: Element) => {
    observer.observe(element);
    return () => observer.unobserve(element);
  };
  return undoAll([watchElements([{ selector: text, met }], report), () => observer.disconnect()]);
};
