import { describe, expect, test } from "vitest";
import { product, suggestWorld } from "../../test/suggest-world.ts";
import type { Page } from "../page.ts";
import { suggest } from "./suggest.ts";

type Given = Parameters<typeof suggestWorld>[0];

const coat = product("coat", {
  item_category: "Coats",
  item_brand: "North",
  price: 100,
  tags: ["wool", "winter"],
});
const parka = product("parka", { item_category: "Coats", item_brand: "South", price: 120, tags: ["winter"] });
const cape = product("cape", { item_category: "Coats", item_brand: "North", price: 300, tags: ["wool"] });
const scarf = product("scarf", { item_category: "Scarves", item_brand: "North", price: 30, tags: ["wool"] });
const boots = product("boots", { item_category: "Shoes", item_brand: "South", price: 90, tags: ["winter"] });
const mug = product("mug", {
  item_category: "Home",
  item_brand: "Clay",
  price: 15,
  reviews: 40,
  rating: 4.5,
});
const tea = product("tea", { item_category: "Food", price: 5, reviews: 400, rating: 4.9 });
const all = [coat, parka, cape, scarf, boots, mug, tea];

const onPage = (type: Page["type"], more: Partial<Page> = {}): Page => ({
  type,
  path: "/",
  title: "",
  ...more,
});
const ids = (strategy: string, given: Given, limit = 8, exclude: string[] = []) =>
  suggest(strategy, suggestWorld({ catalogue: all, ...given }), limit, exclude).map(
    ({ item }) => item.item_id,
  );

/** Each: what is known, and the rail that follows. */
const table: [strategy: string, what: string, given: Given, rail: string[]][] = [
  ["similar", "nothing is known", {}, []],
  [
    "similar",
    "by the model: what is looked at after the product of the page, and a little less after those before",
    {
      page: onPage("product", { product: coat }),
      viewed: [mug, coat],
      rows: { "views coat": { boots: 2, scarf: 3 }, "views mug": { tea: 9, scarf: 1 } },
    },
    ["tea", "scarf", "boots"],
  ],
  [
    "similar",
    "by the model: not what was looked at itself",
    { viewed: [coat, scarf], rows: { "views coat": { scarf: 9, boots: 1 }, "views scarf": { coat: 9 } } },
    ["boots"],
  ],
  [
    "similar",
    "by the model: filled up with what sells best in the category",
    { page: onPage("product", { product: coat }), rows: { "categories Coats": { parka: 1, cape: 2 } } },
    ["cape", "parka"],
  ],
  [
    "similar",
    "a model that does not know the product leaves it to the catalogue",
    { page: onPage("product", { product: coat }), rows: {} },
    ["cape", "parka", "scarf", "boots"],
  ],
  [
    "similar",
    "by the catalogue: the same category first, then what shares a tag; nothing else",
    { page: onPage("product", { product: coat }) },
    ["cape", "parka", "scarf", "boots"],
  ],
  [
    "up-sell",
    "dearer, of the same category, but not by more than two fifths",
    { page: onPage("product", { product: coat }) },
    ["parka"],
  ],
  [
    "up-sell",
    "nothing above what the visitor wants to spend",
    { page: onPage("product", { product: coat }), facts: { "profile.budget": 110 } },
    [],
  ],
  ["up-sell", "nothing where no product is looked at", { viewed: [coat] }, []],
  [
    "bought-together",
    "by the model: of a product page, what is bought with its product",
    { page: onPage("product", { product: coat }), rows: { "baskets coat": { scarf: 0.2, mug: 0.1 } } },
    ["scarf", "mug"],
  ],
  [
    "bought-together",
    "by the model: of the cart, what is bought with all of it",
    {
      cart: ["coat", "boots"],
      rows: { "baskets coat": { scarf: 0.2, mug: 0.1 }, "baskets boots": { mug: 0.3, coat: 1 } },
    },
    ["mug", "scarf"],
  ],
  [
    "bought-together",
    "by the catalogue: of another category, the same brand or use, not much dearer",
    { page: onPage("product", { product: coat }) },
    ["scarf", "boots"],
  ],
  ["bought-together", "an empty cart", {}, []],
  [
    "for-you",
    "what is in the cart counts twice",
    {
      cart: ["mug"],
      viewed: [coat],
      rows: { "views coat": { boots: 3 }, "views mug": { tea: 2 } },
    },
    ["tea", "boots"],
  ],
  [
    "for-you",
    "the visitor's taste moves a rail a little",
    {
      viewed: [cape, parka, coat],
      rows: { "views coat": { mug: 2, boots: 1.9, tea: 1.8 } },
      cards: [coat, parka, cape, mug, { ...boots, item_category: "Coats" }, tea],
    },
    ["boots", "mug", "tea"],
  ],
  [
    "from-searches",
    "by the model: words that were searched for, the newest search first",
    {
      events: [
        { name: "search", days: 2, search_term: "Tea time" },
        { name: "search", days: 1, search_term: "WOOL" },
      ],
      rows: { "views q:wool": { scarf: 2 }, "views q:tea": { tea: 3 } },
    },
    ["scarf", "tea"],
  ],
  [
    "from-searches",
    "by the catalogue: what has most of the words",
    { events: [{ name: "search", days: 1, search_term: "winter boots" }] },
    ["boots"],
  ],
  ["from-searches", "the search of this page", { page: onPage("search", { searchTerm: "mug" }) }, ["mug"]],
  ["from-searches", "nothing was searched for", {}, []],
  [
    "popular",
    "by the model: of the page's category, then of the shop",
    {
      page: onPage("category", { category: "Coats" }),
      rows: { "categories Coats": { parka: 2, cape: 1 } },
      popular: ["tea", "parka"],
    },
    ["parka", "cape", "tea"],
  ],
  [
    "popular",
    "by the catalogue: reviewed most, and well; then as it stands there",
    {},
    ["tea", "mug", "coat", "parka", "cape", "scarf", "boots"],
  ],
  [
    "buy-again",
    "nothing is known of how long it lasts: what was bought last first, also what is in the cart",
    {
      cart: ["tea"],
      bought: ["tea", "mug"],
      events: [
        { name: "purchase", days: 9, items: [mug] },
        { name: "purchase", days: 1, items: [tea] },
      ],
    },
    ["tea", "mug"],
  ],
  [
    "buy-again",
    "the visitor's own rhythm: not before its time, and the most overdue first",
    {
      events: [
        { name: "purchase", days: 60, items: [tea, mug] },
        { name: "purchase", days: 30, items: [tea] },
        { name: "purchase", days: 20, items: [mug, scarf] },
        { name: "purchase", days: 15, items: [scarf] },
      ],
    },
    ["scarf", "tea"],
  ],
  [
    "buy-again",
    "the rhythm of the category: what few buy again never, the others when it may be used up",
    {
      rebuy: {
        Food: { rate: 0.4, days: 30 },
        Coats: { rate: 0.01, days: 300 },
        Home: { rate: 0.2, days: 100 },
      },
      events: [{ name: "purchase", days: 40, items: [tea, coat, mug] }],
    },
    ["tea"],
  ],
  ["no-such-strategy", "is not known", { viewed: [coat] }, []],
];

