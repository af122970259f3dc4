import type { Item } from "../event.ts";
import { overlap } from "./alike.ts";

/**
 * How well a product goes with another without being the same again: it is of another category and not much dearer, and of the same
 * brand or for the same use. A guess, where nobody has told what is bought together.
 */
export const goesWith = (one: Item, other: Item): number =>
  other.item_category === one.item_category || other.price! > 1.25 * one.price!
    ? 0
    : +(one.item_brand !== undefined && one.item_brand === other.item_brand) +
      2 * overlap(one.tags, other.tags);
