export type { ShopEvent, Item } from "./event.ts";
export type { Page, PageType } from "./page.ts";
export type * from "./configuration.ts";
