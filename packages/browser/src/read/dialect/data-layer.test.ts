import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dataLayerEvents, readDataLayer } from "./data-layer.ts";
import { readDataLayerKind } from "./data-layer-kind.ts";
import type { Reading } from "./reading.ts";

const read = (sight: object): Reading => readDataLayer(sight as never) as Reading;

const gtag = (...given: unknown[]) => Object.assign({ length: given.length }, given);

test("GA4's objects are heard with their parameters cleaned", () => {
  expect(
    dataLayerEvents({
      event: "purchase",
      ecommerce: {
        transaction_id: 47,
        value: "59.90",
        currency: "EUR",
        email: "a@example.test",
        customer: { name: "Anna" },
        user_id: "u1",
        items: [{ "item_id ": 6792602058817, price: "10.00", quantity: 1, discount: null }],
      },
    }),
  ).toEqual([
    {
      name: "purchase",
      parameters: {
        transaction_id: "47",
        value: 59.9,
        currency: "EUR",
        items: [{ item_id: "6792602058817", price: 10, currency: "EUR", quantity: 1 }],
      },
    },
  ]);
});

test("gtag's arguments are heard", () => {
  expect(dataLayerEvents(gtag("event", "view_search_results", { search_term: " cup " }))).toEqual([
    { name: "search", parameters: { search_term: "cup" } },
  ]);
});

test("Universal Analytics is heard in GA4's words", () => {
  expect(
    dataLayerEvents({
      event: "eec.add",
      ecommerce: {
        currencyCode: "EUR",
        add: {
          products: [{ id: 7, name: "Tee", brand: "N", category: "Shirts", variant: "S", price: "15.25" }],
        },
      },
    }),
  ).toEqual([
    {
      name: "add_to_cart",
      parameters: {
        currency: "EUR",
        items: [
          {
            item_id: "7",
            item_name: "Tee",
            item_brand: "N",
            item_category: "Shirts",
            item_variant: "S",
            price: 15.25,
            currency: "EUR",
          },
        ],
      },
    },
  ]);
  expect(
    dataLayerEvents({
      ecommerce: { purchase: { actionField: { id: "T1", revenue: "35.43" }, products: [{ id: "a" }] } },
    }),
  ).toMatchObject([{ name: "purchase", parameters: { transaction_id: "T1", value: 35.43 } }]);
  expect(
    dataLayerEvents({ ecommerce: { impressions: [{ id: "a", list: "Search Results" }] } }),
  ).toMatchObject([{ name: "view_item_list", parameters: { item_list_name: "Search Results" } }]);
});

test("of a checkout in steps, the first begins it", () => {
  const step = (number: number) => ({
    ecommerce: { checkout: { actionField: { step: number }, products: [] } },
  });
  expect([1, 2, 3].flatMap((number) => dataLayerEvents(step(number)))).toMatchObject([
    { name: "begin_checkout" },
  ]);
});

test.for([
  null,
  undefined,
  "text",
  7,
  {},
  { event: "gtm.js" },
  { ecommerce: null },
  { event: "view_video", items: [] },
  { event: { toString: null } },
  gtag("config", "G-1"),
  gtag("event", "conversion", { transaction_id: "1" }),
])("%j tells nothing", (entry) => {
  const events = () => dataLayerEvents(entry);
  if ((entry as { event?: object } | null)?.event instanceof Object) expect(events).toThrow();
  else expect(events()).toEqual([]);
});

test("of a page, the data layer tells the kind, the product and the list", () => {
  const sight = { entries: [{ event: "view_item", ecommerce: { items: [{ item_id: "a" }] } }] };
  expect(read(sight)).toMatchObject({ type: "product", product: { item_id: "a" } });
  const product = { event: "view_item_list", ecommerce: { items: [{ item_id: "b" }] } };
  expect(read({ entries: [product, ...sight.entries] })).toMatchObject({
    type: "product",
    items: [{ item_id: "b" }],
  });
});

test("products beside a product are no list page", () => {
  const list = { event: "view_item_list", ecommerce: { items: [{ item_id: "b" }] } };
  expect(read({ entries: [list], type: "product" }).type).toBeUndefined();
  expect(read({ entries: [list], type: "other" }).type).toBe("category");
});

test.for([
  [{ ecomm_pagetype: "product" }, "product"],
  [{ pageCategory: "Search results" }, "search"],
  [{ page: { type: "plp" } }, "category"],
  [{ page: { category: { pageType: "Home" } } }, "home"],
  [{ pageType: "viewproduct", category: "cart" }, "product"],
  [{ type: "product", category: "Shirts" }, undefined],
  [{ context: { type: "product" } }, undefined],
])("%j names a page of the kind %s", ([entry, type]) => {
  expect((readDataLayerKind({ entries: [entry] } as never) as Reading).type).toBe(type);
});

const real = new URL("../../../../../../shared/storefronts/datalayer.json", import.meta.url);

interface Sample {
  id: string;
  shape: string;
  pushes: { __arguments?: unknown[] }[];
  expect: {
    event?: string;
    page?: string;
    ids?: string[];
    price?: number;
    value?: number;
    currency?: string;
    transaction?: string;
  };
}

/** What is not heard, and why; the same in `docs/storefronts.md`. */
const EXCEPTIONS: Record<string, string> = {
  "gtag-ads-conversion": "a conversion of an advertisement may be anything",
  "real-www.laendleanzeiger.at-16": "a call of Facebook's pixel, which names no page",
  "real-www.lafeltrinelli.it-22": "an object of the shop's own",
  "real-www.gomaji.com-40": "an object of the shop's own",
};

describe.skipIf(!existsSync(real))("pushes of real shops (skipped without ../shared/storefronts)", () => {
  const samples: Sample[] = existsSync(real) ? JSON.parse(readFileSync(real, "utf8")) : [];
  const defined = ({ type }: Reading): Reading => (type ? { type } : {});
  const entriesOf = ({ pushes }: Sample): unknown[] =>
    pushes.map((push) => (push.__arguments ? gtag(...push.__arguments) : push));

  test.for(samples)("$id", (sample) => {
    const { event: name, page, ids, price, value, currency, transaction } = sample.expect;
    const [event] = entriesOf(sample).flatMap((entry) => dataLayerEvents(entry));
    const sight = { entries: entriesOf(sample), type: "other" };
    const { type } = { ...(readDataLayerKind(sight as never) as Reading), ...defined(read(sight)) };
    if (EXCEPTIONS[sample.id]) {
      expect([event, type]).toEqual([undefined, undefined]);
      return;
    }
    if (page) expect(type).toBe(page);
    else expect(event?.name).toBe(name ?? event!.name);
    const items = (event?.parameters.items ?? []) as { item_id?: string; price?: number }[];
    if (ids) expect(items.map(({ item_id }) => item_id)).toEqual(ids);
    if (price) expect(items[0]!.price).toBe(price);
    if (value) expect(event!.parameters.value).toBe(value);
    if (currency) expect(event!.parameters.currency).toBe(currency);
    if (transaction) expect(event!.parameters.transaction_id).toBe(transaction);
  });
});
