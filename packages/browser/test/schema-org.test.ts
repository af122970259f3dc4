import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Item } from "@shopkeeper/engine";
import { chromium as playwright, type Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium } from "../../../e2e/browsers.ts";
import { cleanItem } from "../src/read/clean-item.ts";
import type { Reading } from "../src/read/dialect/reading.ts";
import { bundle } from "./bundle.ts";

const folder = fileURLToPath(new URL("../../../../shared/storefronts/schemaorg/", import.meta.url));
const base = "https://shop.example/item";

interface Stated {
  file: string;
  products: (Record<string, unknown> & { nested: boolean })[];
  crumbs: string[][];
}
type Syntax = "jsonld" | "microdata" | "rdfa";
const READERS: Record<Syntax, string> = {
  jsonld: "readJsonLd",
  microdata: "readMicrodata",
  rdfa: "readRdfa",
};

/** Products that an example has within something that is not about them: what a person wants, a review of another. */
const ABOUT_OTHERS = /^eg-(0051|0055|0103|0112|0114|0137|0143|0184|0291|0293|0329|0483)$/;

/** What is read otherwise than listed, and why. */
const EXCEPTIONS: Record<string, string> = {
  "eg-0321": "a book without an offer is nothing that is sold here",
  "eg-0323": "a book without an offer is nothing that is sold here",
};

describe.skipIf(!existsSync(folder))(
  "schema.org's own examples (skipped without ../shared/storefronts)",
  () => {
    const examples: Record<string, Partial<Record<Syntax, Stated>>> = existsSync(folder)
      ? JSON.parse(readFileSync(`${folder}expected.json`, "utf8"))
      : {};
    let browser: Browser;
    let read: (file: string, syntax: Syntax) => Promise<Reading>;

    beforeAll(async () => {
      const script = await bundle("./schema-dialects.ts", "dialects");
      browser = await playwright.launch(chromium.launchOptions);
      const tab = await browser.newPage();
      read = (file, syntax) =>
        tab.evaluate(
          `${script};dialects.drain(dialects.${READERS[syntax]}({
          document: new DOMParser().parseFromString(${JSON.stringify(readFileSync(folder + file, "utf8"))}, "text/html"),
          location: new URL("${base}"), base: "${base}", entries: [], told: {}, type: "other" }))`,
        );
    }, 30_000);
    afterAll(() => browser?.close());

    const cases = Object.entries(examples).flatMap(([name, syntaxes]) =>
      (Object.keys(READERS) as Syntax[]).flatMap((syntax) =>
        syntaxes[syntax] ? [{ name, syntax, stated: syntaxes[syntax] }] : [],
      ),
    );

    test.for(cases)("$name in $syntax", async ({ name, syntax, stated }) => {
      const { product, items, order, category } = await read(stated.file, syntax);
      const told = [product ?? [], items ?? [], order?.items ?? []].flat();
      const expected = ABOUT_OTHERS.test(name) || EXCEPTIONS[name] ? [] : stated.products;
      for (const { name, sku, productID, brand, image, url, price, currency, availability } of expected)
        expect(told).toContainEqual(
          expect.objectContaining(
            cleanItem({ name, id: sku ?? productID, brand, image, url, price, currency, availability }, base),
          ) as Item,
        );
      for (const crumbs of stated.crumbs) expect(category).toBe(crumbs.at(-1));
    });
  },
);
