// What the page of a test is given: the reading of a page with all that is loaded for it, as the tag reads it.
import type { LoadPart } from "../src/parts.ts";
import * as markup from "../src/read/dialect/markup.ts";
import * as visible from "../src/read/dialect/visible.ts";
import { lateReading } from "../src/read/late-reading.ts";
import type { PageReading } from "../src/read/read-page.ts";

const parts: Record<string, unknown> = { markup, visible };
const load = (async (name: string) => {
  if (parts[name]) return parts[name];
  throw new Error("is not among these");
}) as LoadPart;

/** The page, and which dialects have said something of its product. */
export async function readWhole(
  document: Document,
  entries: unknown[] = [],
): Promise<PageReading["page"] & { by: string[] }> {
  const { page, readings } = await new Promise<PageReading>((done) =>
    lateReading(document, () => entries, {}, load)(done),
  );
  return { ...page, by: readings.flatMap(([name, { product }]) => (product ? name : [])) };
}
export { readVisible } from "../src/read/dialect/visible.ts";
export { drain } from "../src/dom/in-slices.ts";
