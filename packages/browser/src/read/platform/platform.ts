import type { Item, Page } from "@shopkeeper/engine";
import type { Undo } from "../../dom/undo.ts";
import type { Dialect } from "../dialect/reading.ts";

/** The name of an adapter, and of the part that it is in. */
export type PlatformName = "shopify" | "woocommerce" | "magento" | "prestashop" | "bigcommerce";

/** What an adapter is given to tell what the shopper does. */
export interface ActWorld {
  window: Window;
  document: Document;
  /** What is known of the page now. */
  page(): Page;
  /**
   * Tells an act; several tellers may tell the same.
   *
   * @param at When it was done, in milliseconds since 1970, where that was before now.
   */
  tell(name: string, parameters: Record<string, unknown>, teller: string, at?: number): void;
  /** Reads the page anew: its product shows another variant, or its cart has changed. */
  reread(): void;
  /** Whether a note may be kept for the next page. */
  keeps(): boolean;
  /** The shop allows requests of ours for the cart; see `cartRequests` in the configuration. */
  asks: boolean;
}

/** How a platform calls what every shop has, for the watcher of clicks and forms. */
export interface Words {
  /** Controls or forms that put something into the cart, besides those that say so. */
  add?: string;
  /** Controls that take something out. */
  remove?: string;
  /** What a control is about; nothing where the page's product or the card around it tells. */
  items?(control: Element, world: ActWorld): Item[] | undefined;
  /** What stands on the next page when the shop has refused what was posted. */
  refused?: string;
  /**
   * A request that changes the cart, where its status tells whether the shop has accepted; `false` where only an event of the
   * platform tells.
   */
  requests?: RegExp | false;
}

/** A platform's adapter: what it says of a page, and how it says what the shopper does. */
export interface Platform {
  name: PlatformName;
  read: Dialect;
  words?: Words;
  watch?(world: ActWorld): Undo;
}
