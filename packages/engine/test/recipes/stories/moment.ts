import { DAY, NOON } from "../../make.ts";
import { scarf, tote } from "../products.ts";
import type { Stories } from "../stories.ts";
import { visitor } from "../visitor.ts";

const july = Date.UTC(2026, 6, 10, 12);
const december = Date.UTC(2026, 11, 10, 12);
const onPhone = () => visitor().has({ "device.type": "mobile", "device.touch": true });
const social = { medium: "social", source: "pinterest", page_referrer: "www.pinterest.com" };

export const moment: Stories = {
  "Came from social on a phone": {
    fits: {
      "followed a pin": onPhone().comes(social),
      "followed a pin and looked around": onPhone().comes(social).views(tote, scarf),
      "clicked an ad of Facebook": onPhone().comes({ medium: "cpc", source: "facebook" }),
      "clicked an ad of Instagram": onPhone().comes({ medium: "cpc", source: "Instagram" }),
      "clicked an ad of TikTok": onPhone().comes({ medium: "cpc", source: "tiktok" }),
      "clicked an ad that calls itself social": onPhone().comes({
        medium: "paid_social",
        source: "snapchat",
      }),
    },
    misses: {
      "did so at a desk": visitor().has({ "device.type": "desktop" }).comes(social),
      "did so on a tablet": visitor().has({ "device.type": "tablet", "device.touch": true }).comes(social),
      "came from a search": onPhone().comes({ medium: "search", source: "google" }),
      "came so last week and by hand today": onPhone()
        .comes(social)
        .later(7 * DAY)
        .comes({ medium: "direct" }),
    },
    unknown: {
      "came from nowhere": onPhone().comes({ medium: "direct" }),
      "came on a device that is not known": visitor().comes(social),
    },
  },

  "Birthday this week": {
    fits: {
      "has it today": visitor().comes().declares({ birthday: "1990-11-27" }),
      "has it a week from today": visitor().comes().declares({ birthday: "12-04" }),
      "told it last year": visitor(NOON - 365 * DAY)
        .declares({ birthday: "12-01" })
        .later(365 * DAY)
        .comes(),
    },
    misses: {
      "had it yesterday": visitor().comes().declares({ birthday: "1990-11-26" }),
      "has it today where it is tomorrow already": visitor().aheadOfUtc(13).declares({ birthday: "11-27" }),
      "has it when seven whole days are over": visitor(NOON - DAY / 2).declares({ birthday: "12-04" }),
    },
    unknown: {
      "never told it": visitor().comes(),
      "told something else": visitor().declares({ birthday: "tomorrow" }),
    },
  },

  "Winter where they are": {
    fits: {
      "is in Vienna in December": visitor(december).livesIn("Europe/Vienna").comes(),
      "is in Sydney in July": visitor(july).livesIn("Australia/Sydney").comes(),
      "is in the shop for Austria in December, from Sydney": visitor(december)
        .livesIn("Australia/Sydney", "AT")
        .comes(),
    },
    misses: {
      "is in Sydney in December": visitor(december).livesIn("Australia/Sydney").comes(),
      "is in Vienna in July": visitor(july).livesIn("Europe/Vienna").comes(),
      "is in Vienna in November": visitor(NOON).livesIn("Europe/Vienna").comes(),
    },
    unknown: {
      "is in Singapore": visitor(december).livesIn("Asia/Singapore").comes(),
      "is where no zone tells": visitor(december).livesIn("UTC").comes(),
    },
  },

  "Friday evening": {
    fits: {
      "is here at five": visitor().aheadOfUtc(5).comes(),
      "is here just before midnight": visitor().aheadOfUtc(11).comes(),
    },
    misses: {
      "is here at four": visitor().aheadOfUtc(4).comes(),
      "is here on Saturday evening": visitor(NOON + DAY)
        .aheadOfUtc(8)
        .comes(),
      "is where Saturday has begun": visitor().aheadOfUtc(12).comes(),
    },
    unknown: {},
  },
};
