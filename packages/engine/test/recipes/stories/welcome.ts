import { DAY, MINUTE } from "../../make.ts";
import { scarf, tote } from "../products.ts";
import type { Stories } from "../stories.ts";
import { visitor } from "../visitor.ts";

export const welcome: Stories = {
  "First visit of a new customer": {
    fits: {
      "is here for the first time": visitor().comes(),
      "has just put something in the cart": visitor().comes().views(tote).puts(tote),
    },
    misses: {
      "is here for the second time": visitor().comes().later(DAY).comes(),
      "has just ordered": visitor().comes().puts(tote).orders(120, tote),
    },
    unknown: {
      "is new to this browser, but logged in to an account": visitor().comes().does("login"),
    },
  },

  "Returning with an empty cart": {
    fits: {
      "was here yesterday": visitor().comes().later(DAY).comes(),
      "took everything out of the cart": visitor().comes().puts(tote).removes(tote).later(DAY).comes(),
      "ordered what was in it": visitor().comes().puts(tote).orders(120, tote).later(DAY).comes(),
    },
    misses: {
      "is here for the first time": visitor().comes(),
      "left something in the cart": visitor().comes().puts(tote).later(DAY).comes(),
      "has just put something in the cart": visitor().comes().later(DAY).comes().puts(scarf),
    },
    unknown: {
      "was away for some minutes only": visitor()
        .comes()
        .later(29 * MINUTE)
        .comes(),
    },
  },

  "Back after the first order": {
    fits: {
      "ordered five days ago": visitor()
        .comes()
        .orders(120, tote)
        .later(5 * DAY)
        .comes(),
    },
    misses: {
      "ordered on this visit": visitor().comes().orders(120, tote).comes(),
      "ordered twice": visitor().orders(120, tote).later(DAY).orders(30, scarf).later(DAY).comes(),
      "ordered thirty days ago to the second": visitor()
        .orders(120, tote)
        .later(30 * DAY)
        .comes(),
    },
    unknown: {
      "never ordered": visitor().comes().puts(tote).later(DAY).comes(),
    },
  },
};
