import { isTraversal, parse, type Selector } from "css-what";

/** Reads a selector. @throws Where a browser would say that it is none. */
export function parseSelector(selector: string): Selector[][] {
  const parts = parse(selector);
  for (const part of parts) {
    const ends = [part[0], part.at(-1)];
    // `> a` and `a >` are forgiven by the parser, but by no browser.
    if (ends.some((end) => !end || isTraversal(end))) throw new Error("It begins or ends with a combinator.");
  }
  return parts;
}
