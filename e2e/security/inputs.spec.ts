import { pageAddresses } from "./inputs/addresses-of-pages.ts";
import { items } from "./inputs/products.ts";
import { templates } from "./inputs/templates.ts";
import { texts } from "./inputs/texts.ts";
import { expect, ranIn, test } from "./kit/kit.ts";
import { groupsOf } from "./kit/page.ts";
import { vectors } from "./vectors/vectors.ts";

/** Of an input whose page takes few vectors, so many pages are enough; `LONG=1` opens as many as it takes. */
const PAGES = process.env["LONG"] ? Infinity : 2;

/** Every so many-th, so that each family is among them. */
const spread = <Type>(list: Type[], most: number): Type[] => {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(list.length, most) }, (_, index) => list[Math.floor(index * step)]!);
};

for (const input of [...templates, ...texts, ...items, ...pageAddresses])
  test(`no vector runs that comes by ${input.name}`, async ({ page, shop, errors }) => {
    const { size = vectors.length } = input;
    const groups = groupsOf(spread(vectors, PAGES * size), size);
    test.setTimeout(30_000 + groups.length * 10_000);
    for (const [index, group] of groups.entries()) {
      const path = `/${input.name.replace(/\W+/g, "-")}-${index}`;
      const answer = { body: input.page(group) };
      shop.put(path, answer);
      shop.put("/route/*", answer);
      await input.before?.(page, shop, group);
      await page.goto(shop.address + path);
      await page.evaluate(() => window.shopkeeper.ready);
      await input.act?.(page, shop, group);
      await expect
        .poll(() => page.locator(input.shown).count(), { timeout: 15_000 })
        .toBeGreaterThanOrEqual(Math.max(1, group.length * input.least));
      expect((await ranIn(page)).map((id) => vectors[id]?.text)).toEqual([]);
      expect(await page.locator("body > h1").textContent()).toBe("Our own");
    }
    expect(errors).toEqual([]);
  });
