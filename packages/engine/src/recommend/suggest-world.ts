import type { Item, ShopEvent } from "../event.ts";
import type { Page } from "../page.ts";
import type { Seen } from "../profile/shelf.ts";
import type { Row } from "./format/decode-shard.ts";
import type { Manifest } from "./format/manifest.ts";
import type { ByContent } from "./by-content.ts";

/**
 * What suggestions are made from. Whoever hands it over may still be fetching: then it says `undefined`, and asks again when
 * it has come.
 */
export interface SuggestWorld {
  /** Products that the visitor has met. */
  shelf: readonly Seen[];
  /** Ids of what is in the cart. */
  cart: readonly string[];
  isBought(id: string): boolean;
  page: Page;
  /** Milliseconds since 1970. */
  now: number;
  fact(name: string): unknown;
  /** The events of this name that are remembered, oldest first. */
  events(name: "purchase" | "search"): readonly ShopEvent[];
  manifest(): Manifest | undefined;
  row(table: keyof Manifest["tables"], id: string): Row | undefined;
  /** The card of a product by its number in the model; `null` where there is none. */
  card(number: number): Item | null | undefined;
  /** What is known now of a product, such as its price on this page. */
  known(id: string): Item | undefined;
  /** The shop's products: those of a catalogue file, in its order, else those that pages have told of. */
  catalogue(): Item[];
  /** Whether something that was asked for is on its way, so that what follows is not looked for yet. */
  isWaiting(): boolean;
  /** How to compare what they are, where no model says what goes together. */
  byContent(): ByContent | undefined;
}

/** Why a product is suggested. */
export interface Because {
  /**
   * `"viewed"`, `"cart"` and `"searched"`: it goes with what `of` names. `"category"`, `"popular"`: it sells well there, or in the
   * shop. `"bought"`: it was bought, and may be used up.
   */
  because: "viewed" | "cart" | "searched" | "category" | "popular" | "bought";
  /** The id of a product, the name of a category, or what was searched for. */
  of?: string | undefined;
}

/** Something that others are suggested for. */
export interface Seed extends Because {
  /** The id of a product, or of another row of the model. */
  id: string;
  item?: Item | undefined;
  /** How much it counts. */
  factor: number;
}

/** A product that may be suggested. */
export interface Candidate extends Because {
  /** `null` where it is not known after all, `undefined` as long as its card is on its way. */
  card(): Item | null | undefined;
}

/** A product with its reason, and with what told that it belongs there. */
export interface Suggestion extends Because {
  item: Item;
  from: "history" | "model" | "catalogue";
}
