import { describe, expect, test } from "vitest";
import { createEngine, type Context } from "../engine.ts";
import { createPredict } from "./create-predict.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { aliveChance, expectedOrders, logOfHistory, silenceChance } from "./pareto-nbd.ts";
import type { Predictions } from "./predictions.ts";
import { signsInEvents } from "./signs-in-events.ts";

const DAY = 864e5;
const NOW = Date.UTC(2026, 10, 20, 12);

// CDNOW's customers, in days.
const lapsing: Predictions["lapsing"] = {
  r: 0.5533,
  alpha: 74.04,
  s: 0.6062,
  beta: 81.68,
  horizon: 90,
  calibration: [
    [0, 1],
    [2, 0],
  ],
};
const predictions: Predictions = {
  lapsing,
  value: { p: 6.25, q: 3.74, v: 15.44 },
  intent: {
    bias: -3,
    weights: { pages: 1, returning: 0.5 },
    calibration: [
      [0, 0],
      [1, 0.5],
    ],
  },
};
const rfm: Predictions["rfm"] = {
  recency: [10, 30, 60, 90],
  frequency: [1, 2, 3, 5],
  monetary: [20, 50, 100, 200],
  horizon: 90,
  silent: [
    [3, 0.9],
    [15, 0.1],
  ],
  perYear: [
    [1, 30],
    [5, 500],
  ],
};

const context = (now: number): Context => ({
  now,
  timezoneOffset: 0,
  page: { type: "other", path: "/", title: "" },
  environment: {},
});

/** Who ordered so many days ago, each time for 40. */
function customer(model: Predictions, ...days: number[]) {
  const engine = createEngine({}, createPredict(model));
  for (const ago of days)
    engine.take({
      id: "",
      name: "purchase",
      ts: NOW - ago * DAY,
      visit: 1,
      transaction_id: String(ago),
      value: 40,
    });
  return (name: string, now = NOW) => engine.fact(name, context(now)) as number | undefined;
}

describe("a customer", () => {
  test("who never ordered is unknown to the model", () => {
    const fact = customer(predictions);
    expect([fact("value.expected"), fact("visitor.lapsing")]).toEqual([undefined, undefined]);
  });

  test("who orders often is worth more, and less likely to lapse", () => {
    const [seldom, often] = [customer(predictions, 200), customer(predictions, 200, 150, 100, 50, 5)];
    expect(often("value.expected")).toBeGreaterThan(3 * seldom("value.expected")!);
    expect(often("visitor.lapsing")).toBeLessThan(seldom("visitor.lapsing")!);
  });

  test("who ordered the same, but not for long, is more likely to lapse, by the hour", () => {
    const fact = customer(predictions, 200, 190, 180);
    expect(fact("visitor.lapsing", NOW + 200 * DAY)).toBeGreaterThan(fact("visitor.lapsing")!);
    expect(fact("visitor.lapsing", NOW + 59 * 6e4)).toBe(fact("visitor.lapsing"));
  });

  test("of whom the first order is not known any more is told nothing of", () => {
    const engine = createEngine({}, createPredict(predictions));
    engine.take({ id: "", name: "purchase", ts: NOW, visit: 1, transaction_id: "1", value: 1 });
    const { state } = engine.save() as { state: [Record<string, unknown>] };
    expect(state[0].firstOrder).toBe(NOW);
  });

  test("is told of by fifths where these are what the model has", () => {
    const fact = customer({ rfm }, 70, 5);
    // Recency 5, frequency 3, monetary 3 of 80 spent: 11 in all.
    expect(fact("visitor.lapsing")).toBeCloseTo(0.9 - (0.8 * 8) / 12, 4);
    expect(fact("value.expected")).toBeCloseTo(30 + (470 * 2) / 4, 4);
  });

  test("of a damaged model is told nothing of", () => {
    const broken = { lapsing: { ...lapsing, alpha: NaN }, value: { p: 1 } } as unknown as Predictions;
    const fact = customer(broken, 5);
    expect([fact("value.expected"), fact("visitor.lapsing")]).toEqual([undefined, undefined]);
  });
});

