import { expect, type Page, test } from "@playwright/test";
import { everyEngine, oneBrowser } from "../kit/one-browser.ts";
import type { ShopServer } from "../kit/serve.ts";
import { hero, serveLively, view, viewed } from "./shop.ts";

declare global {
  interface Window {
    /** The types of all events that were listened to, and by which handler properties. */
    heard: string[];
  }
}

/** Notes every listener, in the page before anything of it has run. */
const noteListeners = (): void => {
  window.heard = [];
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...given) {
    window.heard.push(given[0]);
    return addEventListener.apply(this, given);
  };
  for (const name of ["onunload", "onbeforeunload"] as const)
    Object.defineProperty(window, name, {
      set() {
        window.heard.push(name);
      },
    });
};

/** What not every browser has: Safari knows no idle callback, older ones none of these. */
const takeAway = (): void => {
  for (const name of [
    "BroadcastChannel",
    "requestIdleCallback",
    "cancelIdleCallback",
    "scheduler",
    "navigation",
  ])
    Reflect.deleteProperty(window, name);
  for (const name of ["locks", "storage", "globalPrivacyControl"])
    Reflect.deleteProperty(Navigator.prototype, name);
};

for (const engine of everyEngine)
  test.describe(`in ${engine}`, () => {
    test.describe.configure({ mode: "default", timeout: 60_000 });
    const browser = oneBrowser(engine);
    let shop: ShopServer;
    test.beforeEach(async () => void (shop = await serveLively()));
    test.afterEach(() => shop.close());

    async function open(script: () => void): Promise<Page> {
      const page = await browser.context.newPage();
      await page.addInitScript(script);
      await page.goto(shop.address);
      return page;
    }

    test("nobody of ours listens to the unloading of a page", async () => {
      const page = await open(noteListeners);
      await view(page);
      await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
      const heard = await page.evaluate(() => window.heard);
      // What tells that the listening was noted.
      expect(heard).toContain("pagehide");
      expect(heard.filter((type) => /unload/.test(type))).toEqual([]);
    });

    test("all goes on without channels, locks, idle callbacks and estimates of storage", async () => {
      const page = await open(takeAway);
      expect(await page.evaluate(() => [typeof BroadcastChannel, typeof navigator.locks])).toEqual([
        "undefined",
        "undefined",
      ]);
      expect(await page.evaluate(() => [typeof requestIdleCallback, typeof navigator.storage])).toEqual([
        "undefined",
        "undefined",
      ]);
      const other = await open(takeAway);
      await view(page);
      await view(other);
      for (const each of [page, other]) await expect.poll(() => viewed(each)).toBe(2);
      await page.reload();
      expect(await viewed(page)).toBe(2);
      expect(await hero(page)).toBe("Welcome back");
      await page.evaluate(() => window.shopkeeper.forget());
      await expect.poll(() => viewed(other)).toBe(0);
    });
  });
