import { parseJson } from "../parse-json.ts";
import { queryAll } from "../query.ts";
import type { Reading, Sight } from "./reading.ts";
import { readSchemaOrg } from "./schema-org.ts";

/** So many characters of it are read at most: more takes long, and no page that means well has it. */
const MOST = 1e6;

/** schema.org's words in `<script type="application/ld+json">`. */
export function* readJsonLd(sight: Sight): Generator<unknown, Reading> {
  const roots: unknown[] = [];
  let read = 0;
  for (const { textContent } of queryAll(sight.document, 'script[type*="ld+json" i]')) {
    read += textContent!.length;
    if (read > MOST) break;
    roots.push(parseJson(textContent));
    yield;
  }
  return readSchemaOrg(roots, sight);
}
