import type { Item } from "@shopkeeper/engine";
import { afterEach, describe, expect, test, vi } from "vitest";
import { amendBy } from "../remember/amend.ts";
import { startAnew, visit } from "../remember/visits.ts";
import { withoutPersonalData } from "../remember/without-personal-data.ts";
import { keepItems, keepPage, MOST, readCatalogue } from "./catalogue.ts";

startAnew();
afterEach(() => vi.restoreAllMocks());

const DAY = 864e5;
const NOW = Date.now();

const product = (id: string, more?: Partial<Item>): Item => ({
  item_id: id,
  item_name: `Product ${id}`,
  price: 10,
  currency: "EUR",
  availability: "InStock",
  url: `https://shop.example/product/${id}`,
  ...more,
});

const shop = async () => {
  const { history } = visit();
  await history.loaded;
  return {
    history,
    keep: (items: Item[], now = NOW, gone?: string) => keepItems(history.ask, { items, now, gone }),
    read: (now = NOW) => readCatalogue(history.ask, undefined, now),
    ids: async (now = NOW) =>
      (await readCatalogue(history.ask, undefined, now)).map(({ item_id }) => item_id),
  };
};

test("products are kept with what pages told last, seen last first, also for other tabs", async () => {
  const first = await shop();
  await first.keep([product("a"), product("b")]);
  const second = await shop();
  await second.keep([product("a", { price: 8 }), {}], NOW + 1);
  expect(await first.read(NOW + 1)).toEqual([
    { ...product("a"), price: 8, availability: "InStock", seen: NOW + 1, told: NOW + 1 },
    { ...product("b"), seen: NOW, told: NOW },
  ]);
});

test("the oldest seen go first, and none is kept for longer than it may be", async () => {
  const { keep, ids, read } = await shop();
  for (let page = 0; page < 12; page++)
    await keep(
      Array.from({ length: 50 }, (_, index) => product(`${page}-${index}`)),
      NOW + page,
    );
  expect(await read(NOW + 12)).toHaveLength(MOST);
  expect(await ids(NOW + 12)).not.toContain("0-1");
  expect(await ids(NOW + 12)).toContain("3-1");
  expect(await ids(NOW + 400 * DAY)).toEqual([]);
  const { keep: later, history } = await shop();
  await later([product("new")], NOW + 400 * DAY);
  expect((await history.exported()).catalogue).toHaveLength(1);
});

test("a product whose page is gone is no more for sale, and that is told once", async () => {
  const { keep, read } = await shop();
  await keep([product("a"), product("b")]);
  expect(await keep([], NOW + 1, "/product/a")).toMatchObject([{ item_id: "a" }]);
  expect(await keep([], NOW + 2, "/product/a")).toEqual([]);
  expect((await read(NOW + 2)).find(({ item_id }) => item_id == "a")).toMatchObject({
    availability: "Discontinued",
  });
});

test("what somebody else wrote there is passed over", async () => {
  const { history, ids, keep } = await shop();
  await history.ask("readwrite", (store) => {
    for (const row of [{ item: 5 }, { item: { item_id: "x" }, seen: "y" }, {}])
      store.put({ ...row, key: ["item", JSON.stringify(row)] });
    return () => {};
  });
  await keep([product("a")]);
  expect(await ids()).toEqual(["a"]);
});

describe("the shopper's will", () => {
  test("nothing is kept or read without consent, and all of it is exported", async () => {
    const { keep, history } = await shop();
    await keep([product("a")]);
    history.permit("pending");
    await expect(keep([product("b")])).rejects.toThrow("nothing may be kept");
    expect((await history.exported()).catalogue).toMatchObject([{ item: { item_id: "a" } }]);
    history.permit("denied");
    await vi.waitFor(async () => expect((await history.exported()).catalogue).toBeUndefined());
    history.permit("granted");
    await vi.waitFor(async () => expect(await readCatalogue(history.ask)).toEqual([]));
  });

  test("it is erased with the rest, also when only a part is forgotten", async () => {
    const { keep, ids, history } = await shop();
    await keep([product("a")]);
    await history.amend(amendBy((events) => events));
    expect(await ids()).toEqual([]);
    await keep([product("a")]);
    const other = await shop();
    await history.erase();
    await expect(other.keep([product("b")])).rejects.toThrow();
    history.permit("granted");
    await vi.waitFor(async () => expect(await ids()).toEqual([]));
  });

  test("events are read past it", async () => {
    const { keep, history } = await shop();
    await keep([product("a")]);
    await history.add("page_view", {}, NOW).kept;
    const next = (await shop()).history;
    expect((await next.all()).map(({ name }) => name)).toEqual(["page_view"]);
    expect(next.status().events).toBe(1);
  });
});

test("what is personal in a product that a page tells of is not kept", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const { history, read } = await shop();
  const told = product("mug", {
    item_brand: "for ada@example.com",
    url: "https://shop.example/mug?email=ada@example.com",
  });
  const reading = { page: { type: "product", path: "/mug", title: "", product: told }, sight: { told: {} } };
  await keepPage({
    history,
    reading: () => reading as never,
    days: undefined,
    record: () => {},
    withoutPersonalData,
  });
  const kept = await read(Date.now());
  expect(kept.map(({ item_id }) => item_id)).toEqual(["mug"]);
  expect(JSON.stringify(kept)).not.toContain("ada@");
});
