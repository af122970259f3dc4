import { selectAll } from "../dom/elements.ts";
import { configured, listed, needed, quoted } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

const SEASONS = ["spring", "summer", "autumn", "winter"];
const HEMISPHERES = ["northern", "southern"];

/** Climates of our own naming, by country: where most of those who live there have it. After Köppen: https://doi.org/10.1038/sdata.2018.214 */
const CLIMATES: Record<string, string> = {
  // Desert (BWh).
  desert: "AE BH DJ EG EH KW LY MR OM QA SA",
  // Warmer than 18 °C in every month (A).
  tropical: "BB BN CR DO GH HT ID JM KH LK MV MY NI PA PH SG SR SV TH TL TT",
  // A month below freezing, on average (D, E).
  cold: "BY EE FI GL KZ LT LV MN NO RU SE",
};

/**
 * Shows the merchant's template for the visitor's season, climate or area in the place of an element; where none fits,
 * the default stands. The most exact goes first: a country, then a climate, a season, a hemisphere.
 */
export const make: Make = (world) => {
  const target = needed(world, "local", "into", "a CSS selector of what is to be replaced");
  const values = new Set(
    selectAll("template[data-local]").map((each) => each.getAttribute("data-local")!.trim()),
  );
  if (!values.size)
    throw new Error('local needs a <template data-local="winter"> for each season, climate or area.');
  world.plan(
    [...values].map((value) => {
      const conditions = listed(value).map(conditionOf);
      return {
        ...configured(world, {
          id: `local: ${value}`,
          kind: "swap",
          when: conditions.map(({ when }) => when).join(" or "),
          target,
          priority: Math.max(...conditions.map(({ rank }) => rank)),
          group: `local ${target}`,
        }),
        template: `template[data-local="${CSS.escape(value)}"]`,
      };
    }),
  );
};

/** What a word of a template means. @throws Where it is none that we know. */
function conditionOf(word: string): { when: string; rank: number } {
  if (SEASONS.includes(word)) return { when: `geo.season = ${quoted(word)}`, rank: 2 };
  if (HEMISPHERES.includes(word)) return { when: `geo.hemisphere = ${quoted(word)}`, rank: 1 };
  const climate = Object.hasOwn(CLIMATES, word) ? CLIMATES[word]!.split(" ").map(quoted) : undefined;
  if (climate) return { when: `geo.country in [${climate.join(", ")}]`, rank: 3 };
  if (/^[A-Z]{2}$/.test(word)) return { when: `geo.country = ${quoted(word)}`, rank: 4 };
  const known = [...SEASONS, ...HEMISPHERES, ...Object.keys(CLIMATES)].join(", ");
  throw new Error(`local: expected ${known} or a country such as "AE" in data-local, got ${quoted(word)}`);
}
