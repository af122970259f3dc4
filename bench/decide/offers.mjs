import { rulesOfAShop } from "../rules/rules-of-a-shop.mjs";

/** How many experiences a shop has configured that tries much. */
export const COUNT = 200;

/** Ten pages that an experience may be for. */
const paths = ["/", "/sale/bags", "/shoes", "/sale", "/new", "/gifts/sale"];

/**
 * Experiences, each with a rule, every other with a page too, and each behind an experiment of two variations: the second
 * shows it.
 */
export const offers = Array.from({ length: COUNT }, (_, index) => ({
  id: `offer-${index}`,
  rule:
    index % 2
      ? rulesOfAShop[index % rulesOfAShop.length]
      : [
          "and",
          ["=", "page.path", paths[index % paths.length]],
          rulesOfAShop[(index >> 1) % rulesOfAShop.length],
        ],
}));
