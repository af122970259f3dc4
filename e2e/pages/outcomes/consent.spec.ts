import { expect, test } from "./kit.ts";
import { leave, lookedThrough, order, patiently, seen, visit, type Shop } from "./shop.ts";
import type { Page } from "@playwright/test";

// Of what a page sends in its last moment Chromium loses some, one in ten on a busy machine; the next page sends it again.
test.describe.configure({ retries: 3 });

const sinks = { configuration: { sinks: ["beacon /outcomes", "datalayer"] } };

const pushed = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (window.dataLayer ?? []).filter((entry) => /^exp|goal/.test(`${(entry as { event?: string }).event}`))
        .length,
  );

/** A visit in which much happens that could be told. */
async function live(page: Page, shop: Shop): Promise<void> {
  await page.goto(shop.address);
  await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
  await page.evaluate(async () => {
    const { shopkeeper } = window;
    await shopkeeper.ready;
    await shopkeeper.track("experience_view", { experience_id: "hello" });
    await shopkeeper.track("experience_click", { experience_id: "hello" });
  });
  await order(page, `o${Math.random()}`);
  // Twice as long as a page takes to get round to what can wait.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
}

test("while nobody has answered nothing leaves; after a yes, what this page knows", async ({
  page,
  open,
}) => {
  const shop = await open({ ...sinks, attributes: 'data-consent="pending"' });
  await live(page, shop);
  expect(await pushed(page)).toBe(0);
  await leave(page);
  await live(page, shop);
  expect(await pushed(page)).toBe(0);
  expect(shop.requests).toEqual([]);
  await page.evaluate(() => window.shopkeeper.consent("granted"));
  await expect.poll(() => pushed(page), patiently).toBeGreaterThan(2);
  await leave(page);
  await expect.poll(() => shop.names(), patiently).toContain("experience_convert");
});

test("a yes to personalization alone tells nobody; one to measurement does", async ({ page, open }) => {
  const shop = await open({ ...sinks, attributes: 'data-consent="pending"' });
  await live(page, shop);
  await page.evaluate(() =>
    window.shopkeeper.consent({ personalization: "granted", measurement: "pending" }),
  );
  await page.evaluate(() => window.shopkeeper.track("experience_click", { experience_id: "hello" }));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(await pushed(page)).toBe(0);
  await leave(page);
  expect(shop.requests).toEqual([]);
});

test("after a no nothing leaves, ever: not on this page, not by the next, not after a later yes", async ({
  page,
  open,
}) => {
  const shop = await open({ ...sinks, attributes: 'data-consent="denied"' });
  for (let visits = 0; visits < 2; visits++) {
    await live(page, shop);
    expect(await pushed(page)).toBe(0);
    await leave(page);
  }
  expect(shop.requests).toEqual([]);
  await page.goto(shop.address);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("shopkeeper.outcomes");
});

test("what happened under a no to measurement stays here when it turns into a yes", async ({
  page,
  open,
}) => {
  const shop = await open({ ...sinks, attributes: 'data-consent="pending"' });
  await page.goto(shop.address);
  await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
  await page.evaluate(() => window.shopkeeper.consent({ personalization: "granted", measurement: "denied" }));
  await seen(page);
  await page.evaluate(() => window.shopkeeper.track("experience_click", { experience_id: "refused" }));
  await lookedThrough(page);
  await page.evaluate(() => window.shopkeeper.consent("granted"));
  await page.evaluate(() => window.shopkeeper.track("experience_click", { experience_id: "agreed" }));
  await expect.poll(() => pushed(page), patiently).toBe(1);
  await leave(page);
  await expect.poll(() => shop.lines().map((line) => line["experience_id"]), patiently).toEqual(["agreed"]);
});

test("a pause stops what waits, and who is forgotten leaves nothing to send", async ({ page, open }) => {
  const shop = await open(sinks);
  shop.answer = 500;
  await visit(page, shop);
  await lookedThrough(page);
  const before = await pushed(page);
  await page.evaluate(() => window.shopkeeper.pause());
  await page.evaluate(() => window.shopkeeper.track("experience_click", { experience_id: "hello" }));
  await leave(page);
  expect(shop.requests).toEqual([]);
  await page.goto(shop.address);
  await page.evaluate(async () => {
    await window.shopkeeper.ready;
    window.shopkeeper.resume();
  });
  await seen(page);
  await lookedThrough(page);
  expect(before).toBeGreaterThan(0);
  await page.evaluate(() => window.shopkeeper.forget());
  expect(await page.evaluate(() => localStorage.getItem("shopkeeper.outcomes"))).toBeNull();
  const sent = shop.requests.length;
  await leave(page);
  await page.goto(shop.address);
  await page.evaluate(() => window.shopkeeper.ready);
  await leave(page);
  expect(shop.requests.length).toBe(sent);
});
