import { expect, type Page, test } from "@playwright/test";
import { everyEngine, oneBrowser } from "../kit/one-browser.ts";
import type { ShopServer } from "../kit/serve.ts";
import { storedProfile } from "../kit/stored-profile.ts";
import { hero, segments, serveLively, tote, view, viewed } from "./shop.ts";

interface Restored {
  mark?: string;
  /** What the page knew in the very task in which it came back. */
  atOnce?: { persisted: boolean; consent: string; paused: boolean; hero: string };
  reasons?: unknown;
}

declare global {
  interface Window {
    restored: Restored;
  }
}

/** Notes what makes this document this one, and what is known of it when it comes back. */
const mark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.restored = { mark: location.pathname };
    addEventListener("pageshow", ({ persisted }) => {
      const { consent, paused } = window.shopkeeper.status();
      const { innerText } = document.querySelector<HTMLElement>("#hero")!;
      window.restored.atOnce = {
        persisted,
        consent: consent.personalization,
        paused,
        hero: innerText.trim(),
      };
    });
  });

/** Each page tells when it is shown, for of one that is restored Playwright hears nothing in Firefox. */
const telling = `<script>
  addEventListener("pageshow", () => fetch("/log?shown=" + location.pathname));
</script>`;

/** Does what leads to another page, and waits until that is shown. */
async function leadingTo(path: string, shop: ShopServer, act: () => Promise<unknown>): Promise<void> {
  const times = () => shop.log.filter((each) => each.get("shown") === path).length;
  const before = times();
  await act();
  await expect.poll(times, { timeout: 20_000 }).toBe(before + 1);
}

/** Whether the panel has a line for the tote, which may be forgotten. Locators wait for ever in Firefox's restored pages. */
const panelLine = (page: Page, forget = false): Promise<boolean> =>
  page.evaluate((forget) => {
    const { shadowRoot } = document.querySelector("[data-sk-privacy]")!;
    const button = shadowRoot?.querySelector<HTMLElement>(
      '[aria-label="Forget that you looked at Boat tote"]',
    );
    if (forget) button?.click();
    return !!button;
  }, forget);

/** Goes back or forward as a shopper does, and waits until the page is there that was left. */
async function traverse(shop: ShopServer, page: Page, by: -1 | 1, path: string): Promise<Restored> {
  await leadingTo(path, shop, () => page.evaluate((by) => void setTimeout(() => history.go(by)), by));
  return page.evaluate(() => ({
    ...window.restored,
    // Chromium tells why a page had to be loaded again: https://developer.chrome.com/docs/web-platform/bfcache-notrestoredreasons
    reasons: (performance.getEntriesByType("navigation")[0] as { notRestoredReasons?: unknown })
      .notRestoredReasons,
  }));
}

async function leaveFor(shop: ShopServer, page: Page, path: string): Promise<void> {
  await leadingTo(path, shop, () =>
    page.evaluate((path) => void setTimeout(() => (location.href = path)), path),
  );
  await page.evaluate(() => window.shopkeeper.ready);
}

