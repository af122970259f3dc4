import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { everyEngine, oneBrowser } from "../kit/one-browser.ts";
import type { ShopServer } from "../kit/serve.ts";
import { exported, live, lived, mug, remembered, serveRights } from "./shop.ts";

interface GivenFile {
  name: string;
  text: string;
}

async function fileSaved(page: Page): Promise<GivenFile> {
  const download = page.waitForEvent("download");
  await page.locator("#export").click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

/** Stock Firefox saves nothing, of no page, while Playwright drives it: this is the file that the page hands to it. */
const fileOffered = (page: Page): Promise<GivenFile> =>
  page.evaluate(
    () =>
      new Promise<GivenFile>((resolve) => {
        const { createObjectURL } = URL;
        const { click } = HTMLElement.prototype;
        let given: Blob | MediaSource;
        URL.createObjectURL = (file) => createObjectURL.call(URL, (given = file));
        HTMLElement.prototype.click = function (this: HTMLElement) {
          click.call(this);
          if (this instanceof HTMLAnchorElement)
            void (given as Blob).text().then((text) => resolve({ name: this.download, text }));
        };
        document.querySelector<HTMLElement>("#export")!.click();
      }),
  );

for (const engine of everyEngine)
  test.describe(`in ${engine}, a copy of what is remembered`, () => {
    test.describe.configure({ mode: "default", timeout: 60_000 });
    const browser = oneBrowser(engine);
    let shop: ShopServer;
    test.beforeEach(async () => void (shop = await serveRights()));
    test.afterEach(() => shop.close());

    test("has all that is stored, in its documented form", async () => {
      const page = await browser.open(shop.address);
      await live(page);
      const other = await browser.open(shop.address);
      const copy = await exported(other);
      expect(copy).toMatchObject({
        version: 1,
        origin: shop.address,
        consent: { measurement: "granted", personalization: "granted" },
        facts: { "orders.count": 1, "profile.shoe_size": "39", "visitor.visits": 1 },
        segments: [],
      });
      expect(new Date(copy.exportedAt).toISOString()).toBe(copy.exportedAt);
      expect(copy.events.map(({ event }) => event.name).filter((name) => name !== "page_view")).toEqual(
        lived,
      );
      // Held against the database itself, and not against what the tag says of it.
      const rows = await other.evaluate(
        () =>
          new Promise<{ id: string; event: unknown }[]>((resolve) => {
            indexedDB.open("shopkeeper").addEventListener("success", ({ target }) => {
              const database = (target as IDBOpenDBRequest).result;
              database.addEventListener("versionchange", () => database.close());
              const all = database.transaction("events").objectStore("events").getAll();
              all.addEventListener("success", () => resolve(all.result));
            });
          }),
      );
      expect(copy.events).toEqual(rows.map(({ id, event }) => ({ id, event })));
      for (const { id, event } of copy.events) {
        expect(id).not.toBe("");
        expect(event.ts).toBeGreaterThan(0);
        expect(event.visit).toBe(1);
      }
      // Plain data: as JSON it is the same.
      expect(JSON.parse(JSON.stringify(copy))).toEqual(copy);
    });

    test("has what was kept before, also while the shopper has paused", async () => {
      const page = await browser.open(shop.address);
      await live(page);
      await page.evaluate(() => window.shopkeeper.pause());
      expect(await remembered(page)).toEqual(lived);
      await page.reload();
      expect(await remembered(page)).toEqual(lived);
      // Asking for it does not end the pause.
      expect((await page.evaluate(() => window.shopkeeper.status())).paused).toBe(true);
    });

    test("is a file where the shopper asks for it by a control", async () => {
      const page = await browser.open(shop.address);
      await live(page);
      const { name, text } = await (engine === "firefox" ? fileOffered(page) : fileSaved(page));
      expect(name).toBe("shopkeeper.json");
      expect(text).toContain(mug.item_name);
      expect(JSON.parse(text).events).toEqual((await exported(page)).events);
    });

    test("is empty and says so, where nothing was agreed to", async () => {
      const page = await browser.open(shop.address);
      await live(page);
      await page.locator("#deny").click();
      const copy = await exported(page);
      expect(copy).toMatchObject({ consent: { personalization: "denied" }, events: [] });
      expect(JSON.stringify(copy)).not.toContain(mug.item_name);
    });
  });
