import { expect, type Page, test } from "@playwright/test";
import { compare, findProbes, probeShop, watchErrors } from "./kit/probes.ts";
import { createProfile, engines } from "./kit/profile.ts";
import { serveShop } from "./kit/serve.ts";

const tabs = 10;
const long = !!process.env["LONG"];
/** Fewer in the usual run, fewest in Firefox, which is the slower one here. */
const eventsOf = { chromium: long ? 1000 : 400, firefox: long ? 1000 : 150 };

interface Task {
  writer: string;
  events: number;
}

/** Tells events in every rhythm: alone and awaited, alone and not, and many in one task. An order lies in between. */
async function tell({ writer, events }: Task): Promise<void> {
  const { shopkeeper } = window;
  const told: Promise<void>[] = [];
  const tell = (count: number) => {
    for (const end = Math.min(events, told.length + count); told.length < end;)
      told.push(shopkeeper.track("probe", { writer, number: told.length + 1 }));
  };
  const endOfTask = () => new Promise((resolve) => setTimeout(resolve));
  const orders: Promise<void>[] = [];
  while (told.length < events) {
    tell(1);
    await told.at(-1);
    for (const size of [1, 1, 1, 1, 45]) {
      tell(size);
      await endOfTask();
    }
    // The page of one order, open in every tab and loaded more than once, and an order of this tab's own.
    for (const transaction_id of ["shared", `of ${writer}`])
      orders.push(shopkeeper.track("purchase", { transaction_id, value: 10, currency: "EUR" }));
  }
  await Promise.all([...told, ...orders]);
}

const ordersOf = (page: Page) =>
  page.evaluate(async () => {
    const orders = await window.shopkeeper.events({ name: "purchase" });
    const facts = window.shopkeeper.facts();
    return { remembered: orders.length, count: facts["orders.count"], value: facts["orders.value"] };
  });

async function expectExact(page: Page, events: number): Promise<void> {
  await page.bringToFront();
  // A tab learns in its own time what the others have told.
  await expect(async () => {
    const { numbers, ...sums } = await findProbes(page);
    // The views of pages are remembered too.
    expect(sums).toMatchObject({ rows: tabs * events, counted: tabs * events, stated: sums.events });
    for (let tab = 0; tab < tabs; tab++)
      expect(compare(numbers[`tab ${tab}`], events)).toEqual({ lost: [], doubled: [] });
    const orders = tabs + 1;
    expect(await ordersOf(page)).toEqual({ remembered: orders, count: orders, value: orders * 10 });
  }).toPass({ timeout: 60_000 });
}

for (const engine of ["chromium", "firefox"] as const)
  test(`in ${engine}, ${tabs} tabs that tell ${eventsOf[engine]} events each at once count every one of them, and an order once`, async () => {
    test.skip(!engines.includes(engine), "there is no Firefox here");
    test.setTimeout(600_000);
    const events = eventsOf[engine];
    const shop = await serveShop(probeShop);
    const profile = createProfile(engine);
    try {
      const { context, page } = await profile.launch();
      const errors = watchErrors(context);
      const pages = [page];
      while (pages.length < tabs) pages.push(await context.newPage());
      await Promise.all(pages.map((each) => each.goto(shop.address)));
      await Promise.all(pages.map((each, tab) => each.evaluate(tell, { writer: `tab ${tab}`, events })));
      for (const each of pages) await expectExact(each, events);
      await page.goto(`${shop.address}/next`);
      await expectExact(page, events);
      await expect(page.locator("h1")).toHaveText("A shop");
      expect(errors).toEqual([]);
    } finally {
      await profile.remove();
      shop.close();
    }
  });
