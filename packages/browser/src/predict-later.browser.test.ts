import { CHECK, checkOf } from "@shopkeeper/engine";
import { afterEach, expect, test, vi } from "vitest";
import type { Shopkeeper } from "./api.ts";
import { createShopkeeper } from "./shopkeeper.ts";

const predictions = {
  rfm: {
    recency: [10, 30, 60, 90],
    frequency: [1, 2, 3, 5],
    monetary: [20, 50, 100, 200],
    horizon: 90,
    silent: [
      [3, 0.9],
      [15, 0.1],
    ],
    perYear: [
      [1, 30],
      [5, 500],
    ],
  },
  intent: {
    bias: -2,
    weights: { pages: 1 },
    calibration: [
      [0, 0],
      [1, 1],
    ],
  },
};
const manifest: Record<string, unknown> = { version: 1, build: "b", tables: {}, predictions };

let shop: Shopkeeper | undefined;
const asked: string[] = [];

/** A shop with a model, whose manifest is this text. */
function open(text: string): Shopkeeper {
  vi.stubGlobal("fetch", async (address: URL | string) => {
    asked.push(String(address));
    return new Response(text);
  });
  return (shop = createShopkeeper({
    consent: "granted",
    model: "/goods.model",
    segments: { worth: "value.expected >= 100", leaving: "visitor.lapsing > 0.5" },
  }));
}

const body = JSON.stringify(manifest).slice(0, -1);
const whole = `${body}${CHECK}${checkOf("manifest", body)}}`;

afterEach(() => {
  shop?.stop();
  asked.length = 0;
  vi.unstubAllGlobals();
});

test("what a customer is worth is known from the model once they have ordered", async () => {
  const shop = open(whole);
  await shop.ready;
  expect(shop.facts()["value.expected"]).toBeUndefined();
  await shop.track("purchase", { transaction_id: "1", value: 120 });
  await expect.poll(() => shop.facts()["value.expected"]).toBeGreaterThan(300);
  expect(shop.facts()["visitor.lapsing"]).toBeLessThan(0.5);
  expect(shop.segments()).toEqual(["worth"]);
  expect(asked.map((address) => new URL(address).pathname)).toEqual(["/goods.model/manifest.json"]);
});

test("a damaged model tells nothing, and says so nowhere in the page", async () => {
  const shop = open(whole.replace("0.9", "0.8"));
  await shop.ready;
  await shop.track("purchase", { transaction_id: "1", value: 120 });
  await expect.poll(() => asked.length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(shop.facts()["value.expected"]).toBeUndefined();
  expect(shop.segments()).toEqual([]);
  expect(shop.status().error).toBeUndefined();
});

test("without a question for it no model is fetched", async () => {
  vi.stubGlobal("fetch", async (address: URL | string) => {
    asked.push(String(address));
    return new Response(whole);
  });
  shop = createShopkeeper({
    consent: "granted",
    model: "/goods.model",
    segments: { back: "visitor.returning" },
  });
  await shop.ready;
  await shop.track("page_view", {});
  await shop.track("page_view", {});
  shop.segments();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual([]);
});
