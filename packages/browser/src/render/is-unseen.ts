import { ownDocument } from "../dom/own-document.ts";

/**
 * Whether a change at this edge of an element moves nothing that the shopper sees: nothing has been painted yet, or
 * the place lies below the viewport or is not displayed.
 *
 * @param edge Where the change begins: `"bottom"` for what is added at the end of the element or after it.
 */
export function isUnseen(element: Element, edge: "top" | "bottom" = "top"): boolean {
  return (
    // The page's clock stands still until its first frame. Its paint timing comes 20 to 40 ms after the paint itself,
    // too late to tell: a script that arrives in between would change what has just been seen.
    !ownDocument.timeline.currentTime ||
    !element.getClientRects().length ||
    element.getBoundingClientRect()[edge] >= innerHeight
  );
}

/** The nearest sibling in a direction that is displayed. */
function displayed(element: Element, next: "previousElementSibling" | "nextElementSibling"): Element | null {
  let sibling = element[next];
  while (sibling && !sibling.getClientRects().length) sibling = sibling[next];
  return sibling;
}

/**
 * Whether nothing that the shopper sees moves when a hidden element is shown: it has no place of its own yet, but will stand
 * between its neighbours. Where it has none, where its parent begins.
 */
export function isGapUnseen(element: Element): boolean {
  const before = displayed(element, "previousElementSibling");
  const after = displayed(element, "nextElementSibling");
  const { parentElement: parent } = element;
  return (
    (!before || isUnseen(before, "bottom")) &&
    (!after || isUnseen(after)) &&
    (!!(before || after) || !parent || isUnseen(parent))
  );
}
