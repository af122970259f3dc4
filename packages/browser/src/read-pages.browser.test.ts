import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readPages, type PageReader } from "./read-pages.ts";

const home = location.href;
let reader: PageReader;
let told: string[];

const product = (name: string): string => `<h1>${name}</h1><p>80 €</p><button>Add to cart</button>`;

const show = (html: string): void => {
  document.body.innerHTML = html;
};

/** Opens the shop at an address. */
async function open(path: string, html: string): Promise<void> {
  history.replaceState(null, "", path);
  show(html);
  told = [];
  reader = readPages({
    options: {},
    record: (name, { items }) =>
      told.push([name, (items as { item_name?: string }[] | undefined)?.[0]?.item_name].join(" ").trim()),
    changed: () => {},
    guarded: (act) => act,
  });
  await reader.read;
}

const pass = (time: number): Promise<unknown> => vi.advanceTimersByTimeAsync(time);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  reader.stop();
  vi.useRealTimers();
  history.replaceState(null, "", home);
  show("");
});

test("the same product in another colour is read anew and not viewed again", async () => {
  await open("/product/wool", product("Wool"));
  await pass(5000);
  history.pushState({}, "", "?color=red");
  expect(reader.page.product).toMatchObject({ item_name: "Wool", price: 80 });
  show(product("Wool").replace("80", "90"));
  await pass(500);
  history.pushState({}, "", "?variant=2");
  await pass(500);
  expect(reader.page.product).toMatchObject({ item_name: "Wool", price: 90 });
  expect(told).toEqual(["page_view", "view_item Wool"]);
});

test("another product under the same path is viewed", async () => {
  await open("/item?id=4", product("Wool"));
  await pass(5000);
  history.pushState({}, "", "?id=5");
  show(product("Silk"));
  await pass(500);
  expect(told).toEqual(["page_view", "view_item Wool", "page_view", "view_item Silk"]);
  expect(reader.page.product!.url).toMatch(/\/item\?id=5$/);
});

test("another product that only a parameter of the shop's own tells is viewed too", async () => {
  await open("/item?article=4", product("Wool"));
  await pass(5000);
  history.pushState({}, "", "?article=5");
  show(product("Silk"));
  await pass(500);
  expect(told.slice(2)).toEqual(["page_view", "view_item Silk"]);
});

test("of the next product neither a skeleton nor the product before is read", async () => {
  await open("/product/wool", product("Wool"));
  history.pushState({}, "", "/product/silk");
  history.replaceState({}, "", "/product/silk?from=list");
  await pass(500);
  show("<p>One moment");
  await pass(500);
  expect(told).toEqual(["page_view", "view_item Wool"]);
  show(product("Silk"));
  await pass(500);
  expect(told.slice(2)).toEqual(["page_view", "view_item Silk"]);
});
