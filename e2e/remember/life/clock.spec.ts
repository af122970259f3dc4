import { expect, type Page, test } from "@playwright/test";
import { oneBrowser } from "../kit/one-browser.ts";
import { serveShop, shopPage, type ShopServer } from "../kit/serve.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

declare global {
  interface Window {
    /** Sets the clock wrong by so many milliseconds, from now on. */
    setClock(offset: number): void;
  }
}

/** A clock that can be set wrong. Runs in the head, above the tag. */
function wrongClock(offset: number): void {
  const Right = Date;
  window.setClock = (wrong) => (offset = wrong);
  window.Date = class extends Right {
    constructor(...given: []) {
      if (given.length) super(...given);
      else super(Right.now() + offset);
    }
    static override now(): number {
      return Right.now() + offset;
    }
  } as DateConstructor;
}

const configuration = `<script type="application/json" data-sk-config>
  { "version": 1, "segments": {
    "four-views": "count(view_item) >= 4", "just-seen": "since(view_item) < 1h", "seen-this-week": "count(view_item within 7d) > 0", "negative": "since(view_item) < 0s or visitor.age < 0s" } }
</script>`;

test.describe("a clock that jumps", () => {
  test.describe.configure({ mode: "default", timeout: 60_000 });
  const browser = oneBrowser("chromium");
  let shop: ShopServer;
  /** By how much the clock is wrong on the pages that are loaded from now on. */
  let offset = 0;

  test.beforeEach(async () => {
    offset = 0;
    shop = await serveShop({
      answer: (path) =>
        path.includes(".")
          ? undefined
          : {
              body: shopPage({
                head: `<script>(${wrongClock.toString()})(${offset});</script>${configuration}`,
                tag: 'data-consent="granted"',
              }),
            },
    });
  });
  test.afterEach(() => shop.close());

  const view = (page: Page, id = "mug"): Promise<void> =>
    page.evaluate(async (id) => {
      await window.shopkeeper.ready;
      await window.shopkeeper.track("view_item", { items: [{ item_id: id }] });
    }, id);
  const know = (page: Page) =>
    page.evaluate(async () => {
      await window.shopkeeper.ready;
      const facts = window.shopkeeper.facts();
      const events = await window.shopkeeper.events();
      return {
        visits: facts["visitor.visits"] as number,
        ages: ["visitor.age", "cart.age", "orders.last", "visit.idle", "visit.time"].flatMap((name) =>
          facts[name] === undefined ? [] : [[name, facts[name] as number] as const],
        ),
        segments: window.shopkeeper.segments(),
        views: events.filter(({ name }) => name === "view_item").length,
      };
    });
  /** What has just happened is as old as it is, whatever the clock said meanwhile. */
  async function expectSane(page: Page, oldest = HOUR): Promise<void> {
    const { ages, segments } = await know(page);
    for (const [name, age] of ages) {
      expect(age, name).toBeGreaterThanOrEqual(0);
      expect(age, name).toBeLessThan(oldest);
    }
    expect(segments).not.toContain("negative");
  }
  /** A shopper who has looked at something, filled the cart and ordered, in the first visit. */
  async function live(): Promise<Page> {
    const page = await browser.open(shop.address);
    await page.evaluate(() => window.shopkeeper.ready);
    await view(page);
    await page.evaluate(async () => {
      await window.shopkeeper.track("add_to_cart", { items: [{ item_id: "mug", price: 18 }] });
      await window.shopkeeper.track("purchase", { transaction_id: "A-1", value: 18 });
      await window.shopkeeper.track("add_to_cart", { items: [{ item_id: "tote", price: 89 }] });
    });
    await expectSane(page);
    return page;
  }

  for (const [name, jump] of [
    ["a year ahead", YEAR],
    ["a year back", -YEAR],
    ["three years ahead", 3 * YEAR],
  ] as const) {
    test(`${name} in the midst of a page and right again, makes no age negative or absurd`, async () => {
      const page = await live();
      await page.evaluate((jump) => window.setClock(jump), jump);
      await expectSane(page, Math.max(jump, 0) + HOUR);
      await view(page, "tote");
      await expectSane(page, Math.max(jump, 0) + HOUR);
      await page.evaluate(() => window.setClock(0));
      await view(page, "mug");
      await expectSane(page);
      const { visits, views, segments } = await know(page);
      expect(views).toBe(3);
      // The jump and its return may each look like a new visit, but every event after them does not.
      expect(visits).toBeLessThanOrEqual(3);
      await view(page, "mug");
      expect((await know(page)).visits).toBe(visits);
      expect(segments).toContain("just-seen");
      await page.reload();
      await view(page);
      await expectSane(page);
      expect((await know(page)).visits).toBe(visits);
    });

    test(`${name} for one page, loses nothing of what was kept`, async () => {
      const first = await live();
      for (const id of ["hat", "coat", "scarf"]) await view(first, id);
      offset = jump;
      const wrong = await browser.open(`${shop.address}/wrong`);
      await view(wrong, "tote");
      // What has had its time is removed when the page has nothing better to do.
      await wrong.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
      await wrong.reload();
      await wrong.evaluate(() => window.shopkeeper.ready);
      await wrong.waitForTimeout(1500);
      await wrong.close();
      offset = 0;
      const page = await browser.open(`${shop.address}/right`);
      // Three years ahead the events have had their time, and are folded into what they add up to: they still
      // count. The one of the wrong clock may be yet to come.
      expect((await know(page)).segments).toContain("four-views");
      await expectSane(page);
      expect(await page.evaluate(() => window.shopkeeper.facts()["orders.count"])).toBe(1);
      expect(
        await page.evaluate(() => window.shopkeeper.recommend("cart").map(({ item_id }) => item_id)),
      ).toEqual(["tote"]);
    });
  }

  test("the beginning and the end of summer time end no visit and make nothing older", async () => {
    for (const [night, hour] of [
      [Date.UTC(2026, 2, 29, 0, 59, 30), 1],
      [Date.UTC(2026, 9, 25, 0, 59, 30), 2],
    ] as const) {
      offset = night - Date.now();
      const page = await browser.context.newPage();
      const session = await browser.context.newCDPSession(page);
      await session.send("Emulation.setTimezoneOverride", { timezoneId: "Europe/Berlin" });
      await page.goto(shop.address);
      await view(page);
      const hourOf = () => page.evaluate(() => window.shopkeeper.facts()["now.hour"]);
      expect(await hourOf()).toBe(hour);
      const before = await know(page);
      await page.evaluate((offset) => window.setClock(offset), offset + MINUTE);
      // From 1:59 to 3:00 in March; from 2:59 to 2:00 in October.
      expect(await hourOf()).toBe(night < Date.UTC(2026, 5) ? 3 : 2);
      await view(page);
      const after = await know(page);
      expect(after.visits).toBe(before.visits);
      expect(after.segments).toEqual(expect.arrayContaining(["just-seen", "seen-this-week"]));
      expect(after.segments).not.toContain("negative");
      const age = new Map(after.ages).get("visit.idle")!;
      expect(age).toBeLessThan(HOUR);
      await session.detach();
      await page.close();
    }
  });
});
