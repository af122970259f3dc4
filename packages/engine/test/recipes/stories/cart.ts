import { DAY, HOUR, MINUTE } from "../../make.ts";
import { clutch, gloves, hat, scarf, tote } from "../products.ts";
import type { Stories } from "../stories.ts";
import { visitor } from "../visitor.ts";

const left = () => visitor().comes().views(tote).puts(tote);

export const cart: Stories = {
  "Left in the cart yesterday": {
    fits: {
      "put a bag in the cart yesterday afternoon": left()
        .later(20 * HOUR)
        .comes(),
      "opens the cart the next morning": left()
        .later(20 * HOUR)
        .seesCart(tote),
      "took one of two things out before leaving": left()
        .puts(scarf)
        .removes(scarf)
        .later(20 * HOUR)
        .comes(),
    },
    misses: {
      "bought it in the evening": left()
        .later(4 * HOUR)
        .orders(120, tote)
        .later(16 * HOUR)
        .comes(),
      "has just bought it": left()
        .later(20 * HOUR)
        .comes()
        .orders(120, tote),
      "took it out again": left()
        .removes(tote)
        .later(20 * HOUR)
        .comes(),
      "put it there eight hours ago": left()
        .later(8 * HOUR)
        .comes(),
      "put it there forty hours ago": left()
        .later(40 * HOUR)
        .comes(),
      "goes on filling the cart": left()
        .later(20 * HOUR)
        .comes()
        .puts(scarf),
    },
    unknown: {
      "never put anything in the cart": visitor()
        .comes()
        .views(tote)
        .later(20 * HOUR)
        .comes(),
    },
  },

  "Still in the cart from an earlier visit": {
    fits: {
      "left a bag there last week": left()
        .later(7 * DAY)
        .comes(),
      "left two things and takes one out": left()
        .puts(scarf)
        .later(7 * DAY)
        .comes()
        .removes(scarf),
    },
    misses: {
      "has put it there on this visit": left().comes(),
      "adds to it": left()
        .later(7 * DAY)
        .comes()
        .puts(scarf),
      "bought it": left()
        .later(DAY)
        .orders(120, tote)
        .later(7 * DAY)
        .comes(),
    },
    unknown: {
      "never put anything in the cart": visitor()
        .comes()
        .views(tote)
        .later(7 * DAY)
        .comes(),
    },
  },

  "A little short of free delivery": {
    fits: {
      "has something for 40 in the cart": visitor().comes().puts(clutch),
      "has something for 50 in the cart": visitor().comes().puts(gloves),
    },
    misses: {
      "has something for 30 in the cart": visitor().comes().puts(scarf),
      "has something for 60 in the cart": visitor().comes().puts(hat),
      "had, and ordered it": visitor().comes().puts(gloves).orders(50, gloves),
    },
    unknown: {
      "has something without a price in the cart": visitor().comes().puts({ item_id: "gloves" }),
      "has nothing in the cart": visitor().comes(),
    },
  },

  "Decided quickly": {
    fits: {
      "took just the time": visitor()
        .views(tote)
        .later(10 * MINUTE)
        .puts(tote)
        .later(HOUR)
        .does("begin_checkout"),
      "did so last year": left()
        .does("begin_checkout")
        .later(300 * DAY)
        .comes(),
    },
    misses: {
      "did not look at it first": visitor().comes().puts(tote).does("begin_checkout"),
      "slept on it": visitor()
        .views(tote)
        .later(11 * MINUTE)
        .puts(tote)
        .does("begin_checkout"),
      "put it in the cart on another day": left().later(DAY).views(scarf).does("begin_checkout"),
      "did not go to the checkout": left(),
      "went to the checkout hours later": left()
        .later(2 * HOUR)
        .does("begin_checkout"),
    },
    unknown: {
      "is only seen in the checkout": visitor().does("begin_checkout"),
    },
  },
};
