import { expect, test, type BrowserContext } from "@playwright/test";
import { comeToRest, recordPage, type PageRecord } from "../page-record.ts";
import { railOf } from "../rail.ts";
import { factsOf, ready } from "../tag.ts";
import { statedFacts, statedImages } from "./stated.ts";
import { missing, recordedPages, type RecordedPage } from "./storefronts.ts";
import { visitor, type Serving } from "./visitor.ts";

/** A recorded shop, and what is expected of the tag in it. */
export interface RecordedShop {
  /** How the tests call it. */
  name: string;
  /** Its folder of recorded pages. */
  folder: string;
  /** What the shop writes in the tag. */
  tag: string;
  script?: Serving["script"];
  /** What a product's page states and the manifest does not hold, by file name. */
  facts?: Record<string, Record<string, unknown>>;
  /** Types of pages, by file name, where the manifest is wrong about them. */
  pageTypes?: Record<string, string>;
  /** A product that can be bought, by file name. */
  seen: string;
  /** Pages on which the rail then has to show it. */
  next: string[];
}

/** The tests that every recorded shop has to pass. */
export function describeShop(shop: RecordedShop): void {
  const pages = recordedPages(shop.folder);
  const without: Serving = { pages, script: shop.script };
  const serving: Serving = { ...without, tag: shop.tag };
  const nameOf = ({ file }: RecordedPage): string => file.slice(shop.folder.length + 1);
  const named = (name: string): RecordedPage => pages.find((page) => nameOf(page) === name)!;
  const factsAt = (page: RecordedPage): Record<string, unknown> => ({
    ...statedFacts(page),
    ...shop.facts?.[nameOf(page)],
  });

  test.describe(shop.name, () => {
    test.use({ serviceWorkers: "block" });
    test.describe.configure({ timeout: 90_000 });
    test.skip(missing !== false, String(missing));

    test("a product page is recognised", async ({ context }) => {
      const { page, visit } = await visitor(context, serving);
      for (const recorded of pages.filter(({ pageType }) => pageType === "product")) {
        await visit(recorded);
        const expected = factsAt(recorded);
        const facts = await factsOf(page);
        const read = Object.fromEntries(Object.keys(expected).map((name) => [name, facts[name]]));
        expect.soft(read, nameOf(recorded)).toEqual(expected);
      }
    });

    test("every page is taken for what it is", async ({ context }) => {
      const { page, visit } = await visitor(context, serving);
      const taken: Record<string, unknown> = {};
      for (const recorded of pages) {
        await visit(recorded);
        taken[nameOf(recorded)] = (await factsOf(page))["page.type"];
      }
      const stated = Object.fromEntries(pages.map((page) => [nameOf(page), page.pageType]));
      expect(taken).toEqual({ ...stated, ...shop.pageTypes });
    });

    for (const next of shop.next)
      test(`the rail fills on the next page, ${next}`, async ({ context }) => {
        const [seen, then] = [named(shop.seen), named(next)];
        const { "product.name": name, "product.price": price } = factsAt(seen);
        const { page, visit } = await visitor(context, serving);
        await visit(seen);
        await ready(page);
        await expect(railOf(page)).toBeHidden();
        await visit(then);
        const rail = railOf(page);
        await expect(rail).toContainText(String(name));
        // As the page's language writes it, whichever that is.
        await expect(rail).toContainText(new RegExp(Number(price).toFixed(2).replace(".", "[.,]")));
        await rail.getByRole("link").first().click();
        await expect(page).toHaveURL((url) => url.href.split("#")[0] === seen.url);
      });

    for (const recorded of pages)
      test(`script errors and requests are the page's own, ${nameOf(recorded)}`, async ({ browser }) => {
        const observe = async (serving: Serving): Promise<PageRecord> => {
          const context = await browser.newContext({ serviceWorkers: "block" });
          const { page, visit } = await visitor(context, serving);
          const record = recordPage(page);
          await visit(recorded);
          if (serving.tag !== undefined) await ready(page);
          await comeToRest(page);
          await context.close();
          return record();
        };
        expect(await observe(serving)).toEqual(await observe(without));
      });

    test("a filled rail asks for nothing but the pictures that the shop named", async ({
      context,
      browser,
    }) => {
      const [seen, then] = [named(shop.seen), named(shop.next[0]!)];
      const requestsOn = async (context: BrowserContext, serving: Serving): Promise<string[]> => {
        const { page, visit } = await visitor(context, serving);
        await visit(seen);
        if (serving.tag !== undefined) await ready(page);
        const record = recordPage(page);
        await visit(then);
        await comeToRest(page);
        if (serving.tag !== undefined) await expect(railOf(page)).toBeVisible();
        return record().requests;
      };
      const own = await requestsOn(await browser.newContext({ serviceWorkers: "block" }), without);
      const more = (await requestsOn(context, serving)).filter((url) => !own.includes(url));
      expect(statedImages(seen)).toEqual(expect.arrayContaining(more));
    });
  });
}
