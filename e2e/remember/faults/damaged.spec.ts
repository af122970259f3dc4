import type { BrowserContext, Page } from "playwright";
import type { Profile } from "../kit/profile.ts";
import type { ShopServer } from "../kit/serve.ts";
import { damages, storeFiles, storeMuch, type Damage } from "./kit/damage.ts";
import { arrive, buy, expectShopStands, type Known } from "./kit/shopper.ts";
import { engines, expect, test } from "./kit/test.ts";

/** How many events a store holds when it is damaged. */
const stocked = 10;

/** What became of one damaged store. */
interface Outcome {
  damage: string;
  /** What was wrong, in words; empty where nothing was. */
  wrong: string[];
  /** How it went, page by page. */
  story: string;
}

/** Goes on with a page until the one after the next, and looks at what they know. */
async function shopAgain(page: Page, { address }: ShopServer, { name, beyondUs }: Damage): Promise<Outcome> {
  const wrong: string[] = [];
  const seen: Known[] = [];
  try {
    for (const where of ["damaged page", "next page", "page after"]) {
      seen.push(await arrive(page, address));
      if (where === "damaged page") await expectShopStands(page);
      await buy(page, where);
    }
    const [found, next, after] = seen as [Known, Known, Known];
    const times = (product: string) => after.bought.filter((each) => each === product).length;
    if (times("next page") !== 1) wrong.push(`the next page's event is known ${times("next page")} times`);
    if (times("damaged page") > 1) wrong.push("an event of the damaged page is known twice");
    if (after.pieces < after.bought.length) wrong.push("the page after does not count what it lists");
    if (!beyondUs && next.storage !== "indexeddb") wrong.push(`the next page keeps nothing: ${next.error}`);
    if (found.storage === "memory" && !found.error) wrong.push("the damaged page does not tell why");
  } catch (error) {
    wrong.push(String(error).split("\n")[0]!);
  }
  const story = seen.map(
    ({ storage, bought, error }) => `${storage}, ${bought.length} events ${error ?? ""}`,
  );
  return { damage: name, wrong, story: story.join(" → ") };
}

interface Stall {
  damage: Damage;
  shop: ShopServer;
}

/** Visits some stalls at a time: a browser has time for more than one. */
async function visitAll<Result>(
  context: BrowserContext,
  stalls: Stall[],
  visit: (page: Page, stall: Stall) => Promise<Result>,
): Promise<Result[]> {
  const left = stalls.entries();
  const results: Result[] = [];
  const lane = async (): Promise<void> => {
    const page = await context.newPage();
    for (const [index, stall] of left) results[index] = await visit(page, stall);
    await page.close();
  };
  await Promise.all([lane(), lane(), lane()]);
  return results;
}

async function stockStalls(profile: Profile, stalls: Stall[]): Promise<void> {
  const { context } = await profile.launch();
  await visitAll(context, stalls, async (page, { damage, shop }) => {
    await arrive(page, shop.address);
    await buy(page, ...Array.from({ length: stocked }, (_, index) => `before ${index}`));
    if (damage.needsMuch) await storeMuch(page);
  });
  await context.close();
}

for (const engine of engines)
  test(`in ${engine}, the shop goes on over ${damages(engine).length} kinds of damaged store, and the next page keeps again`, async ({
    profileOf,
    serve,
  }) => {
    test.setTimeout(180_000);
    const profile = profileOf(engine);
    const stalls: Stall[] = [];
    for (const damage of damages(engine)) stalls.push({ damage, shop: await serve() });
    await stockStalls(profile, stalls);
    for (const { damage, shop } of stalls) {
      const files = storeFiles(profile.directory, engine, shop.address).filter((file) =>
        damage.file.test(file),
      );
      expect(files, `files for: ${damage.name}`).not.toEqual([]);
      for (const file of files) damage.do(file);
    }
    const { context } = await profile.launch();
    const outcomes = await visitAll(context, stalls, (page, { damage, shop }) =>
      shopAgain(page, shop, damage),
    );
    for (const { damage, story } of outcomes)
      test.info().annotations.push({ type: damage, description: story });
    expect(outcomes.flatMap(({ damage, wrong }) => wrong.map((each) => `${damage}: ${each}`))).toEqual([]);
  });
