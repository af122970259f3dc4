import type { Page } from "@playwright/test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./kit/test.ts";
import { becomeKnown, begun, rememberedOn, shownOn, watchErrors } from "./kit/visit.ts";
import { PERSONAL, PLAIN } from "./kit/shop.ts";

/** The page as text, without the tag's own element and its configuration. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const element of copy.querySelectorAll("script[src*=shopkeeper], script[data-sk-config]"))
      element.remove();
    return copy.outerHTML;
  });

test("where everything of the tag is blocked, the page is as without it", async ({ browser, hosts }) => {
  const page = await browser.newPage();
  const errors = watchErrors(page);
  await page.route(/shopkeeper\.js|privacy-panel\.js|time-zones\.js/, (route) =>
    route.abort("blockedbyclient"),
  );
  await page.goto(`${hosts.tagged.address}/plain`);
  await page.evaluate(() => {
    const { length } = ((window as { shopkeeper?: unknown }).shopkeeper = [] as unknown[]) as unknown[];
    return length;
  });
  expect(await shownOn(page)).toEqual(PLAIN);
  const host = await page.evaluate(() => window.checkHost());
  expect(Object.values(host)).not.toContain(false);
  // Only the browser itself says that it was blocked.
  expect(errors.filter((error) => !/ERR_BLOCKED_BY_CLIENT/.test(error))).toEqual([]);
  await page.close();
});

test("no file of the tag is called like what the lists of blockers look for", () => {
  const names = readdirSync(join(import.meta.dirname, "../../packages/tag/dist"));
  expect(names.length).toBeGreaterThan(1);
  const rules =
    /analytics|tracking|tracker|track\b|beacon|autotrack|pixel|metrics|telemetry|stat(s|istics)\b|[-_.]ad(s|vert)?\b|event-?log|popup|banner|consent|cookie/i;
  expect(names.filter((name) => rules.test(name))).toEqual([]);
});

for (const [who, userAgent] of Object.entries({
  "a crawler": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "somebody new": undefined,
}))
  test(`for ${who} without storage the document is, letter by letter, the one without the tag`, async ({
    browser,
    hosts,
  }) => {
    const texts: string[] = [];
    for (const { address } of [hosts.plain, hosts.tagged]) {
      const context = await browser.newContext({ userAgent });
      await context.addInitScript(() => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB"])
          Object.defineProperty(window, name, { value: undefined });
      });
      const page = await context.newPage();
      const errors = watchErrors(page);
      await page.goto(`${address}/crawled`);
      if (address === hosts.tagged.address) await begun(page);
      await page.waitForTimeout(300);
      texts.push((await textOf(page)).replaceAll(address, ""));
      expect(errors).toEqual([]);
      await context.close();
    }
    const [without, withTag] = texts as [string, string];
    expect(withTag.replace(/\n\s*/g, "\n")).toBe(without.replace(/\n\s*/g, "\n"));
  });

