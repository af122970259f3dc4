import { selectAll } from "../dom/elements.ts";

/** The level of a heading in this element: one below the heading that it stands under, so that none is left out. */
export function headingLevel(element: Element): number {
  const before = selectAll("h1,h2,h3,h4,h5,h6").filter(
    (each) => element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  return Math.min(6, Number(before.at(-1)?.localName[1] ?? 1) + 1);
}
