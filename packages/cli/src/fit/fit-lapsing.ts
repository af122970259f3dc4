import { expectedOrders, type LapsingModel, type Predictions } from "@shopkeeper/engine";
import { auc } from "./auc.ts";
import { calibrate } from "./calibrate.ts";
import { customersOf, type Customer, type Order } from "./customer.ts";
import { fitGammaGamma } from "./fit-gamma-gamma.ts";
import { fitParetoNbd } from "./fit-pareto-nbd.ts";
import { fitRfm, rfmEdges, scoresOf, type Later } from "./fit-rfm.ts";

const DAY = 864e5;

/** Fewer customers, or days, say nothing. */
const FEWEST_CUSTOMERS = 200;
const SHORTEST = 60;

/** More customers make the fit no better, only slower. */
const MOST_CUSTOMERS = 5000;

/** So far off may the orders be that the model expected of the last days, in parts of what came. */
const BIAS = 0.2;

export interface LapsingFit {
  predictions: Pick<Predictions, "lapsing" | "value" | "rfm">;
  /** What came of it, for the log of the build and the manifest. */
  findings: LapsingFindings;
}

export interface LapsingFindings {
  customers: number;
  /** Days at the end that were left to hold against. */
  horizon: number;
  /** Chance that a customer who ordered nothing then is ranked above one who did. */
  auc: { paretoNbd: number; rfm: number; recency: number };
  /** Orders that were expected, in parts of those that came, less 1. */
  bias: number;
  /** Why the Pareto/NBD model was not taken; absent where it was. */
  reason?: string;
}

/**
 * Learns who comes back and what they are worth: the Pareto/NBD and Gamma-Gamma models where they hold for the last part
 * of the time, fifths by recency, frequency and money where not.
 *
 * @param orders All orders that are known.
 * @param end Milliseconds since 1970: until when they are.
 *
 * @returns `undefined` of too few customers, or too short a time.
 */
export function fitLapsing(
  orders: Order[],
  end: number = orders.reduce((latest, { ts }) => Math.max(latest, ts), 0),
): LapsingFit | undefined {
  const begin = orders.reduce((earliest, { ts }) => Math.min(earliest, ts), Infinity);
  const days = Math.floor((end - begin) / DAY);
  if (!(days >= SHORTEST)) return undefined;
  const horizon = Math.min(90, Math.floor(days / 3));
  const cut = end - horizon * DAY;
  const known = customersOf(orders, cut);
  if (known.size < FEWEST_CUSTOMERS) return undefined;

  const customers = [...known.values()];
  const afterwards = laterOf(orders, cut, end);
  const later = [...known.keys()].map((customer) => afterwards.get(customer) ?? { orders: 0, spent: 0 });
  const tried = tryParetoNbd(customers, later, horizon);
  const rfm = fitRfm(customers, later, horizon);
  const silent = later.map(({ orders }) => !orders);
  const findings: LapsingFindings = {
    customers: customers.length,
    horizon,
    auc: {
      paretoNbd: auc(
        tried.expected.map((expected) => -expected),
        silent,
      ),
      rfm: auc(
        customers.map((customer) => -sum(scoresOf(rfm, customer))),
        silent,
      ),
      recency: auc(
        customers.map(({ age, last }) => age - last),
        silent,
      ),
    },
    bias: sum(tried.expected) / sum(later.map(({ orders }) => orders)) - 1,
  };
  const reason = reasonAgainst(tried.settled, findings);
  const all = [...customersOf(orders, end).values()];
  // What came of a score holds on; where the scores part customers is as it is now.
  const latest: LapsingFit["predictions"] = { rfm: { ...rfm, ...rfmEdges(all) } };
  if (reason) return { predictions: latest, findings: { ...findings, reason } };
  return { predictions: finalModels(all, horizon, tried.calibration) ?? latest, findings };
}

function tryParetoNbd(customers: Customer[], later: Later[], horizon: number) {
  const model = fitParetoNbd(someOf(customers));
  const expected = customers.map((customer) => expectedOrders(model, customer, horizon));
  const calibration = calibrate(
    expected,
    later.map(({ orders }) => (orders ? 0 : 1)),
    { corners: 20, direction: -1 },
  );
  return { expected, calibration, settled: model.settled };
}

function reasonAgainst(settled: boolean, { auc, bias }: LapsingFindings): string | undefined {
  if (!settled) return "the Pareto/NBD model does not settle";
  if (!(Math.abs(bias) < BIAS))
    return `the Pareto/NBD model expected ${Math.round(100 * (1 + bias))} % of the orders that came`;
  if (auc.paretoNbd < auc.rfm - 0.005)
    return "recency, frequency and money tell better who comes back than the Pareto/NBD model";
}

/** The models of all the time, once they have held for the last of it. */
function finalModels(
  customers: Customer[],
  horizon: number,
  calibration: LapsingModel["calibration"],
): LapsingFit["predictions"] | undefined {
  const { r, alpha, s, beta, settled } = fitParetoNbd(someOf(customers));
  if (!settled) return undefined;
  const lapsing = { ...rounded({ r, alpha, s, beta }), horizon, calibration };
  const {
    p,
    q,
    v,
    settled: isValued,
  } = fitGammaGamma(someOf(customers).map(({ orders, spent }) => ({ orders, mean: spent / orders })));
  return { lapsing, ...(isValued && { value: rounded({ p, q, v }) }) };
}

/** What each customer ordered between two moments, orders of one day as one. */
function laterOf(orders: Order[], from: number, to: number): Map<string, Later> {
  const later = customersOf(
    orders.filter(({ ts }) => ts > from),
    to,
  );
  return new Map([...later].map(([customer, { orders, spent }]) => [customer, { orders, spent }]));
}

/** At most so many, evenly spread over the order that they came in, so that the same orders give the same model. */
function someOf(customers: Customer[]): Customer[] {
  const step = Math.max(1, customers.length / MOST_CUSTOMERS);
  return Array.from(
    { length: Math.min(customers.length, MOST_CUSTOMERS) },
    (_, index) => customers[Math.floor(index * step)]!,
  );
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Six digits are more than is known. */
const rounded = <Of extends Record<string, number>>(numbers: Of): Of =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, number]) => [name, Number(number.toPrecision(6))]),
  ) as Of;
