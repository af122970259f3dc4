import { expect, test } from "vitest";
import { isShopName } from "./clean-brand.ts";

const shop = new URL("https://www.north-light.example/coats");
/** A document with no `og:site_name`, or with one. */
const documentOf = (site?: string): Document => {
  class Page {
    querySelectorAll(): unknown[] {
      return site ? [{ getAttribute: () => site }] : [];
    }
  }
  return new Page() as unknown as Document;
};

test.for<[string | undefined, boolean, string?]>([
  ["North Light", true],
  ["NORTHLIGHT", true],
  ["Tall & Small", true, "Tall & small"],
  ["North Light & Partners", false],
  ["Wool & Co", false, "Tall & small"],
  [undefined, false],
  ["", false, ""],
])("%j is only the shop's name: %j", ([brand, is, site]) => {
  expect(isShopName(brand, documentOf(site), shop)).toBe(is);
});
