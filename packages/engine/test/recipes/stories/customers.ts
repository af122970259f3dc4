import { DAY } from "../../make.ts";
import { coat, hat, reduced, satchel, scarf, tote } from "../products.ts";
import type { Stories } from "../stories.ts";
import { visitor } from "../visitor.ts";

const regular = () =>
  visitor()
    .orders(120, tote)
    .later(20 * DAY)
    .orders(300, coat)
    .later(20 * DAY)
    .orders(60, hat);

/** Somebody who ordered so often for so much each, a day apart. */
const orders = (times: number, value: number) => {
  const who = visitor();
  for (let index = 0; index < times; index++) who.later(DAY).orders(value, tote);
  return who;
};

export const customers: Stories = {
  "Price bracket of orders": {
    fits: {
      "ordered once, for 100": visitor().orders(100, tote),
      "ordered for 50 and for 440": visitor().orders(50, scarf).later(DAY).orders(440, coat),
    },
    misses: {
      "ordered once, for 99.99": visitor().orders(99.99, tote),
      "ordered once, for 250": visitor().orders(250, coat),
      "ordered for 100 and for 500": visitor().orders(100, tote).later(DAY).orders(500, coat),
    },
    unknown: {
      "never ordered": visitor().comes().puts(tote),
      "ordered for nobody knows how much": visitor().does("purchase", { transaction_id: "1" }),
    },
  },

  "Spent 500 in a year": {
    fits: {
      "ordered for 300 and for 200": visitor()
        .orders(300, coat)
        .later(200 * DAY)
        .orders(200, tote),
    },
    misses: {
      "ordered for 499.99": visitor().orders(499.99, coat),
      "ordered for 300 now and for 200 last year": visitor()
        .orders(200, tote)
        .later(365 * DAY)
        .orders(300, coat),
    },
    unknown: {
      "never ordered": visitor().comes().puts(coat),
      "ordered for nobody knows how much": visitor().does("purchase", { transaction_id: "1" }),
    },
  },

  Regular: {
    fits: {
      "ordered three times": regular(),
      "ordered four times": regular().later(DAY).orders(30, scarf),
    },
    misses: {
      "ordered twice": visitor()
        .orders(120, tote)
        .later(20 * DAY)
        .orders(300, coat),
      "reloads the confirmation of the second order": visitor()
        .orders(120, tote)
        .does("purchase", { transaction_id: "T2", value: 60 })
        .does("purchase", { transaction_id: "T2", value: 60 }),
      "has not ordered for sixty days": regular()
        .later(60 * DAY)
        .comes(),
    },
    unknown: {
      "comes often and never ordered": visitor().comes().later(DAY).comes().later(DAY).comes(),
    },
  },

  "Regular who pays full price": {
    fits: {
      "ordered three times and looks at what is new": regular().views(tote, satchel, coat, scarf),
    },
    misses: {
      "ordered three times and looks at what is reduced": regular().views(
        ...[tote, satchel, coat, scarf].map(reduced),
      ),
      "looks at what is new and ordered once": visitor().orders(120, tote).views(tote, satchel, coat, scarf),
    },
    unknown: {
      "never ordered": visitor().views(tote, satchel, coat, scarf),
    },
  },

  "VIP by RFM": {
    fits: {
      "ordered five times for 400, 90 days ago": orders(5, 80)
        .later(90 * DAY)
        .comes(),
      "ordered twenty times for much, just now": orders(20, 200),
    },
    misses: {
      "ordered five times for 400, 91 days ago": orders(5, 80)
        .later(91 * DAY)
        .comes(),
      "ordered four times for much": orders(4, 500),
      "ordered five times for little": orders(5, 79),
    },
    unknown: {
      "never ordered": visitor().comes().puts(tote).later(DAY).comes(),
    },
  },

  "Slipping away": {
    fits: {
      "ordered much in its time, a hundred days ago": orders(5, 80)
        .later(100 * DAY)
        .comes(),
      "ordered much in its time, years ago": orders(5, 80)
        .later(800 * DAY)
        .comes(),
    },
    misses: {
      "ordered much, and last month as well": orders(5, 80)
        .later(30 * DAY)
        .comes(),
      "ordered once, a hundred days ago": orders(1, 80)
        .later(100 * DAY)
        .comes(),
      "ordered once, years ago": orders(1, 80)
        .later(800 * DAY)
        .comes(),
    },
    unknown: {
      "never ordered": visitor()
        .comes()
        .puts(tote)
        .later(100 * DAY)
        .comes(),
    },
  },

  Lapsed: {
    fits: {
      "ordered 91 days ago": visitor()
        .orders(120, tote)
        .later(91 * DAY)
        .comes(),
      "was a regular until last year": regular()
        .later(300 * DAY)
        .comes(),
    },
    misses: {
      "ordered 90 days ago to the second": visitor()
        .orders(120, tote)
        .later(90 * DAY)
        .comes(),
      "has just ordered again": visitor()
        .orders(120, tote)
        .later(91 * DAY)
        .orders(30, scarf),
    },
    unknown: {
      "never ordered and was away for long": visitor()
        .comes()
        .puts(tote)
        .later(300 * DAY)
        .comes(),
    },
  },
};
