// Only to hold the other model against: of everyone who ordered once it says that they are surely still customers, so that
// its chance of being alive is no measure of who has lapsed.
import { hypergeometric, type OrderHistory } from "@shopkeeper/engine";
import jstat from "jstat";
import { groupAlike, type Grouped } from "./grouped.ts";
import { minimise } from "./minimise.ts";

const { betaln, gammaln } = jstat.jStat;

/** The BG/NBD model of Fader, Hardie and Lee (2005), in any unit of time. */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export interface BgNbdFit extends BgNbd {
  logLikelihood: number;
  settled: boolean;
}

/**
 * @see http://www.brucehardie.com/notes/004/bgnbd_spreadsheet_note.pdf
 */
export function bgNbdLogLikelihood({ r, alpha, a, b }: BgNbd, groups: Grouped[]): number {
  const common = r * Math.log(alpha) - gammaln(r) - betaln(a, b);
  let sum = 0;
  for (const { history, times } of groups) {
    const { repeats: x, last, age } = history;
    const stayed = betaln(a, b + x) - (r + x) * Math.log(alpha + age);
    const stopped = x ? betaln(a + 1, b + x - 1) - (r + x) * Math.log(alpha + last) : -Infinity;
    sum +=
      times *
      (common +
        gammaln(r + x) +
        Math.max(stayed, stopped) +
        Math.log1p(Math.exp(-Math.abs(stayed - stopped))));
  }
  return sum;
}

export function fitBgNbd(histories: Iterable<OrderHistory>): BgNbdFit {
  const groups = groupAlike(histories);
  const customers = groups.reduce((sum, { times }) => sum + times, 0);
  const modelOf = ([r, alpha, a, b]: number[]): BgNbd => ({
    r: Math.exp(r!),
    alpha: Math.exp(alpha!),
    a: Math.exp(a!),
    b: Math.exp(b!),
  });
  const { at, value, settled } = minimise(
    (at) =>
      at.every((each) => Math.abs(each) < 16)
        ? -bgNbdLogLikelihood(modelOf(at), groups) / customers
        : Infinity,
    [0, 1, 0, 0.5],
  );
  return {
    ...modelOf(at),
    logLikelihood: -value * customers,
    settled: settled && at.every((each) => Math.abs(each) < 9),
  };
}

/** Orders that a new customer is expected to repeat within a time. */
export const bgNbdExpected = ({ r, alpha, a, b }: BgNbd, t: number): number =>
  ((a + b - 1) / (a - 1)) *
  (1 - (alpha / (alpha + t)) ** r * hypergeometric(r, b, a + b - 1, t / (alpha + t)));

/** Orders to expect of this customer within a time from now. */
export function bgNbdExpectedOrders(
  { r, alpha, a, b }: BgNbd,
  { repeats: x, last, age }: OrderHistory,
  t: number,
): number {
  const series = hypergeometric(r + x, b + x, a + b + x - 1, t / (alpha + age + t));
  const share = 1 - ((alpha + age) / (alpha + age + t)) ** (r + x) * series;
  const stopped = x ? (a / (b + x - 1)) * ((alpha + age) / (alpha + last)) ** (r + x) : 0;
  return (((a + b + x - 1) / (a - 1)) * share) / (1 + stopped);
}
