import { expect, test } from "@playwright/test";
import { factsOf } from "../tag.ts";
import { missing, recordedPages, recordedShops } from "./storefronts.ts";
import { visitor } from "./visitor.ts";

/** Those with a spec of their own, which asks the same. */
const OWN = [
  "bigcommerce-cornerstone",
  "evershop-live",
  "prestashop-classic-smarty",
  "spa-sauce",
  "woocommerce-live-ga4w",
];

test.use({ serviceWorkers: "block" });
test.skip(missing !== false, String(missing));

for (const shop of recordedShops().filter((name) => !OWN.includes(name)))
  test(`every page of ${shop} is taken for what it is`, async ({ context }) => {
    test.setTimeout(90_000);
    const pages = recordedPages(shop);
    const { page, visit } = await visitor(context, { pages, tag: "" });
    const taken: Record<string, unknown> = {};
    for (const recorded of pages) {
      await visit(recorded);
      taken[recorded.file] = (await factsOf(page))["page.type"];
    }
    expect(taken).toEqual(Object.fromEntries(pages.map(({ file, pageType }) => [file, pageType])));
  });
