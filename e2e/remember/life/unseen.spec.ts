import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createProfile, type Profile } from "../kit/profile.ts";
import { launchRaw, type RawChromium, type RawTab } from "../kit/raw-chromium.ts";
import type { ShopServer } from "../kit/serve.ts";
import { serveLively } from "./shop.ts";

// Playwright makes every page one that somebody sees: these are tabs of a browser as it is.
let profile: Profile;
let browser: RawChromium;
let shop: ShopServer;

test.describe.configure({ mode: "default", timeout: 60_000 });
test.beforeAll(() => {
  profile = createProfile("chromium");
  // Allows chrome://discards.
  writeFileSync(join(profile.directory, "Local State"), JSON.stringify({ internal_only_uis_enabled: true }));
  browser = launchRaw(profile.directory);
});
test.afterAll(() => profile.remove());
test.beforeEach(async () => void (shop = await serveLively(() => ({ head: errors }))));
test.afterEach(() => shop.close());

const errors = `<script>
  window.errors = [];
  addEventListener("error", ({ message }) => errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
  document.addEventListener("shopkeeper:error", ({ detail }) => errors.push(String(detail)));
</script>`;

async function open(path: string, background = false): Promise<RawTab> {
  const tab = await browser.open(shop.address + path, background);
  await ready(tab);
  return tab;
}

/** Waits for the page: a tab that was just opened is still empty. */
async function ready(tab: RawTab): Promise<void> {
  await expect
    .poll(() => tab.evaluate<boolean>("!!(window.shopkeeper && shopkeeper.status)").catch(() => false), {
      timeout: 20_000,
    })
    .toBe(true);
  await tab.evaluate("shopkeeper.ready");
}

const view = (tab: RawTab): Promise<void> =>
  tab.evaluate('shopkeeper.track("view_item", { items: [{ item_id: "mug", item_name: "Mug" }] })');
const viewed = (tab: RawTab): Promise<number> =>
  tab.evaluate('shopkeeper.events({ name: "view_item" }).then((events) => events.length)');
const fact = <Value>(tab: RawTab, name: string): Promise<Value> =>
  tab.evaluate(`shopkeeper.facts()[${JSON.stringify(name)}]`);
const quiet = async (...tabs: RawTab[]): Promise<void> => {
  for (const tab of tabs) expect(await tab.evaluate("errors")).toEqual([]);
};

test("a tab that is opened in the background is one page of the same visit, and nobody was engaged there", async () => {
  const front = await open("/front");
  const behind = await open("/behind", true);
  expect(await behind.evaluate("document.visibilityState")).toBe("hidden");
  await view(behind);
  await expect.poll(() => viewed(front)).toBe(1);
  expect(
    await behind.evaluate("shopkeeper.events({ name: 'page_view' }).then((events) => events.length)"),
  ).toBe(2);
  expect(await fact(behind, "visitor.visits")).toBe(1);
  expect(await fact(behind, "visit.time")).toBe(0);
  await view(front);
  await behind.show();
  await expect.poll(() => viewed(behind)).toBe(2);
  await expect.poll(() => fact<number>(behind, "visit.idle")).toBeGreaterThanOrEqual(0);
  await quiet(front, behind);
});

test("a frozen tab makes up for what it missed, and keeps what it had just written", async () => {
  const frozen = await open("/frozen");
  await view(frozen);
  await frozen.evaluate(
    'void shopkeeper.track("view_item", { items: [{ item_id: "mug", item_name: "Mug" }] })',
  );
  const front = await open("/front");
  await frozen.send("Page.setWebLifecycleState", { state: "frozen" });
  expect(await viewed(front)).toBe(2);
  await view(front);
  await frozen.send("Page.setWebLifecycleState", { state: "active" });
  await frozen.show();
  await expect.poll(() => viewed(frozen)).toBe(3);
  await expect.poll(() => frozen.evaluate("shopkeeper.segments()")).toEqual(["fan"]);
  await quiet(front, frozen);
});