for (const engine of everyEngine)
  test.describe(`in ${engine}, a page that was left and comes back as it was`, () => {
    test.describe.configure({ mode: "default", timeout: 60_000 });
    const browser = oneBrowser(engine, { ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    let shop: ShopServer;
    test.beforeEach(async () => void (shop = await serveLively(() => ({ head: telling }))));
    test.afterEach(() => shop.close());

    test("goes on keeping events exactly, with its slot, its rail and its panel", async () => {
      const page = await browser.open(`${shop.address}/first`);
      const notUsed: unknown[] = [];
      if (engine === "chromium") {
        const session = await browser.context.newCDPSession(page);
        await session.send("Page.enable");
        session.on("Page.backForwardCacheNotUsed", (told) => notUsed.push(told));
      }
      await view(page);
      await leaveFor(shop, page, "/second");
      await expect.poll(() => hero(page)).toBe("Welcome back");
      await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
      await mark(page);
      // Just written, and left in the same task.
      await page.evaluate(() => {
        for (let count = 0; count < 5; count++)
          void window.shopkeeper.track("view_item", { items: [{ item_id: "mug", item_name: "Mug" }] });
        location.href = "/third";
      });
      await page.waitForURL("**/third");
      expect(await viewed(page)).toBe(6);
      await mark(page);
      await view(page, tote);

      const { mark: same, atOnce, reasons } = await traverse(shop, page, -1, "/second");
      expect(same).toBe("/second");
      expect(atOnce).toEqual({ persisted: true, consent: "granted", paused: false, hero: "Welcome back" });
      expect(reasons ?? null).toBeNull();
      await expect.poll(() => viewed(page)).toBe(7);
      await expect.poll(() => segments(page)).toEqual(["fan"]);
      await expect.poll(() => panelLine(page)).toBe(true);
      await view(page);
      expect(await viewed(page)).toBe(8);
      expect((await page.evaluate(() => window.shopkeeper.status())).storage).toBe("indexeddb");

      const forth = await traverse(shop, page, 1, "/third");
      expect(forth).toMatchObject({ mark: "/third", atOnce: { persisted: true } });
      await expect.poll(() => viewed(page)).toBe(8);
      // The panel does what it says, also in a page that came back.
      expect(await panelLine(page, true)).toBe(true);
      await expect.poll(() => viewed(page)).toBe(7);
      expect(await viewed(await browser.open(`${shop.address}/other`))).toBe(7);
      expect(notUsed).toEqual([]);
    });

    test("knows what happened in another tab meanwhile", async () => {
      const page = await browser.open(`${shop.address}/first`);
      await view(page);
      await mark(page);
      await leaveFor(shop, page, "/second");
      const other = await browser.open(`${shop.address}/other`);
      await view(other);
      await view(other, tote);
      expect((await traverse(shop, page, -1, "/first")).atOnce?.persisted).toBe(true);
      await expect.poll(() => segments(page)).toEqual(["fan"]);
      expect(await viewed(page)).toBe(3);
      await expect.poll(() => panelLine(page)).toBe(true);
    });

    test("is paused where another tab paused meanwhile, and resumes with it", async () => {
      const page = await browser.open(`${shop.address}/first`);
      await view(page);
      await leaveFor(shop, page, "/second");
      await expect.poll(() => hero(page)).toBe("Welcome back");
      await mark(page);
      await leaveFor(shop, page, "/third");
      const other = await browser.open(`${shop.address}/other`);
      await other.getByRole("button", { name: "Pause or resume" }).click();
      const { atOnce } = await traverse(shop, page, -1, "/second");
      expect(atOnce?.persisted).toBe(true);
      // What another tab wrote into localStorage reaches a page that was put away a moment after it is shown again.
      await expect.poll(() => page.evaluate(() => window.shopkeeper.status().paused)).toBe(true);
      expect(await hero(page)).toBe("Welcome");
      await view(page);
      await other.bringToFront();
      await other.getByRole("button", { name: "Pause or resume" }).click();
      await expect.poll(() => page.evaluate(() => window.shopkeeper.status().paused)).toBe(false);
      expect(await viewed(page)).toBe(1);
    });

    for (const [name, consent] of [
      ["was kept from", "granted"],
      ["waited for an answer", "pending"],
    ] as const)
      test(`obeys a no of another tab at once, where it ${name}`, async () => {
        shop.close();
        shop = await serveLively((path) => ({ head: telling, ...(path === "/first" && { consent }) }));
        const page = await browser.open(`${shop.address}/first`);
        await view(page);
        await mark(page);
        await leaveFor(shop, page, "/second");
        await view(page);
        const other = await browser.open(`${shop.address}/other`);
        await other.getByRole("button", { name: "Deny" }).click();
        await expect.poll(() => storedProfile(other)).toEqual([]);
        const { atOnce } = await traverse(shop, page, -1, "/first");
        // Deleting the database may have cost the page its place in the cache: then it is loaded again.
        if (atOnce) expect(atOnce.persisted).toBe(true);
        await expect
          .poll(() => page.evaluate(() => window.shopkeeper.status().consent.personalization))
          .toBe("denied");
        await view(page);
        expect(await viewed(page)).toBe(0);
        expect(await hero(page)).toBe("Welcome");
        expect(await storedProfile(page)).toEqual([]);
        test
          .info()
          .annotations.push({ type: "came back", description: atOnce ? "restored" : "loaded again" });
      });
  });
