import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Options } from "./api.ts";
import type { LoadPart } from "./parts.ts";
import { readVisible } from "./read/dialect/visible.ts";
import { readPages, type PageReader } from "./read-pages.ts";

const home = location.href;
let reader: PageReader;
let told: string[];

const parts = { visible: { readVisible } };
const loaded = (async (name: keyof typeof parts) => parts[name]) as LoadPart;

const product = (name: string): string => `<h1>${name}</h1><p>80 €</p><button>Add to cart</button>`;

const show = (html: string): void => {
  document.body.innerHTML = html;
};

/** Opens the shop at an address, and does not wait. */
function begin(path: string, html: string, load = loaded, options: Options = {}): void {
  history.replaceState(null, "", path);
  show(html);
  told = [];
  reader = readPages({
    options,
    load,
    record: (name, { items }) =>
      told.push([name, (items as { item_name?: string }[] | undefined)?.[0]?.item_name].join(" ").trim()),
    changed: () => {},
    guarded: (act) => act,
  });
}

async function open(path: string, html: string, options?: Options): Promise<void> {
  begin(path, html, loaded, options);
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

describe("what a page needs besides", () => {
  let come: () => void;
  const late = ((name: keyof typeof parts) =>
    new Promise((done) => (come = () => done(parts[name])))) as unknown as LoadPart;
  const clicked = "<button data-sk-track='newsletter'>Sign up</button>";

  const beginLate = async (html: string, load = late): Promise<void> => {
    begin("/product/wool", html, load);
    await pass(0);
  };

  test("is waited for: what is known stands at once, and is told once, with the whole", async () => {
    await beginLate(product("Wool") + clicked);
    expect(reader.page).toMatchObject({ type: "product" });
    document.querySelector<HTMLElement>("[data-sk-track]")!.click();
    expect(told).toEqual([]);
    come();
    await pass(0);
    expect(reader.page.product).toMatchObject({ item_name: "Wool", price: 80 });
    expect(told).toEqual(["page_view", "view_item Wool", "newsletter"]);
  });

  test("is not waited for any longer where the page is left", async () => {
    await beginLate(product("Wool") + clicked);
    dispatchEvent(new Event("pagehide"));
    expect(told).toEqual(["page_view"]);
    // The page was kept, and is come back to.
    come();
    await pass(0);
    expect(told).toEqual(["page_view", "view_item Wool"]);
  });

  test("is not waited for where it cannot be loaded, nor for ever", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    await beginLate(product("Wool"), (() => Promise.reject(new Error("no such file"))) as LoadPart);
    expect(told).toEqual(["page_view"]);
    expect(warn).toHaveBeenCalledWith("[shopkeeper]", "reading by visible:", "no such file");
    warn.mockRestore();
    reader.stop();
    await beginLate(product("Wool"));
    expect(told).toEqual([]);
    await pass(2000);
    expect(told).toEqual(["page_view"]);
  });

  test("does not take what it finds to the next page", async () => {
    await beginLate(product("Wool"));
    history.pushState({}, "", "/product/silk");
    expect(told).toEqual(["page_view"]);
    show(product("Silk"));
    come();
    await pass(500);
    expect(told).toEqual(["page_view", "page_view", "view_item Silk"]);
  });
});

test("a route that is left before it rests is a page that was seen", async () => {
  await open("/collections/coats", "<h1>Coats</h1>");
  await pass(500);
  history.pushState({}, "", "/cart");
  // A page that never comes to rest, and is left after a second.
  for (let time = 0; time < 1000; time += 50) {
    show(`<h1>Cart ${time}</h1>`);
    await pass(50);
  }
  history.pushState({}, "", "/search?q=wool");
  await pass(500);
  expect(told.filter((name) => name === "page_view")).toHaveLength(3);
  expect(told).toContain("view_cart");
});

test("a route that leads on to another is none", async () => {
  await open("/collections/coats", "<h1>Coats</h1>");
  await pass(500);
  history.pushState({}, "", "/account");
  await pass(90);
  history.replaceState({}, "", "/login");
  await pass(500);
  history.pushState({}, "", "/a");
  history.pushState({}, "", "/b");
  await pass(500);
  expect(told.filter((name) => name === "page_view")).toHaveLength(3);
});

test("a route that is left at once by who touched it was seen", async () => {
  await open("/collections/coats", "<h1>Coats</h1>");
  await pass(500);
  history.pushState({}, "", "/a");
  await pass(30);
  dispatchEvent(new PointerEvent("pointerdown"));
  history.pushState({}, "", "/b");
  await pass(500);
  expect(told.filter((name) => name === "page_view")).toHaveLength(3);
});

test("a product that is fetched for seconds is viewed when it has come, its page before", async () => {
  await open("/product/wool", product("Wool"));
  await pass(5000);
  history.pushState({}, "", "/product/silk");
  await pass(3000);
  expect(told.slice(2)).toEqual(["page_view"]);
  show(product("Silk"));
  await pass(500);
  expect(told.slice(2)).toEqual(["page_view", "view_item Silk"]);
});

test("an app with its routes behind the hash has a page for each", async () => {
  await open("/#/collections/coats", "<h1>Coats</h1>", { routes: "hash" });
  expect(reader.page).toMatchObject({ type: "category", path: "/collections/coats" });
  history.pushState({}, "", "#/product/wool");
  show(product("Wool"));
  await pass(500);
  expect(told).toEqual(["page_view", "view_item_list", "page_view", "view_item Wool"]);
  expect(reader.page.product!.url).toMatch(/\/#\/product\/wool$/);
});

test("a checkout of several pages begins once, and a cart is looked at once", async () => {
  await open("/cart", "<h1>Cart</h1>");
  await pass(500);
  for (const path of ["/checkout", "/checkout/shipping", "/checkout-step-two"]) {
    history.pushState({}, "", path);
    show(`<h1>${path}</h1>`);
    await pass(500);
  }
  expect(told.filter((name) => name !== "page_view")).toEqual(["view_cart", "begin_checkout"]);
});
