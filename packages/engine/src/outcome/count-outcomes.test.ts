import { expect, test } from "vitest";
import { event } from "../../test/make.ts";
import { countOutcomes } from "./count-outcomes.ts";

const hero = (act: string, more = {}) => event(`experience_${act}`, { experience_id: "hero", ...more });

test("outcomes are counted per experience and variation, and per experiment and variation", () => {
  const bold = { experiment_id: "test", variation: "bold" };
  const sold = { goal: "purchase", currency: "EUR" };
  expect(
    countOutcomes([
      event("page_view"),
      hero("view"),
      hero("view"),
      hero("click"),
      hero("convert"),
      hero("convert", { ...sold, value: 0.1 }),
      hero("convert", { ...sold, value: 0.2 }),
      hero("convert", { ...sold, value: 5, currency: "USD" }),
      event("experiment_view", bold),
      hero("view", bold),
      hero("dismiss", bold),
      event("goal", { ...bold, goal: "purchase" }),
      event("purchase", { value: 7 }),
    ]),
  ).toEqual([
    {
      experience_id: "hero",
      views: 2,
      clicks: 1,
      dismissals: 0,
      conversions: { convert: 1, purchase: 3 },
      value: { EUR: 0.3, USD: 5 },
    },
    { ...bold, views: 1, clicks: 0, dismissals: 0, conversions: { purchase: 1 }, value: {} },
    { experience_id: "hero", ...bold, views: 1, clicks: 0, dismissals: 1, conversions: {}, value: {} },
  ]);
});

test("names of any kind are counted, and rows of any shape passed over", () => {
  const goal = { goal: "constructor", currency: "__proto__" };
  expect(
    countOutcomes([hero("convert", goal), hero("convert", goal), hero("view", { experience_id: {} })]),
  ).toEqual([
    {
      experience_id: "hero",
      views: 0,
      clicks: 0,
      dismissals: 0,
      conversions: { constructor: 2 },
      value: {},
    },
  ]);
});
