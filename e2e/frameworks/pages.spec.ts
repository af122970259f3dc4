import type { Page } from "@playwright/test";
import { expect, hydrate, seed, test } from "./kit.ts";

test.describe.configure({ timeout: 120_000 });

/** As much of Turbo as holds what it keeps of the pages before. */
interface Turbo {
  session: { view: { snapshotCache: { get(address: URL): { element: Element } } } };
}

const ready = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
  await page.evaluate(() => window.shopkeeper.ready);
};
const body = (page: Page): Promise<string> => page.locator("body").evaluate((body) => body.outerHTML);

/** Our changes, each there once. */
async function expectOnce(page: Page): Promise<void> {
  await expect(page.locator("[data-sk-slot=hero] .ours")).toHaveCount(1);
  await expect(page.locator("[data-sk-slot=hero] .ours")).toBeVisible();
  await expect(page.getByText("Hero", { exact: true })).toBeHidden();
  await expect(page.locator("[data-sk-slot=lines] .ours")).toHaveCount(1);
  await expect(page.getByText("Line", { exact: true })).toBeHidden();
  await expect(page.locator("#hidden")).toBeHidden();
  await expect(page.locator("#greeting")).toHaveText("Hello, friend");
}

test("Turbo: pages from its cache have our changes once, and what it keeps is the shop's own", async ({
  page,
  address,
}) => {
  await seed(page, address);
  await page.goto(`${address}/turbo/one`);
  await ready(page);
  const served = await page.evaluate(async () => {
    const html = await (await fetch("/turbo/one")).text();
    return new DOMParser().parseFromString(html, "text/html").body.outerHTML;
  });
  await expectOnce(page);
  await expect(page.locator("[data-sk-rail] .ours")).toHaveText("Tote");
  await page.locator("#go").click();
  await expect(page.getByRole("heading", { name: "Page two" })).toBeVisible();
  await expectOnce(page);

  // What is kept for the way back.
  const kept = await page.evaluate(() => {
    const { session } = (window as unknown as { Turbo: Turbo }).Turbo;
    return session.view.snapshotCache.get(new URL("/turbo/one", location.href)).element.outerHTML;
  });
  expect(kept).toBe(served);

  await page.goBack();
  await expect(page.getByRole("heading", { name: "Page one" })).toBeVisible();
  await expectOnce(page);
  await page.locator("#go").click();
  await page.locator("html[data-turbo-preview]").waitFor({ state: "attached" });
  await expect(page.getByRole("heading", { name: "Page two" })).toBeVisible();
  await expectOnce(page);
  await page.locator("html:not([data-turbo-preview])").waitFor({ state: "attached" });
  await expectOnce(page);

  await page.evaluate(() => window.shopkeeper.stop());
  await expect(page.locator(".ours")).toHaveCount(0);
  await expect(page.getByText("Hero", { exact: true })).toBeVisible();
  await expect(page.locator("#greeting b")).toHaveText("come");
});

test("Alpine: what it shows, repeats and counts goes on, and so do our changes", async ({
  page,
  address,
}) => {
  const act = async (): Promise<void> => {
    await expect(page.locator("#count")).toHaveText("Count 0");
    await page.locator("#count").click();
    await page.locator("#route").click();
    await page.locator("#route").click();
    await page.locator("#count").click();
    await expect(page.locator("#count")).toHaveText("Count 2");
  };
  await page.goto(`${address}/alpine?none`);
  await act();
  const untouched = await body(page);
  await seed(page, address);
  await page.goto(`${address}/alpine`);
  await ready(page);
  await act();
  await expectOnce(page);
  await expect(page.getByText("Hero 2")).toBeHidden();
  await expect(page.getByText(/^Line/)).toHaveCount(4);
  await expect(page.getByText("Line 2").first()).toBeHidden();
  await page.evaluate(() => window.shopkeeper.stop());
  expect(await body(page)).toBe(untouched);
  await expect(page.getByText("Hero 2")).toBeVisible();
});

for (const how of ["", "?again"])
  test(`a page that takes every change back${how && " by rendering anew"} has its way after five times, and peace`, async ({
    page,
    address,
    said,
  }) => {
    await seed(page, address);
    await page.goto(`${address}/contested${how}`);
    await ready(page);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { reverts: number }).reverts))
      .toBeGreaterThanOrEqual(4);
    const counted = await page.evaluate(async () => {
      const main = document.querySelector("main")!;
      let mutations = 0;
      const observer = new MutationObserver((records) => (mutations += records.length));
      observer.observe(main, { childList: true, subtree: true, characterData: true, attributes: true });
      for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
      // The shop does something of its own.
      main.append("!");
      main.lastChild!.remove();
      for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
      observer.disconnect();
      return { mutations, reverts: (window as unknown as { reverts: number }).reverts };
    });
    expect(counted.mutations).toBeLessThanOrEqual(2);
    // Four places, five times each at most.
    expect(counted.reverts).toBeLessThanOrEqual(20);
    await expect(page.locator(".ours")).toHaveCount(0);
    await expect(page.locator("#hidden")).toBeVisible();
    await expect(page.locator("#greeting")).toHaveText("Welcome");
    const { error } = await page.evaluate(() => window.shopkeeper.status());
    expect(error).toMatch(/^contested: /);
    // Each place is told of once, as a warning and no error.
    const told = said.splice(0);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(4);
    expect(new Set(told).size).toBe(told.length);
    expect(told.every((line) => line.startsWith("[shopkeeper] contested: "))).toBe(true);
    await page.evaluate(() => window.shopkeeper.stop());
    await expect(page.locator("[data-sk-contested]")).toHaveCount(0);
  });

test("a document that React takes over as a whole finds what its server has sent", async ({
  page,
  address,
}) => {
  await seed(page, address);
  await page.goto(`${address}/document?tag=none`);
  const untouched = await body(page);
  await page.goto(`${address}/document`);
  await ready(page);
  const hero = page.locator("[data-sk-slot=hero]");
  await expect(hero.locator(".ours")).toBeVisible();
  await expect(page.locator("[data-sk-slot=lines] .ours")).toBeVisible();
  await expect(page.locator("#hidden")).toBeHidden();
  expect(await body(page)).toBe(untouched);
  await hydrate(page);
  await expect(page.locator("#link")).toHaveText("Hello, friend");
  await page.locator("#count").click();
  await expect(page.locator("#count")).toHaveText("Count 1");
  await expect(hero.locator("h2").last()).toHaveText("Hero 1");
  await expect(hero.locator(".ours")).toBeVisible();
});