for (const [name, consent] of [
  ["keeps something itself", "granted"],
  ["waits for an answer", "pending"],
] as const)
  test(`a no erases every row although a tab is frozen, where the tab that says it ${name}`, async () => {
    shop.close();
    shop = await serveLively((path) => (path === "/front" ? { consent } : {}));
    const frozen = await open("/frozen");
    await view(frozen);
    const front = await open("/front");
    await frozen.send("Page.setWebLifecycleState", { state: "frozen" });
    await front.evaluate('document.querySelector("[data-sk-do=deny]").click()');
    // The database itself goes when the frozen tab lets go of it: nobody can look into it before.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await profile.kill();
    browser = launchRaw(profile.directory);
    const after = await browser.open(`${shop.address}/robots.txt`);
    const rows = `new Promise((resolve, reject) => {
      const request = indexedDB.open("shopkeeper");
      request.onupgradeneeded = () => resolve(0);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const counted = request.result.transaction("events").objectStore("events").count();
        counted.onsuccess = () => resolve(counted.result);
      };
    })`;
    await expect.poll(() => after.evaluate("location.pathname").catch(() => "")).toBe("/robots.txt");
    expect(await after.evaluate(rows)).toBe(0);
  });

test("a no is obeyed by a tab that was frozen, as soon as it wakes", async () => {
  const frozen = await open("/frozen");
  await view(frozen);
  const front = await open("/front");
  await frozen.send("Page.setWebLifecycleState", { state: "frozen" });
  await front.evaluate('document.querySelector("[data-sk-do=deny]").click()');
  await expect.poll(() => fact(front, "consent.personalization")).toBe("denied");
  await frozen.send("Page.setWebLifecycleState", { state: "active" });
  await frozen.show();
  await expect.poll(() => fact(frozen, "consent.personalization")).toBe("denied");
  await view(frozen);
  expect(await viewed(frozen)).toBe(0);
  const stored =
    "indexedDB.databases().then((all) => [...all.map(({ name }) => name), ...Object.keys(localStorage)])";
  for (const tab of [front, frozen])
    await expect.poll(() => tab.evaluate(stored), { timeout: 10_000 }).toEqual(["shopkeeper.choice"]);
  await quiet(front, frozen);
});

/** What chrome://discards says of a tab; with a word, after clicking on what is called so in its row. */
const rowOf = (discards: RawTab, address: string, word = ""): Promise<string> =>
  discards.evaluate(`(() => {
    const rows = (root) => [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? [...shadowRoot.querySelectorAll("tr"), ...rows(shadowRoot)] : []);
    const row = rows(document).find(({ textContent }) => textContent.includes(${JSON.stringify(address)}));
    const link = row && [...row.querySelectorAll("[is=action-link]")].find(({ textContent }) => textContent.includes(${JSON.stringify(word)}));
    if (${!!word}) link?.click();
    return row ? row.textContent : "";
  })()`);

test("a tab that the browser discarded has lost nothing when it is loaded again, and begins no new visit", async () => {
  const address = `${shop.address}/gone`;
  const gone = await open("/gone");
  await view(gone);
  await gone.detach();
  const discards = await browser.open("chrome://discards/discards");
  await expect
    .poll(() => rowOf(discards, address).catch(() => ""), { timeout: 20_000 })
    .toContain("[Urgent Discard]");
  await rowOf(discards, address, "Urgent Discard");
  await expect.poll(() => rowOf(discards, address), { timeout: 20_000 }).toContain("discarded (urgent)");
  // It has no page any more, and gets one when it is shown.
  const again = await browser.find(address);
  await again.show();
  let shown: RawTab = again;
  await expect
    .poll(
      async () => {
        shown = await browser.find(address);
        return shown.evaluate("document.wasDiscarded === true").catch(() => false);
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await ready(shown);
  expect(await viewed(shown)).toBe(1);
  expect(await fact(shown, "visitor.visits")).toBe(1);
  await view(shown);
  expect(await viewed(shown)).toBe(2);
  await quiet(shown);
});
