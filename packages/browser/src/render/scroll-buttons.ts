import { create, listen } from "../dom/elements.ts";
import type { Words } from "../words/words.ts";

/**
 * Two buttons that scroll a list by what is seen of it. They are hidden, and keep their room, as long as all of the
 * list is seen; at an end, one of them does nothing and says so. It is not `disabled`, for it would lose the focus.
 */
export function scrollButtons(list: HTMLElement, { previous, next }: Words): HTMLElement[] {
  const buttons = [previous, next].map((name, index) => {
    const button = create(
      "button",
      { part: "scroll", type: "button", "aria-label": name },
      // Browsers mirror these two where the text runs from right to left.
      "‹›"[index]!,
    );
    button.style.visibility = "hidden";
    listen(button, "click", () => {
      const forward = (getComputedStyle(list).direction === "rtl") === !index ? 1 : -1;
      list.scrollBy({ left: list.clientWidth * 0.9 * forward });
    });
    return button;
  });
  const ends = [list.firstElementChild!, list.lastElementChild!];
  const atEnd: boolean[] = [];
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries)
        ends.forEach((end, index) => {
          if (end === target) atEnd[index] = intersectionRatio > 0.9;
        });
      buttons.forEach((button, index) => {
        button.setAttribute("aria-disabled", `${atEnd[index]}`);
        button.style.visibility = atEnd[0] && atEnd[1] ? "hidden" : "";
      });
    },
    { root: list, threshold: 0.9 },
  );
  for (const end of ends) observer.observe(end);
  return buttons;
}
