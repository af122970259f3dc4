import { afterEach, expect, test } from "vitest";
import type { Undo } from "../dom/undo.ts";
import { watchDataLayer } from "./watch-data-layer.ts";

const shop = window as unknown as { dataLayer?: unknown };
const push = (entry: unknown): number => (shop.dataLayer as unknown[]).push(entry);
const add = (id: string) => ({ event: "add_to_cart", ecommerce: { items: [{ item_id: id }] } });

let heard: string[] = [];
let undo: Undo | undefined;
const watch = (): void => {
  heard = [];
  undo = watchDataLayer(window, (name, { items }) =>
    heard.push(`${name} ${(items as { item_id: string }[])[0]!.item_id}`),
  );
};
afterEach(() => {
  undo?.();
  delete shop.dataLayer;
});

test("entries from before and after are heard once, in order", () => {
  shop.dataLayer = [{ event: "gtm.js" }, add("a")];
  watch();
  push(add("b"));
  (function (..._given: unknown[]) {
    push(arguments);
  })("event", "add_to_cart", { items: [{ item_id: "c" }] });
  expect(push({ event: "other" })).toBe(5);
  expect(heard).toEqual(["add_to_cart a", "add_to_cart b", "add_to_cart c"]);
});

test("several in one push are all heard, and the same object pushed twice is two acts", () => {
  shop.dataLayer = [];
  watch();
  const entry = add("a");
  (shop.dataLayer as unknown[]).push(entry, add("b"));
  push(entry);
  expect(heard).toEqual(["add_to_cart a", "add_to_cart b", "add_to_cart a"]);
});

test("a data layer made or exchanged later is found when the page has loaded", () => {
  watch();
  const first = add("a");
  shop.dataLayer = [first];
  window.dispatchEvent(new Event("load"));
  push(add("b"));
  shop.dataLayer = [first, add("c")];
  window.dispatchEvent(new Event("load"));
  push(add("d"));
  window.dispatchEvent(new Event("load"));
  expect(heard).toEqual(["add_to_cart a", "add_to_cart b", "add_to_cart c", "add_to_cart d"]);
});

test("a tag manager's wrapper, put on after ours, keeps working when we go", () => {
  const layer: unknown[] = [];
  shop.dataLayer = layer;
  watch();
  const ours = layer.push;
  const seen: unknown[] = [];
  layer.push = (...entries) => {
    seen.push(...entries);
    return ours.apply(layer, entries);
  };
  push(add("a"));
  undo!();
  push(add("b"));
  expect(heard).toEqual(["add_to_cart a"]);
  expect(seen).toHaveLength(2);
  expect(layer).toHaveLength(2);
});

test("after undoing, the array is as it was", () => {
  shop.dataLayer = [];
  watch();
  undo!();
  expect(Object.hasOwn(shop.dataLayer as object, "push")).toBe(false);
  push(add("a"));
  window.dispatchEvent(new Event("load"));
  expect(heard).toEqual([]);
});

test("an element called dataLayer, or a getter that throws, is no data layer and no error", () => {
  const link = document.body.appendChild(document.createElement("a"));
  link.id = "dataLayer";
  expect(watch).not.toThrow();
  link.remove();
  shop.dataLayer = [];
  window.dispatchEvent(new Event("load"));
  expect(() =>
    push({
      get event() {
        throw new Error("theirs");
      },
    }),
  ).not.toThrow();
});
