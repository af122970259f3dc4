import { markupNodes } from "./markup-nodes.ts";
import type { Reading, Sight } from "./reading.ts";
import { readSchemaOrg } from "./schema-org.ts";

const isSchema = /schema\.org\//i;

/**
 * schema.org's words as microdata: `<div itemscope itemtype="https://schema.org/Product">`.
 *
 * @see https://html.spec.whatwg.org/multipage/microdata.html
 */
export function* readMicrodata(sight: Sight): Generator<unknown, Reading> {
  return readSchemaOrg(
    yield* markupNodes(sight.document, {
      nodes: "[itemscope]",
      property: "itemprop",
      open(element) {
        const type = element.getAttribute("itemtype") ?? "";
        return { "@type": isSchema.test(type) ? type : "", "@id": element.getAttribute("itemid") ?? "" };
      },
      names: (words) => words.split(/\s+/).map((word) => word.replace(/^https?:\/\/schema\.org\//, "")),
    }),
    sight,
  );
}
