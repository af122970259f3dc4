import type { HandedOver, Outcome } from "@shopkeeper/engine";
import { afterEach, expect, test, vi } from "vitest";
import type { Options } from "../api.ts";
import { createShopkeeper } from "../shopkeeper.ts";
import { pushToDataLayer } from "./data-layer.ts";
import { readSinks } from "./sinks.ts";

const opened: ReturnType<typeof createShopkeeper>[] = [];
const open = (options: Options) => {
  const shop = createShopkeeper({ consent: "granted", ...options });
  opened.push(shop);
  return shop;
};

afterEach(async () => {
  for (const shop of opened.splice(0)) {
    await shop.forget();
    shop.stop();
  }
  sessionStorage.clear();
  vi.restoreAllMocks();
});

test("a function gets each outcome as an object of its own, and its errors disturb nobody", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const told: (Outcome | HandedOver)[] = [];
  const shop = open({
    experiences: [{ id: "hello", kind: "attributes", target: "body", goal: "purchase" }],
    sinks: [
      () => {
        throw new Error("broken");
      },
      () => Promise.reject(new Error("later")),
      (outcome) => void told.push(outcome),
    ],
  });
  const errors: string[] = [];
  shop.on("error", ({ message }) => errors.push(message));
  await shop.ready;
  await shop.track("experience_view", { experience_id: "hello", page_path: "/secret" });
  await shop.track("purchase", { transaction_id: "o1", value: 5, currency: "EUR", items: [] });
  await expect
    .poll(() => told.map(({ name }) => name), { timeout: 10_000 })
    .toEqual(["experience_view", "experience_convert"]);
  expect(told[0]).toEqual({
    version: 1,
    id: expect.any(String),
    client: expect.any(String),
    ts: expect.any(Number),
    name: "experience_view",
    experience_id: "hello",
  });
  // Of each that fails, the first time.
  expect(errors).toEqual(["a sink: broken", "a sink: later"]);
  expect(await shop.outcomes()).toEqual([
    {
      experience_id: "hello",
      views: 1,
      clicks: 0,
      dismissals: 0,
      conversions: { purchase: 1 },
      value: { EUR: 5 },
    },
  ]);
});

test("a sink that cannot be read is an error that tells the mend, and the others stay", () => {
  const errors: string[] = [];
  const read = readSinks(
    { sinks: ["datalayr", "beacon", { url: "/x" } as never, "beacon /a", { beacon: "/b" }, "datalayer"] },
    (error) => errors.push((error as Error).message),
  );
  expect(read.beacon).toBe("/a");
  expect(read.tell).toHaveLength(1);
  expect(errors).toEqual([
    'sinks: expected "datalayer", "beacon /outcomes" or a function, got "datalayr"',
    'sinks: expected "datalayer", "beacon /outcomes" or a function, got "beacon"',
    'sinks: expected "datalayer", "beacon /outcomes" or a function, got {"url":"/x"}',
    "sinks: expected one beacon, got another: /b",
  ]);
});

const outcome: Outcome = {
  version: 1,
  id: "a",
  client: "b",
  ts: 1,
  name: "experience_view",
  experience_id: "c",
};

test.each([
  ["a page of its own", {}],
  ["a page with a list", { dataLayer: [] }],
  ["Tag Manager's, with a gtag for consent", { dataLayer: [{ "gtm.start": 1 }], gtag: vi.fn() }],
])("in %s an object is pushed, with every key", (_, host: { dataLayer?: unknown[]; gtag?: unknown }) => {
  pushToDataLayer(host, outcome);
  const pushed = host.dataLayer!.at(-1) as object;
  expect(pushed).toMatchObject({ event: "experience_view", experience_id: "c" });
  expect(Object.keys(pushed)).toContain("variation");
  expect(Object.keys(pushed)).not.toContain("client");
  if (host.gtag) expect(host.gtag).not.toHaveBeenCalled();
});
