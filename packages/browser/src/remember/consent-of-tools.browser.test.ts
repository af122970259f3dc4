import { array, assert, asyncProperty, constant, constantFrom, oneof, record } from "fast-check";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import type { Options, Shopkeeper } from "../api.ts";
import { createShopkeeper } from "../shopkeeper.ts";
import { CHOICE } from "./choice.ts";

// What stands in the window of the page: tools are put there and taken away.
const host = window as unknown as Record<string, unknown>;
const names = ["dataLayer", "Cookiebot", "OnetrustActiveGroups", "__tcfapi", "Shopify"];

let open: Shopkeeper[] = [];
function create(options: Options = {}): Shopkeeper {
  const shop = createShopkeeper({ segments: { fan: "count(view_item) > 0" }, ...options });
  open.push(shop);
  return shop;
}

const tasks = (number = 3) => new Promise((done) => setTimeout(done, number * 4));

/** All that is stored here, but for the shopper's own word. */
async function stored(): Promise<string[]> {
  const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
  const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`);
  const ours = keys.filter((key) => /shopkeeper/i.test(key) && key !== CHOICE);
  return [
    ...ours,
    ...databases.filter((name) => /shopkeeper/i.test(name)),
    ...(document.cookie ? ["cookie"] : []),
  ];
}

async function clear(): Promise<void> {
  for (const shop of open) shop.stop();
  open = [];
  for (const name of names) Reflect.deleteProperty(window, name);
  const last = createShopkeeper({ consent: "denied" });
  await last.ready;
  await expect.poll(stored).toEqual([]);
  last.stop();
  for (const key of Object.keys(localStorage)) if (key.startsWith("shopkeeper")) localStorage.removeItem(key);
}
beforeEach(clear);
afterEach(clear);

const view = (shop: Shopkeeper) => shop.track("view_item", { items: [{ item_id: "mug" }] });

const cookiebot = (yes: boolean | undefined) => {
  host.Cookiebot = {
    consent: { preferences: yes === true, statistics: yes === true },
    hasResponse: yes !== undefined,
  };
  dispatchEvent(new Event(yes === undefined ? "load" : yes ? "CookiebotOnAccept" : "CookiebotOnDecline"));
};

test("a tool that waits leaves nothing behind; its yes keeps what happened on this page, its no erases it", async () => {
  cookiebot(undefined);
  const shop = create();
  await shop.ready;
  await view(shop);
  await tasks();
  expect(shop.status().consent).toEqual({ measurement: "pending", personalization: "pending" });
  expect(shop.segments()).toEqual(["fan"]);
  expect(await stored()).toEqual([]);
  cookiebot(true);
  await expect.poll(async () => (await shop.events({ name: "view_item" })).length).toBe(1);
  await expect.poll(() => shop.status().storage).toBe("indexeddb");
  const other = create();
  await other.ready;
  expect(other.segments()).toEqual(["fan"]);
  cookiebot(false);
  await expect.poll(stored).toEqual([]);
  expect([shop.segments(), other.segments()]).toEqual([[], []]);
});

test("a tool that comes late closes what was open, until it has spoken", async () => {
  const shop = create();
  await shop.ready;
  expect(shop.status().consent.personalization).toBe("granted");
  host.OnetrustActiveGroups = "";
  host.OptanonWrapper = () => {};
  onTestFinished(() => void Reflect.deleteProperty(window, "OptanonWrapper"));
  // As it comes: a script that somebody adds.
  const script = document.createElement("script");
  script.src = "data:text/javascript,";
  document.head.append(script);
  await expect.poll(() => shop.status().consent.personalization).toBe("pending");
  dispatchEvent(new CustomEvent("OneTrustGroupsUpdated", { detail: ["C0001", "C0002", "C0003"] }));
  expect(shop.status().consent.personalization).toBe("granted");
  script.remove();
});

test("real elements with the names of tools are none", async () => {
  const hidden = document.createElement("div");
  hidden.innerHTML =
    '<img id="__tcfapi" alt=""><object id="__gpp"></object><embed id="wp_has_consent"><a id="dataLayer"></a>' +
    '<form id="Cookiebot"><input name="consent"></form><form id="Shopify"><input name="customerPrivacy"></form>' +
    '<a id="OnetrustActiveGroups" href="/C0003"></a><a id="OneTrust"></a><embed id="OptanonWrapper">';
  document.body.append(hidden);
  const shop = create();
  await shop.ready;
  expect(shop.status().consent).toEqual({ measurement: "granted", personalization: "granted" });
  hidden.remove();
});

test("where the shop decides no tool is listened to", async () => {
  cookiebot(false);
  const shop = create({ consent: "granted" });
  await shop.ready;
  expect(shop.status().consent.personalization).toBe("granted");
  shop.stop();
});

test("the shopper's yes answers a tool that waits; the tool's no takes it back", async () => {
  const grant = document.body.appendChild(document.createElement("button"));
  grant.dataset.skDo = "grant";
  onTestFinished(() => grant.remove());
  cookiebot(undefined);
  const shop = create();
  await shop.ready;
  grant.click();
  expect(shop.status().consent.personalization).toBe("granted");
  expect(localStorage.getItem(CHOICE)).toBe("granted");
  cookiebot(false);
  expect(shop.status().consent.personalization).toBe("denied");
  expect(localStorage.getItem(CHOICE)).toBeNull();
  grant.click();
  expect(shop.status().consent.personalization).toBe("denied");
  expect(localStorage.getItem(CHOICE)).toBeNull();
});

test("what another page erased is not begun again by a word about something else", async () => {
  const shop = create({ consent: "granted" });
  const other = create({ consent: "granted" });
  await Promise.all([shop.ready, other.ready]);
  await view(other);
  shop.consent("denied");
  await expect.poll(stored).toEqual([]);
  other.consent({ measurement: "pending" });
  await view(other);
  await tasks();
  expect(await stored()).toEqual([]);
});

/** Tools as the shopper moves them, each by its own way of speaking. */
const tools: Record<string, (word: boolean | undefined) => void> = {
  cookiebot,
  onetrust(word) {
    host.OneTrust = { IsAlertBoxClosed: () => word !== undefined };
    host.OnetrustActiveGroups = word ? ",C0001,C0002,C0003," : ",C0001,";
    const detail = (host.OnetrustActiveGroups as string).split(",").filter(Boolean);
    dispatchEvent(new CustomEvent("OneTrustGroupsUpdated", { detail }));
  },
  google(word) {
    const layer = (host.dataLayer ??= []) as unknown[];
    const state = word ? "granted" : "denied";
    (function (..._given: unknown[]) {
      // oxlint-disable-next-line prefer-rest-params
      layer.push(arguments);
    })("consent", word === undefined ? "default" : "update", {
      analytics_storage: state,
      personalization_storage: state,
    });
    dispatchEvent(new Event("load"));
  },
};

test("whatever tools, pages and visits come in which order: where it is not granted there is not a byte", async () => {
  const step = oneof(
    record({
      tool: constantFrom(...Object.keys(tools)),
      word: constantFrom(true, true, false, undefined),
    }),
    constant("view" as const),
    constant("wait" as const),
    constant("navigate" as const),
    constant("second page" as const),
    constantFrom("grant" as const, "deny" as const),
  );
  await assert(
    asyncProperty(array(step, { maxLength: 12 }), async (steps) => {
      // Every page has a tool that waits from the first moment on.
      cookiebot(undefined);
      let shops = [create()];
      /** Whether something may be there, and whether nothing was ever begun. */
      let kept = false;
      let calm = true;
      const control = document.body.appendChild(document.createElement("button"));
      const look = async () => {
        const states = shops.map((shop) => shop.status().consent.personalization);
        // All pages of a window hear the same.
        expect(new Set(states).size).toBe(1);
        // Erasing has a second, and Chromium lists a database that it is about to delete.
        if (states[0] === "denied") await expect.poll(stored, { timeout: 1000 }).toEqual([]);
        kept = states[0] === "granted" || (states[0] === "pending" && kept);
        if (states[0] !== "pending") calm = false;
        if (!kept && calm) expect(await stored()).toEqual([]);
      };
      try {
        for (const each of steps) {
          if (typeof each === "object") tools[each.tool]!(each.word);
          else if (each === "view") for (const shop of shops) void view(shop);
          else if (each === "wait") await tasks(1);
          else if (each === "second page") shops.push(create());
          else if (each !== "navigate") {
            control.dataset.skDo = each;
            control.click();
          } else {
            for (const shop of shops) shop.stop();
            shops = [create()];
          }
          await Promise.resolve();
          // Now and then in the midst of what is still under way.
          if (each !== "view") await look();
        }
        await tasks();
        await look();
        if (!kept) {
          await expect.poll(stored, { timeout: 1000 }).toEqual([]);
          await tasks();
          expect(await stored()).toEqual([]);
        }
      } finally {
        control.remove();
        await clear();
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
