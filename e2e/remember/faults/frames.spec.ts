import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import type { LaunchOptions } from "../kit/profile.ts";
import { shopPage } from "../kit/serve.ts";
import { arrive, buy, expectInMemory, expectShopStands, known } from "./kit/shopper.ts";
import { engines, expect, test, usualEngines, type Engine } from "./kit/test.ts";
import { shopBody, witness } from "./kit/watched-shop.ts";

const built = (file: string) =>
  readFileSync(join(import.meta.dirname, "../../../packages/tag/dist", file), "utf8");
const tag = built("shopkeeper.js");
const timeZones = built("time-zones.js");

/**
 * The tag rests in frames; the npm package, which a shop calls itself, does not. It is the same code but for that one look
 * around.
 */
const everywhere = tag.replace("window===window.top", "true");

/** A page of the shop as a text with the script in it, for documents that have no address of their own. */
const textOf = (address: string, script = everywhere): string =>
  shopPage({ head: witness(address), body: shopBody }).replace(
    /<script src="[^>]*>/,
    () => `<script>${script.replaceAll("</", "<\\/")}`,
  );

const answers = (pages: Record<string, string>) => (path: string) => {
  // A document without an origin is a foreigner to its own server, to modules too: as for a tag from another address.
  const headers = { "access-control-allow-origin": "*" };
  if (path === "/shopkeeper.js") return { type: "text/javascript", headers, body: everywhere };
  if (path === "/time-zones.js") return { type: "text/javascript", headers, body: timeZones };
  const body = pages[path];
  return body === undefined ? undefined : { body: `<!doctype html><link rel=icon href=data:,>${body}` };
};

/** Documents to which a browser gives nothing to store anything in, each as the frame that holds it. */
const frames: Record<string, (address: string) => string> = {
  "a sandboxed frame": (address) => `<iframe sandbox="allow-scripts" src="${address}/inside"></iframe>`,
  "a sandboxed frame of a text": (address) =>
    `<iframe sandbox="allow-scripts" srcdoc='${textOf(address).replaceAll("&", "&amp;").replaceAll("'", "&#39;")}'></iframe>`,
  "a data: frame": (address) =>
    `<iframe src="data:text/html,${encodeURIComponent(textOf(address))}"></iframe>`,
};

async function frameIn(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1]!;
  await frame.waitForFunction(() => typeof window.shopkeeper?.track === "function");
  return frame;
}

/** How two sites are kept apart. */
interface Border {
  name: string;
  engine: Engine;
  /** What stands in the preferences of Chromium. */
  stored?: object;
  launch: LaunchOptions;
  storage: "memory" | "indexeddb";
}

// Playwright switches the partitions off, with a list of which the last one counts.
const partitions = { args: ["--disable-features=Translate"] };
const borders: Border[] = [
  {
    name: "has a store for each site around it",
    engine: "chromium",
    launch: partitions,
    storage: "indexeddb",
  },
  {
    name: "blocks cookies of other sites and has a store for each site around it",
    engine: "chromium",
    stored: { profile: { cookie_controls_mode: 1 } },
    launch: partitions,
    storage: "indexeddb",
  },
  {
    // As before Chrome 115: https://developer.chrome.com/blog/storage-partitioning-dev-trial
    name: "blocks other sites",
    engine: "chromium",
    stored: { profile: { cookie_controls_mode: 1 } },
    launch: {},
    storage: "memory",
  },
  {
    name: "has a store for each site around it",
    engine: "firefox",
    launch: { preferences: { "network.cookie.cookieBehavior": 5 } },
    storage: "indexeddb",
  },
  {
    name: "blocks other sites",
    engine: "firefox",
    launch: { preferences: { "network.cookie.cookieBehavior": 1 } },
    storage: "memory",
  },
];

for (const engine of usualEngines) {
  for (const [name, frame] of Object.entries(frames))
    test(`in ${engine}, ${name} has nothing to store in, and the shop goes on in it`, async ({
      openPage,
      serve,
    }) => {
      const pages: Record<string, string> = {};
      const shop = await serve({ answer: answers(pages) });
      pages["/around"] = frame(shop.address);
      const page = await openPage(engine);
      await page.goto(`${shop.address}/around`);
      await expectInMemory(await frameIn(page));
      // The same shop by its own address keeps, and knows nothing of the frame.
      expect(await arrive(page, shop.address)).toMatchObject({ storage: "indexeddb", bought: [] });
    });

  test(`in ${engine}, the tag rests in a frame: no history there, and the shop's page is as it made it`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve({
      answer: (path) =>
        path === "/around"
          ? { body: `<!doctype html><link rel=icon href=data:,><iframe src="/"></iframe>` }
          : undefined,
    });
    const page = await openPage(engine);
    await page.goto(`${shop.address}/around`);
    await expectShopStands(page.frames()[1]!);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  });

  test(`in ${engine}, a page that the server has put into a sandbox goes on in memory`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve({
      answer: (path) =>
        path === "/boxed"
          ? { body: textOf("", tag), headers: { "content-security-policy": "sandbox allow-scripts" } }
          : undefined,
    });
    const page = await openPage(engine);
    await page.goto(`${shop.address}/boxed`);
    await expectInMemory(page);
    await page.goto(`${shop.address}/boxed`);
    await expectInMemory(page);
  });

  test(`in ${engine}, a page that is itself a data: address goes on in memory`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve();
    const page = await openPage(engine);
    await page.goto(`data:text/html,${encodeURIComponent(textOf(shop.address, tag))}`);
    await expectInMemory(page);
  });

  test(`in ${engine}, a frame that the shop writes into keeps where the shop does`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve({ answer: answers({ "/around": "<iframe></iframe>" }) });
    const page = await openPage(engine);
    await page.goto(`${shop.address}/around`);
    await page.evaluate((text) => {
      const inside = document.querySelector("iframe")!.contentDocument!;
      inside.open();
      inside.write(text);
      inside.close();
    }, textOf(shop.address));
    const frame = await frameIn(page);
    await buy(frame, "inside");
    expect(await known(frame)).toMatchObject({ storage: "indexeddb", bought: ["inside"] });
    expect(await arrive(page, shop.address)).toMatchObject({
      storage: "indexeddb",
      bought: ["inside"],
      pieces: 1,
    });
  });
}

for (const { name, engine, stored, launch, storage } of borders)
  test(`in ${engine} that ${name}, the shop goes on in a frame of another site`, async ({
    profileOf,
    serve,
  }) => {
    test.skip(!engines.includes(engine), `${engine} is not installed`);
    test.setTimeout(60_000);
    const shop = await serve({ answer: answers({}) });
    const around = await serve({
      answer: () => ({
        body: `<!doctype html><link rel=icon href=data:,><iframe src="${shop.address}"></iframe>`,
      }),
    });
    const profile = profileOf(engine);
    mkdirSync(join(profile.directory, "Default"), { recursive: true });
    if (stored) writeFileSync(join(profile.directory, "Default/Preferences"), JSON.stringify(stored));
    const { page } = await profile.launch(launch);
    await page.goto(around.address.replace("127.0.0.1", "localhost"));
    const frame = await frameIn(page);
    if (storage === "memory") await expectInMemory(frame);
    else {
      await buy(frame, "inside");
      expect(await known(frame)).toMatchObject({ storage, bought: ["inside"] });
      await expectShopStands(frame);
    }
    // By its own address it keeps, and of what happened inside another site it knows nothing.
    expect(await arrive(page, shop.address)).toMatchObject({ storage: "indexeddb", bought: [] });
  });