describe("each strategy", () => {
  test.each(table)("%s: %s", (strategy, _, given, rail) => {
    expect(ids(strategy, given)).toEqual(rail);
  });
});

describe("whatever the strategy", () => {
  const rows = { "views coat": { parka: 6, cape: 5, scarf: 4, boots: 3, mug: 2, tea: 1 } };
  const viewed = [coat];

  test("as many as wanted, without those that are not", () => {
    expect(ids("similar", { viewed, rows }, 2)).toEqual(["parka", "cape"]);
    expect(ids("similar", { viewed, rows }, 3, ["parka"])).toEqual(["cape", "scarf", "boots"]);
  });

  test("never what was bought, what is in the cart, or what is sold out", () => {
    expect(ids("similar", { viewed, rows, bought: ["parka"], cart: ["cape"] })).toEqual([
      "scarf",
      "boots",
      "mug",
      "tea",
    ]);
    const cards = all.map((item) => (item === boots ? { ...item, availability: "OutOfStock" } : item));
    expect(ids("similar", { viewed, rows, cards })).not.toContain("boots");
    expect(
      ids("buy-again", {
        bought: ["tea"],
        events: [{ name: "purchase", days: 3, items: [{ ...tea, availability: "OutOfStock" }] }],
      }),
    ).toEqual([]);
  });

  test("what the page says now counts, not what the model's card says", () => {
    const known = (id: string) => (id === "parka" ? { availability: "OutOfStock" } : undefined);
    expect(ids("similar", { viewed, rows, known }, 3)).toEqual(["cape", "scarf", "boots"]);
  });

  test("hard limits that the visitor stated: budget, and size where the shop says sizes", () => {
    expect(ids("similar", { viewed, rows, facts: { "profile.budget": "90" } })).toEqual([
      "scarf",
      "boots",
      "mug",
      "tea",
    ]);
    const cards = all.map((item) =>
      item === parka ? { ...item, sizes: ["S", "M"] } : item === cape ? { ...item, size: "l / xl" } : item,
    );
    const sized = (size: string) =>
      ids("similar", { viewed, rows, cards, facts: { "profile.size": size } }, 1);
    expect(sized("M")).toEqual(["parka"]);
    expect(sized("L")).toEqual(["cape"]);
  });

  test("not more than half of one kind, as long as there are others", () => {
    const many = [1, 2, 3, 4, 5].map((n) => product(`coat${n}`, { item_category: "Coats" }));
    const led = Object.fromEntries([...many, mug, tea].map(({ item_id }, index) => [item_id!, 9 - index]));
    const given = { viewed, rows: { "views coat": led }, cards: [coat, ...many, mug, tea] };
    expect(ids("for-you", given, 4)).toEqual(["coat1", "coat2", "mug", "tea"]);
    expect(ids("for-you", { ...given, cards: [coat, ...many] }, 4)).toEqual([
      "coat1",
      "coat2",
      "coat3",
      "coat4",
    ]);
  });

  test("each product comes with its reason, and with where it is known from", () => {
    const given = suggestWorld({
      catalogue: all,
      viewed: [mug, coat],
      rows: { "views coat": { boots: 2 }, "views mug": { tea: 9 }, "categories Coats": { scarf: 1 } },
    });
    expect(suggest("similar", given, 8, []).map(({ because, of, from }) => ({ because, of, from }))).toEqual([
      { because: "viewed", of: "mug", from: "model" },
      { because: "viewed", of: "coat", from: "model" },
      { because: "category", of: "Coats", from: "model" },
    ]);
    const [first] = suggest("similar", suggestWorld({ catalogue: all, viewed: [coat] }), 1, []);
    expect(first).toMatchObject({
      because: "viewed",
      of: "coat",
      from: "catalogue",
      item: { item_id: "cape" },
    });
  });

  test("while the model is on its way nothing takes its place", () => {
    expect(ids("similar", { viewed, isWaiting: () => true })).toEqual([]);
  });
});
