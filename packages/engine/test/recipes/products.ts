import type { Item } from "../../src/index.ts";

/** A product as a page says it; what a test does not care about is as it is with most. */
const product = (item_id: string, parts: Partial<Item> = {}): Item => ({
  item_id,
  item_name: item_id,
  item_brand: "Klint",
  item_category: "Bags",
  price: 120,
  currency: "EUR",
  ...parts,
});

/** Full price, all of one brand. */
export const tote = product("tote");
export const satchel = product("satchel");
export const clutch = product("clutch", { price: 40 });
export const coat = product("coat", { item_category: "Coats", price: 300 });
export const scarf = product("scarf", { item_category: "Scarves", price: 30 });
export const gloves = product("gloves", { item_category: "Gloves", price: 50 });
export const hat = product("hat", { item_category: "Hats", price: 60 });

/** The same product, reduced. */
export const reduced = (item: Item): Item => ({
  ...item,
  price: item.price! * 0.7,
  list_price: item.price!,
  on_sale: true,
});

/** The same product of another brand. */
export const by = (item_brand: string, item: Item = tote): Item => ({
  ...item,
  item_id: `${item_brand}-${item.item_id}`,
  item_brand,
});
