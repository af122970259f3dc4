import { aliveChance, expectedOrders, silenceChance, type OrderHistory } from "@shopkeeper/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { CDNOW_CUT, ordersAfter, readCdnow } from "../../../bench/recommend/data/customers.mjs";
import { hasData } from "../../../bench/recommend/data/folder.mjs";
import { correlation, meanError } from "../../../bench/recommend/measures.mjs";
import { auc } from "../src/fit/auc.ts";
import { customersOf, type Customer } from "../src/fit/customer.ts";
import { factsOfCustomers } from "./facts-of-customers.ts";
import { bgNbdExpected, bgNbdExpectedOrders, fitBgNbd, type BgNbdFit } from "../src/fit/fit-bg-nbd.ts";
import { fitGammaGamma } from "../src/fit/fit-gamma-gamma.ts";
import { fitLapsing } from "../src/fit/fit-lapsing.ts";
import { fitParetoNbd, type ParetoNbdFit } from "../src/fit/fit-pareto-nbd.ts";

/** Within a thousandth of what is published, as far as digits of it are. */
const near = (value: number, published: number) => {
  const lastDigit = 10 ** -(String(published).split(".")[1] ?? "").length;
  const most = Math.max(published * 0.001, lastDigit / 2);
  expect(Math.abs(value - published), `${value} is ${published}`).toBeLessThan(most);
};

// Fader and Hardie's tenth of CDNOW's customers: the papers' own, which every implementation is held against.
describe.skipIf(!hasData("cdnow"))("what is fitted to CDNOW (skipped where the data is not)", () => {
  let customers: Customer[];
  let weeks: OrderHistory[];
  let orders: number[];
  let pareto: ParetoNbdFit;
  let bg: BgNbdFit;

  beforeAll(() => {
    const log = readCdnow({ sample: true });
    const known = customersOf(log, CDNOW_CUT);
    const after = ordersAfter(log, CDNOW_CUT);
    customers = [...known.values()];
    orders = [...known.keys()].map((customer) => after.get(customer)?.days.size ?? 0);
    weeks = customers.map(({ repeats, last, age }) => ({ repeats, last: last / 7, age: age / 7 }));
    pareto = fitParetoNbd(weeks);
    bg = fitBgNbd(weeks);
  });

  test("is the Pareto/NBD model of the papers", () => {
    expect(customers).toHaveLength(2357);
    near(pareto.r, 0.5533);
    near(pareto.alpha, 10.578);
    near(pareto.s, 0.6063);
    near(pareto.beta, 11.669);
    expect(Math.abs(pareto.logLikelihood + 9594.97)).toBeLessThan(0.01);
    expect(pareto.settled).toBe(true);
  });

  test("is the BG/NBD model of the papers", () => {
    near(bg.r, 0.24259);
    near(bg.alpha, 4.41353);
    near(bg.a, 0.79289);
    near(bg.b, 2.42575);
    expect(Math.abs(bg.logLikelihood + 9582.43)).toBeLessThan(0.01);
    expect(bg.settled).toBe(true);
  });

  test("expects of a new customer what the papers' table does", () => {
    const table = [
      [0.1429, 0.0078],
      [1, 0.0532],
      [3, 0.1506],
      [31.8571, 1.0405],
      [32, 1.0437],
      [78, 1.8576],
    ] as const;
    for (const [t, published] of table) expect(bgNbdExpected(bg, t)).toBeCloseTo(published, 3);
  });

  test("expects of the papers' example what they do", () => {
    const history = { repeats: 2, last: 30.43, age: 38.86 };
    expect(bgNbdExpectedOrders(bg, history, 39)).toBeCloseTo(1.226, 3);
  });

  test("is the Gamma-Gamma model of the papers", () => {
    // They leave out the first order, and who has no other.
    const log = readCdnow({ sample: true });
    const firstDay = new Map(log.map(({ customer, ts }) => [customer, ts] as const).reverse());
    const later = log.filter(({ customer, ts }) => ts > firstDay.get(customer)!);
    const spendings = [...customersOf(later, CDNOW_CUT).values()].map(({ orders, spent }) => ({
      orders,
      mean: spent / orders,
    }));
    const { p, q, v, settled } = fitGammaGamma(spendings);
    near(p, 6.25);
    near(q, 3.74);
    near(v, 15.44);
    expect(settled).toBe(true);
  });

  test("tells the orders of the next 39 weeks as well as published", () => {
    const expected = weeks.map((history) => expectedOrders(pareto, history, 39));
    const bgExpected = weeks.map((history) => bgNbdExpectedOrders(bg, history, 39));
    expect(correlation(expected, orders)).toBeGreaterThanOrEqual(0.63);
    expect(correlation(bgExpected, orders)).toBeGreaterThanOrEqual(0.625);
    expect(meanError(expected, orders)).toBeLessThan(0.756);
    expect(meanError(bgExpected, orders)).toBeLessThan(0.787);
  });

  test("tells who will order nothing in the next 39 weeks", () => {
    const orderedNot = orders.map((count) => count === 0);
    const expected = weeks.map((history) => -expectedOrders(pareto, history, 39));
    const silence = weeks.map((history) => silenceChance(pareto, history, 39));
    const alive = weeks.map((history) => -aliveChance(pareto, history));
    const recency = weeks.map(({ last, age }) => age - last);
    expect(auc(expected, orderedNot)).toBeGreaterThanOrEqual(0.778);
    expect(auc(silence, orderedNot)).toBeGreaterThanOrEqual(0.77);
    expect(auc(expected, orderedNot)).toBeGreaterThan(auc(recency, orderedNot));
    // Whether somebody is a customer still says less: one who orders rarely may be, and order nothing.
    expect(auc(alive, orderedNot)).toBeLessThan(auc(silence, orderedNot));
  });

  test("tells it in the words of the facts, learnt without the 39 weeks", () => {
    const log = readCdnow({ sample: true });
    const { predictions, findings } = fitLapsing(log.filter(({ ts }) => ts <= CDNOW_CUT))!;
    expect(findings.reason).toBeUndefined();
    expect(Object.keys(predictions)).toEqual(["lapsing", "value"]);
    const after = ordersAfter(log, CDNOW_CUT);
    const facts = factsOfCustomers(predictions, log, CDNOW_CUT);
    const silent = facts.map(({ customer }) => !after.has(customer));
    const lapsing = facts.map((each) => each["visitor.lapsing"]!);
    expect(lapsing.every((chance) => chance > 0 && chance < 1)).toBe(true);
    expect(auc(lapsing, silent)).toBeGreaterThanOrEqual(0.77);
    const value = facts.map((each) => each["value.expected"]!);
    const spent = facts.map(({ customer }) => after.get(customer)?.value ?? 0);
    expect(correlation(value, spent)).toBeGreaterThan(0.5);
  });
});