describe("a visit", () => {
  const engine = createEngine({}, createPredict(predictions));
  const view = (minute: number) =>
    engine.take({ id: "", name: "page_view", ts: NOW + minute * 6e4, visit: 1, page_path: "/" });
  const intent = (minute: number) => engine.fact("visitor.intent", context(NOW + minute * 6e4));

  test("is unknown at its first page, grows with its pages, and is over with the order or the time", () => {
    view(0);
    expect(intent(0)).toBeUndefined();
    view(1);
    const second = intent(1) as number;
    expect(second).toBeCloseTo(0.5 / (1 + Math.exp(3 - Math.log(3))), 4);
    view(2);
    expect(intent(2)).toBeGreaterThan(second);
    expect(intent(2 + 31)).toBeUndefined();
    engine.take({ id: "", name: "purchase", ts: NOW + 3 * 6e4, visit: 1, transaction_id: "a", value: 5 });
    expect(intent(3)).toBeUndefined();
  });

  test("is learnt from in the words that it is told in, before the order and not after", () => {
    const event = (name: string, minute: number, visit: number, own = {}) => ({
      id: "",
      name,
      ts: NOW + visit * DAY + minute * 6e4,
      visit,
      ...own,
    });
    const moments = signsInEvents([
      event("page_view", 0, 1),
      event("page_view", 1, 1),
      event("page_view", 0, 2),
      event("page_view", 5, 2),
      event("purchase", 6, 2, { transaction_id: "1", value: 9 }),
      event("page_view", 7, 2),
    ]);
    expect(moments.map(({ bought, signs }) => [bought, signs.returning, signs.pages])).toEqual([
      [false, 0, Math.log1p(2)],
      [true, 1, Math.log1p(2)],
    ]);
    expect(moments[1]!.signs.minutes).toBeCloseTo(Math.log1p(5), 9);
  });
});

describe("the Pareto/NBD model", () => {
  test("adds up 2F1 as tables have it", () => {
    // 2F1(1, 1; 2; z) is -ln(1 - z) / z, and 2F1(a, b; b; z) is (1 - z)^-a.
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 10);
    expect(hypergeometric(0.7, 3, 3, 0.9)).toBeCloseTo(0.1 ** -0.7, 8);
  });

  test("is the same whichever of its two scales is the larger, and close to its integral", () => {
    for (const [alpha, beta] of [
      [74, 82],
      [82, 74],
      [30, 200],
      [200, 30],
    ] as const) {
      const model = { r: 0.55, alpha, s: 0.61, beta };
      const history = { repeats: 3, last: 120, age: 273 };
      // What the series adds up is this integral over when the customer stopped.
      const [n, steps] = [model.r + 3, 200_000];
      let integral = 0;
      for (let step = 0; step < steps; step++) {
        const t = 120 + ((step + 0.5) * 153) / steps;
        integral += (((beta + t) ** -(model.s + 1) * (alpha + t) ** -n) / steps) * 153;
      }
      const naive = Math.log((alpha + 273) ** -n * (beta + 273) ** -model.s + model.s * integral);
      expect(logOfHistory(model, history)).toBeCloseTo(naive, 6);
    }
  });

  test("tells chances that go together", () => {
    const history = { repeats: 2, last: 200, age: 273 };
    const silent = [1, 30, 90, 365, 3650].map((days) => silenceChance(lapsing!, history, days));
    expect(silent).toEqual([...silent].sort((a, b) => b - a));
    // Who has stopped is silent for ever.
    expect(silent.at(-1)).toBeGreaterThan(1 - aliveChance(lapsing!, history));
    expect(expectedOrders(lapsing!, history, 30)).toBeLessThan(expectedOrders(lapsing!, history, 90));
  });
});
