import type { PageType } from "@shopkeeper/engine";
import { fieldsOf } from "../clean-item.ts";
import { guarded } from "../guarded.ts";
import type { Dialect } from "./reading.ts";

/** What tag managers and Google's remarketing call a kind of page: `ecomm_pagetype`, `pageCategory`, `page.type`. */
const KIND = /^((ecomm|dynx)_)?(page_?)?(type|category)(_google)?$/i;

const KINDS: [type: PageType, words: RegExp][] = [
  ["search", /search/],
  ["order", /^purchase|confirm|thank/],
  ["checkout", /^checkout/],
  ["cart", /cart$|basket/],
  ["category", /categ|listing|plp/],
  ["product", /product|detail$|pdp/],
  ["home", /^home/],
];

/** The kind of page that an entry names, itself or in the object of its page: `{ page: { category: { pageType: "pdp" } } }`. */
function kindIn(raw: unknown, isPage: boolean, depth = 3): PageType | undefined {
  const fields = fieldsOf(raw);
  for (const key of Object.keys(fields).slice(0, 40)) {
    const value = fields[key];
    const isKind = KIND.test(key) && (isPage || /page/i.test(key));
    const word = isKind && typeof value == "string" && value.toLowerCase();
    const type = word
      ? KINDS.find(([, words]) => words.test(word))?.[0]
      : depth && /^(page|context|category|attributes|2)$/.test(key)
        ? kindIn(value, key != "2" && key != "context", depth - 1)
        : undefined;
    if (type) return type;
  }
}

/** What kind of page the entries of a data layer name, in words that are neither Google's events nor anybody's standard. */
export const readDataLayerKind: Dialect = ({ entries }) => {
  let type: PageType | undefined;
  const hear = guarded((entry: unknown) => {
    type = kindIn(entry, false) ?? type;
  });
  for (let index = 0; index < entries.length; index++) hear(entries[index]);
  return { type };
};