test("storage that the shop clears on logging out stays empty of what was forgotten, and the page goes on", async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${hosts.tagged.address}/plain`);
  await begun(page);
  await becomeKnown(page);
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
  });
  await page.evaluate(() => window.shopkeeper.track("view_cart"));
  await page.goto(`${hosts.tagged.address}/plain`);
  await begun(page);
  const remembered = await rememberedOn(page);
  expect(remembered["view_item"]).toBeUndefined();
  expect((await shownOn(page)).slot).toBe("Welcome");
  expect(errors).toEqual([]);
  await context.close();
});

test("a cart drawer and a consent banner of the shop come first: the pop-up waits until they are closed", async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = watchErrors(page);
  for (const path of ["/overlaid", "/overlaid"]) {
    await page.goto(hosts.tagged.address + path);
    await begun(page);
  }
  await page.waitForTimeout(1200);
  expect((await shownOn(page)).popup).toBe(false);
  await page.locator("#close-consent").click();
  await page.waitForTimeout(800);
  expect((await shownOn(page)).popup).toBe(false);
  await page.locator("#close-cart").click();
  await expect.poll(() => shownOn(page).then(({ popup }) => popup)).toBe(true);
  expect(errors).toEqual([]);
  await context.close();
});

test("what is marked in a page that is written anew is met too", async ({ browser, hosts }) => {
  const page = await browser.newPage();
  const errors = watchErrors(page);
  await page.goto(`${hosts.tagged.address}/written`);
  await begun(page);
  await becomeKnown(page);
  expect(Object.values(await page.evaluate(() => window.checkHost()))).not.toContain(false);
  await page.evaluate(() =>
    document.body.insertAdjacentHTML("beforeend", `<p data-sk-text="Hello {profile.name}"></p>`),
  );
  await expect(page.getByText("Hello Ada")).toBeVisible();
  expect(errors).toEqual([]);
  await page.close();
});

test("in the copy of a page that comes back, everything stands once", async ({ browser, hosts }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = watchErrors(page);
  for (let view = 0; view < 2; view++) {
    await page.goto(`${hosts.tagged.address}/exchanged-body`);
    await begun(page);
    await becomeKnown(page);
  }
  await expect.poll(() => shownOn(page)).toEqual(PERSONAL);
  expect(Object.values(await page.evaluate(() => window.checkHost()))).not.toContain(false);
  await expect.poll(() => shownOn(page)).toEqual(PERSONAL);
  await page.evaluate(() => window.shopkeeper.stop());
  // A text or a hidden element of a copy is like any other: nobody can tell what it was.
  const { slot, swap, popup } = PLAIN;
  expect(await shownOn(page)).toMatchObject({ slot, swap, popup });
  expect(errors).toEqual([]);
  await context.close();
});

test("in a frame, sandboxed or not, the tag rests, and the frame's page works", async ({
  browser,
  hosts,
}) => {
  const page = await browser.newPage();
  const errors = watchErrors(page);
  await page.goto(`${hosts.tagged.address}/framing`);
  await page.waitForTimeout(500);
  expect(page.frames().length).toBe(3);
  for (const frame of page.frames().slice(1)) {
    expect(Object.values(await frame.evaluate(() => window.checkHost()))).not.toContain(false);
    expect(await frame.evaluate(() => typeof window.shopkeeper)).toBe("undefined");
  }
  expect(errors).toEqual([]);
  await page.close();
});

test("a shop in frames has the tag, and nothing changes in it", async ({ browser, hosts }) => {
  for (const { address } of [hosts.plain, hosts.tagged]) {
    const page = await browser.newPage();
    const errors = watchErrors(page);
    for (let view = 0; view < 2; view++) {
      await page.goto(`${address}/frameset`);
      if (address === hosts.tagged.address) await begun(page);
    }
    await page.waitForTimeout(500);
    expect(Object.values(await page.evaluate(() => window.checkHost()))).not.toContain(false);
    expect(errors).toEqual([]);
    await page.close();
  }
});

test("on a machine six times slower nothing else happens", async ({ browser, hosts }, info) => {
  test.setTimeout(90_000);
  const page = await browser.newPage();
  const errors = watchErrors(page);
  await page.addInitScript(() => {
    (window as unknown as { long: number[] }).long = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        (window as unknown as { long: number[] }).long.push(duration);
    }).observe({ type: "longtask", buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.goto(`${hosts.tagged.address}/plain`);
  await begun(page);
  await becomeKnown(page);
  await page.goto(`${hosts.tagged.address}/plain`);
  await begun(page);
  await expect
    .poll(() => shownOn(page).then(({ popup, slot }) => [popup, slot]))
    .toEqual([true, "Welcome back"]);
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
  info.annotations.push({ type: "tasks over 50 ms, in ms", description: long.join(", ") || "none" });
  expect(errors).toEqual([]);
  await page.close();
});
