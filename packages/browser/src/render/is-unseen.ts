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
    !document.timeline.currentTime ||
    !element.getClientRects().length ||
    element.getBoundingClientRect()[edge] >= innerHeight
  );
}
