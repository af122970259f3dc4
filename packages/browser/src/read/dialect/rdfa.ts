import { markupNodes } from "./markup-nodes.ts";
import type { Reading, Sight } from "./reading.ts";
import { readSchemaOrg } from "./schema-org.ts";

/** A word of schema.org without its prefix: `Product` of `schema:Product`, of its address, or by the vocabulary around. */
function schemaWords(words: string, element: Element): string[] {
  const inVocabulary = /schema\.org/i.test(element.closest("[vocab]")?.getAttribute("vocab") ?? "");
  return words.split(/\s+/).flatMap((word) => {
    const [, plain = inVocabulary ? word : ""] =
      /^(?:schema:|https?:\/\/schema\.org\/)(.+)/i.exec(word) ?? [];
    return plain && !plain.includes(":") ? [plain] : [];
  });
}

/**
 * schema.org's words as RDFa, of which shops write no more than RDFa Lite: `<div vocab="https://schema.org/" typeof="Product">`.
 *
 * @see https://www.w3.org/TR/rdfa-lite/
 */
export function* readRdfa(sight: Sight): Generator<unknown, Reading> {
  return readSchemaOrg(
    yield* markupNodes(sight.document, {
      nodes: "[typeof],[resource]:not([property],link,meta)",
      property: "property",
      open: (element) => ({
        "@type": schemaWords(element.getAttribute("typeof") ?? "", element).join(" "),
        "@id": element.getAttribute("resource") ?? element.getAttribute("href") ?? "",
      }),
      names: schemaWords,
    }),
    sight,
  );
}
