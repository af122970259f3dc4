import type { Context } from "../engine.ts";
import { nextHour } from "../profile/local-time.ts";
import type { Predict } from "../profile/facts.ts";
import type { Profile } from "../profile/profile.ts";
import { visitAt } from "../profile/visits.ts";
import { calibrated } from "./calibrated.ts";
import { expectedOrderValue } from "./gamma-gamma.ts";
import { intentOf } from "./intent.ts";
import { expectedOrders } from "./pareto-nbd.ts";
import type { OrderHistory, Predictions } from "./predictions.ts";
import { rfmScore } from "./rfm-score.ts";
import { signsOf } from "./signs-of.ts";

const HOUR = 36e5;
const DAY = 24 * HOUR;
const YEAR = 365;

/** What is told of a fact, by its name. */
type Tell = (profile: Profile, context: Context) => number | undefined;

/**
 * Tells the facts that only a model knows, of somebody who has given it something to go by:
 *
 * - `value.expected`: money that the customer will spend within a year, in the currency of the orders;
 * - `visitor.lapsing`: chance that the customer orders nothing within the horizon of the model, 0 to 1;
 * - `visitor.intent`: chance that this visit ends with an order, 0 to 1.
 *
 * The first two are unknown without an order, the third before the second page and after the order.
 *
 * @example createEngine(configuration, createPredict(manifest.predictions))
 */
export function createPredict({ lapsing, value, rfm, intent }: Predictions): Predict {
  const scores = ({ orders, spent, lastOrder }: Profile, now: number) =>
    rfm && rfmScore(rfm, (now - lastOrder) / DAY, orders, spent);

  const tell: Record<string, Tell> = {
    "value.expected"(profile, context) {
      const now = thisHour(context);
      const history = lapsing && value && historyOf(profile, now);
      if (history)
        return (
          expectedOrders(lapsing, history, YEAR) * expectedOrderValue(value, profile.orders, profile.spent)
        );
      const [, , monetary] = scores(profile, now) ?? [];
      return monetary && calibrated(rfm!.perYear, monetary);
    },
    "visitor.lapsing"(profile, context) {
      const now = thisHour(context);
      const history = lapsing && historyOf(profile, now);
      if (history) return calibrated(lapsing.calibration, expectedOrders(lapsing, history, lapsing.horizon));
      const each = scores(profile, now);
      return each && calibrated(rfm!.silent, each[0] + each[1] + each[2]);
    },
    "visitor.intent"(profile, { now, timezoneOffset }) {
      const { landing, lastOrder } = profile;
      if (!intent || visitAt(profile, now) > profile.visit || lastOrder >= (landing?.ts ?? 0))
        return undefined;
      const signs = signsOf(profile, timezoneOffset);
      return signs && intentOf(intent, signs);
    },
  };
  return (name, profile, context) =>
    Object.hasOwn(tell, name) && (profile.orders || name === "visitor.intent")
      ? rounded(tell[name]!(profile, context))
      : undefined;
}

/** In steps of an hour, so that whoever waits for a change knows when to ask again. */
const thisHour = (context: Context): number => nextHour(context) - HOUR;

/** Unknown of who ordered more than once before the first order was kept. */
const historyOf = ({ orders, firstOrder, lastOrder }: Profile, now: number): OrderHistory | undefined => {
  const first = firstOrder || (orders === 1 ? lastOrder : 0);
  const last = (lastOrder - first) / DAY;
  return first ? { repeats: orders - 1, last, age: Math.max(last, (now - first) / DAY) } : undefined;
};

/** What is not finite comes of a damaged model, and is not known. */
const rounded = (number: number | undefined): number | undefined =>
  Number.isFinite(number) ? Math.round(number! * 1e4) / 1e4 : undefined;
