import type { Spot } from "@shopkeeper/lint";
import { parseFragment } from "parse5";
import type { Origin } from "./read-page.ts";

/** Lines and columns count from 1, columns in UTF-16 code units. */
export interface Location {
  line: number;
  column: number;
}

/** Where an offset of a text is, as an editor counts. */
export function locationAt(text: string, offset: number): Location {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** How many characters a source stands for: `&quot;` for one, a line's end for one. */
function lengthOf(source: string): number {
  if (!source.startsWith("&")) return 1;
  const [node] = parseFragment(source).childNodes;
  return node && "value" in node ? node.value.length : 1;
}

/** How many characters of a source stand for so many of what is read from it. */
function written(source: string, count: number, hasEntities: boolean): number {
  const pattern = hasEntities ? /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?|\r\n|[^]/giy : /\r\n|[^]/gy;
  let left = count;
  while (left > 0) {
    const [part] = pattern.exec(source) ?? [];
    if (part === undefined) return source.length;
    left -= lengthOf(part);
    if (left < 0) return pattern.lastIndex - part.length;
  }
  return pattern.lastIndex;
}

/** Where the value of an attribute begins, from where the attribute does. */
const valueAt = (source: string): number => /^[^=]*=\s*["']?/.exec(source)?.[0].length ?? 0;

/** Where a finding is in the text of its file. */
export function offsetIn(text: string, { element, attribute, offset }: Spot<Origin>): number {
  if (!element) return offset ?? 0;
  const origin = element.origin;
  // The parser has made this element: `<body>` where nobody wrote one.
  if (!origin) return 0;
  const place = attribute === undefined ? undefined : origin.attrs?.[attribute];
  if (place) {
    const source = text.slice(place.startOffset, place.endOffset);
    if (offset === undefined) return place.startOffset;
    const from = valueAt(source);
    return place.startOffset + from + written(source.slice(from), offset, true);
  }
  if (offset === undefined || attribute !== undefined) return origin.startOffset;
  const inside = origin.startTag?.endOffset ?? origin.startOffset;
  return inside + written(text.slice(inside), offset, false);
}
