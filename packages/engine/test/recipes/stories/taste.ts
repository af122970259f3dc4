import type { Item } from "../../../src/index.ts";
import { DAY } from "../../make.ts";
import { by, clutch, coat, gloves, hat, reduced, satchel, scarf, tote } from "../products.ts";
import type { Stories } from "../stories.ts";
import { visitor } from "../visitor.ts";

const inDubai = () => visitor().livesIn("Asia/Dubai");
const five = ["Klint", "Prada", "Chanel", "Kiln", "Tørv"].map((brand) => by(brand));
const bags = [tote, satchel, clutch, by("Prada")];
const lacking = (field: string, item: Item): Item => ({ ...item, [field]: undefined });

export const taste: Stories = {
  "Looked at a brand three times in a month": {
    fits: {
      "looked at three bags of it": visitor().views(tote, satchel, clutch),
      "looked at one of it on three days": visitor()
        .views(tote)
        .later(DAY)
        .views(tote)
        .later(DAY)
        .views(tote),
    },
    misses: {
      "looked twice": visitor().views(tote, satchel),
      "looked at another brand": visitor().views(by("Prada"), by("Prada", coat), by("Prada", scarf)),
      "looked once of the three times two months ago": visitor()
        .views(tote)
        .later(60 * DAY)
        .views(tote, clutch),
    },
    unknown: {
      "looked at pages that do not say the brand": visitor().views(
        ...[tote, satchel, clutch].map((item) => lacking("item_brand", item)),
      ),
    },
  },

  "Likes one category best": {
    fits: {
      "looked at bags more than at coats": visitor().views(tote, satchel, tote, coat),
      "put one bag in the cart after three coats": visitor().views(coat, coat, coat).puts(tote),
    },
    misses: {
      "looked at coats more than at bags": visitor().views(tote, coat, coat, coat),
    },
    unknown: {
      "looked at three bags": visitor().views(tote, satchel, clutch),
      "looked at bags in a shop that does not say so": visitor().views(
        ...bags.map((item) => lacking("item_category", item)),
      ),
    },
  },

  "Category enthusiast": {
    fits: {
      "looked at four bags and at four other things": visitor().views(
        tote,
        coat,
        scarf,
        satchel,
        clutch,
        hat,
        gloves,
        by("Prada"),
      ),
      "has eyes for bags only": visitor().views(...bags, tote),
    },
    misses: {
      "looked at more other things": visitor().views(...bags, coat, scarf, gloves, hat, coat),
      "put one bag in the cart at once": visitor().views(tote).puts(tote),
      "looked at one bag many times": visitor().views(...Array<Item>(9).fill(tote)),
      "looked at four things and put the bag in the cart": visitor()
        .views(tote, coat, scarf, gloves)
        .puts(tote),
      "did so last summer": visitor()
        .views(...bags, ...bags, ...bags)
        .later(40 * DAY)
        .comes(),
    },
    unknown: {
      "looked at three bags": visitor().views(tote, satchel, clutch),
      "looked at bags in a shop that does not say so": visitor().views(
        ...bags.map((item) => lacking("item_category", item)),
      ),
    },
  },

  "Sale shopper": {
    fits: {
      "looked at four things, two of them reduced": visitor().views(
        reduced(tote),
        satchel,
        coat,
        reduced(scarf),
      ),
      "looks at nothing else": visitor().views(...[tote, satchel, coat, scarf, hat].map(reduced)),
    },
    misses: {
      "looked at four things, one of them reduced": visitor().views(reduced(tote), satchel, coat, scarf),
      "looked at four things that are said not to be reduced": visitor().views(
        ...[tote, satchel, coat, scarf].map((item) => ({ ...item, on_sale: false })),
      ),
      "did so last season and looked at one thing since": visitor()
        .views(...[tote, satchel, coat, scarf].map(reduced))
        .later(60 * DAY)
        .views(reduced(hat)),
      "did so last season and looks at full prices now": visitor()
        .views(...[tote, satchel, coat, scarf].map(reduced))
        .later(60 * DAY)
        .views(tote, satchel, coat, scarf),
    },
    unknown: {
      "looked at three things, all of them reduced": visitor().views(...[tote, satchel, coat].map(reduced)),
      "looked at one reduced thing many times": visitor().views(...Array<Item>(9).fill(reduced(tote))),
      "looked at pages that say nothing about it": visitor().views(tote, satchel, coat, scarf),
    },
  },

  "UAE visitor who looked at Prada and put Chanel in the cart": {
    fits: {
      "did just that": inDubai().views(by("Prada")).puts(by("Chanel")),
      "did it the other way round, in a shop that shouts": inDubai()
        .puts(by("CHANEL"))
        .later(3 * DAY)
        .views(by("PRADA")),
      "is in the shop for the Emirates, from abroad": visitor()
        .livesIn("Europe/Berlin", "AE")
        .views(by("Prada"))
        .puts(by("Chanel")),
    },
    misses: {
      "did so in Saudi Arabia": visitor().livesIn("Asia/Riyadh").views(by("Prada")).puts(by("Chanel")),
      "is in the shop for Saudi Arabia": visitor()
        .livesIn("Asia/Dubai", "SA")
        .views(by("Prada"))
        .puts(by("Chanel")),
      "put Prada in the cart": inDubai().views(by("Prada")).puts(by("Prada")),
      "looked at Chanel only": inDubai().views(by("Chanel")).puts(by("Chanel")),
      "did not look at anything": inDubai().comes().puts(by("Chanel")),
      "only looked": inDubai().views(by("Prada"), by("Chanel")),
      "looked two months ago": inDubai()
        .views(by("Prada"))
        .later(60 * DAY)
        .puts(by("Chanel")),
      "put it in the cart two months ago": inDubai()
        .puts(by("Chanel"))
        .later(60 * DAY)
        .views(by("Prada")),
    },
    unknown: {
      "did so wherever that was": visitor().livesIn("UTC").views(by("Prada")).puts(by("Chanel")),
    },
  },

  "Research visit": {
    fits: {
      "compares five brands": visitor().views(...five),
      "compares five brands, having kept something last week": visitor()
        .views(tote)
        .puts(tote)
        .wishes(tote)
        .later(7 * DAY)
        .views(...five),
    },
    misses: {
      "compares four brands": visitor().views(...five.slice(0, 4)),
      "looked at five brands on two visits": visitor()
        .views(...five.slice(0, 3))
        .later(DAY)
        .views(...five.slice(3)),
      "put one in the cart": visitor()
        .views(...five)
        .puts(five[0]!),
      "put one on the wish list": visitor()
        .views(...five)
        .wishes(five[0]!),
    },
    unknown: {
      "looked at pages that do not say the brand": visitor().views(
        ...five.map((item) => lacking("item_brand", item)),
      ),
      "looked at one brand many times": visitor().views(...Array<Item>(9).fill(tote)),
    },
  },

  "Searched but did not find": {
    fits: {
      "tried a second word": visitor().searches("raincoat", "mac"),
      "came for a bag and tried two words": visitor().views(tote).searches("raincoat", "mac"),
      "found something last week": visitor()
        .searches("bag")
        .views(tote)
        .puts(tote)
        .later(7 * DAY)
        .searches("raincoat", "mac"),
    },
    misses: {
      "found it": visitor().searches("raincoat", "mac").views(coat),
      "found the first and looks for another thing": visitor().searches("bag").views(tote).searches("scarf"),
      "turned the page": visitor().searches("raincoat", "Raincoat"),
      "tried one word yesterday and one today": visitor().searches("raincoat").later(DAY).searches("mac"),
      "put something in the cart from the results": visitor().searches("raincoat", "mac").puts(coat),
    },
    unknown: {
      "has just searched": visitor().comes().searches("raincoat"),
      "never searched": visitor().comes(),
    },
  },

  "Cheaper than when they last saw it": {
    fits: {
      "saw it last week": visitor()
        .views(coat)
        .later(7 * DAY)
        .views(reduced(coat)),
    },
    misses: {
      "saw it for the same price": visitor()
        .views(coat)
        .later(7 * DAY)
        .views(coat),
      "saw it cheaper": visitor()
        .views(reduced(coat))
        .later(7 * DAY)
        .views(coat),
      "bought it": visitor()
        .views(coat)
        .orders(300, coat)
        .later(7 * DAY)
        .views(reduced(coat)),
    },
    unknown: {
      "sees it for the first time": visitor().comes().views(reduced(coat)),
      "saw it in another currency": visitor()
        .views(coat)
        .later(7 * DAY)
        .views({ ...reduced(coat), currency: "USD" }),
      "is on another page": visitor()
        .views(coat)
        .later(7 * DAY)
        .views(reduced(coat))
        .comes(),
    },
  },
};
