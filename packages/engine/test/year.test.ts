import { expect, test } from "vitest";
import { configuration } from "../../../bench/year/shop.mjs";
import { runYear } from "../../../bench/year/run-year.mjs";
import * as engine from "../src/index.ts";

const seed = 20260101;

test("a year of shoppers: no cap and no quiet rule is ever broken, and nothing bought is advertised", () => {
  const { broken, decisions, shows, advertised, visits } = runYear(engine, { shoppers: 60, seed });
  expect(broken).toEqual([]);
  expect(visits).toHaveLength(2);
  // Over nothing every rule holds.
  expect(decisions).toBeGreaterThan(50_000);
  expect(advertised).toBeGreaterThan(500);
  expect(Object.keys(shows).sort()).toEqual(configuration.experiences!.map(({ id }) => id).sort());
});

const without = (...keys: string[]) => ({
  experiences: configuration.experiences!.map((experience) =>
    Object.fromEntries(Object.entries(experience).filter(([key]) => !keys.includes(key))),
  ),
});
const quiet = (rules: object) => ({ quiet: { popupsPerVisit: 9, ...rules } });

test.each<[string, object, string]>([
  ["pop-ups per visit", quiet({}), "quiet: a second one in a visit"],
  ["rest after a purchase", quiet({ afterPurchase: "0s" }), "quiet: just bought"],
  ["rest after dismissals", quiet({ afterDismissals: "0s" }), "quiet: two in a row were dismissed"],
  ["no pop-ups at checkout", quiet({ pages: [], afterPurchase: "0s" }), "quiet: at checkout"],
  ["when it ends", without("until"), "when: sale"],
  ["what it is about", without("about"), "bought p"],
  ["its caps", without("cap"), "cap: "],
  ["its pages", without("pages"), "where: "],
  ["its step", without("step"), "journey: "],
  ["its group", without("group"), "group: "],
])("the checker sees it where the engine is not told of %s", (_rule, told, expected) => {
  const sees = (first: number): boolean =>
    runYear(engine, { first, shoppers: 1, seed: seed + 1, told }).broken.some((rule) =>
      rule.includes(expected),
    );
  // As soon as one of them meets it.
  expect(Array.from({ length: 80 }, (_, index) => index).some(sees)).toBe(true);
});
