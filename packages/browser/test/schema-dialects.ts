// What the page of a test is given: the three syntaxes of schema.org's words.
export { drain } from "../src/dom/in-slices.ts";
export { readJsonLd } from "../src/read/dialect/json-ld.ts";
export { readMicrodata } from "../src/read/dialect/microdata.ts";
export { readRdfa } from "../src/read/dialect/rdfa.ts";
