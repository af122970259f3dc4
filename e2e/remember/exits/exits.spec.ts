import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { compare, findProbes, watchErrors } from "../kit/probes.ts";
import { createProfile, engines } from "../kit/profile.ts";
import { serveShop } from "../kit/serve.ts";
import { leavingShop } from "./leaving-page.ts";

const long = !!process.env["LONG"];
/** In the usual run Firefox, where a page takes longer to open, has fewer. */
const times = { chromium: long ? 100 : 5, firefox: long ? 100 : 2 };

interface Leaving {
  context: BrowserContext;
  page: Page;
  address: string;
  /** Where the page is that tells an event and is left. */
  leaving: string;
}

/** Every way out of a page, which tells an event in the same task. Each gives the page that is seen next. */
const exits: Record<string, (leaving: Leaving) => Promise<Page>> = {
  async "a link"({ page, leaving }) {
    await page.goto(leaving);
    await page.click("a");
    await page.waitForURL("**/next");
    return page;
  },
  async "a form"({ page, leaving }) {
    await page.goto(leaving);
    await page.click("button");
    await page.waitForURL("**/next?q=mug");
    return page;
  },
  async "location.href"({ page, leaving }) {
    await page.goto(leaving);
    await page.evaluate(() => void setTimeout(() => window.tellAndLeave(() => (location.href = "/next"))));
    await page.waitForURL("**/next");
    return page;
  },
  async "a reload"({ page, leaving }) {
    await page.goto(leaving);
    const loaded = page.waitForEvent("load");
    await page.evaluate(() => void setTimeout(() => window.tellAndLeave(() => location.reload())));
    await loaded;
    return page;
  },
  async "the way back"({ page, address, leaving }) {
    await page.goto(`${address}/before`);
    await page.goto(leaving);
    await page.evaluate(() => void setTimeout(() => window.tellAndLeave(() => history.back())));
    await page.waitForURL("**/before");
    return page;
  },
  async "the closing of a tab"({ context, page, address, leaving }) {
    await page.goto(leaving);
    const next = await context.newPage();
    await page.evaluate(() => window.tellAndLeave(() => {}));
    await page.close();
    await next.goto(`${address}/next`);
    return next;
  },
  async "a window that closes itself"({ context, page, address, leaving }) {
    await page.goto(`${address}/before`);
    const opening = context.waitForEvent("page");
    await page.evaluate((url) => void window.open(url), leaving);
    const opened = await opening;
    const closed = opened.waitForEvent("close");
    await opened.waitForFunction(() => "tellAndLeave" in window);
    await opened.evaluate(() => void setTimeout(() => window.tellAndLeave(() => window.close())));
    await closed;
    await page.goto(`${address}/next`);
    return page;
  },
  async "a page that only leads on"({ page, leaving }) {
    const arrived = page.waitForURL("**/next");
    await page.goto(leaving.replace("/?", "/onward?")).catch(() => {});
    await arrived;
    return page;
  },
};

for (const engine of ["chromium", "firefox"] as const) {
  const count = times[engine];
  test(`in ${engine}, what is told last before a page is left is on the next page, once, ${count} times of ${count} for each way out`, async ({}, info) => {
    test.skip(!engines.includes(engine), "there is no Firefox here");
    test.setTimeout(120_000 + count * 30_000);
    const shop = await serveShop(leavingShop);
    const profile = createProfile(engine);
    try {
      let { context, page } = await profile.launch();
      const errors = watchErrors(context);
      let number = 0;
      for (const [name, leave] of Object.entries(exits)) {
        let kept = 0;
        for (const last = number + count; number < last;) {
          const leaving = `${shop.address}/?number=${++number}`;
          page = await leave({ context, page, address: shop.address, leaving });
          await expect(page.locator("h1")).toHaveText("A shop");
          const { numbers, rows, counted } = await findProbes(page);
          if (numbers["exit"]?.filter((each) => each === number).length === 1) kept++;
          expect.soft(counted, `the engine counts what is remembered after ${name}`).toBe(rows);
        }
        info.annotations.push({
          type: "figures",
          description: `${engine}: ${kept} of ${count} kept over ${name}`,
        });
        expect.soft(kept, `kept over ${name}`).toBe(count);
      }
      expect(errors).toEqual([]);

      await context.close();
      ({ context, page } = await profile.launch());
      await page.goto(`${shop.address}/next`);
      const { numbers } = await findProbes(page);
      expect(compare(numbers["exit"], number), "after a relaunch").toEqual({ lost: [], doubled: [] });
    } finally {
      await profile.remove();
      shop.close();
    }
  });
}
