import type { Context } from "../engine.ts";
import { birthdayIn } from "./birthday.ts";
import { changedAt, linesOf, valueOf } from "./cart.ts";
import { localTime } from "./local-time.ts";
import { productFacts } from "./product-facts.ts";
import type { Profile } from "./profile.ts";
import { rfmOf } from "./rfm.ts";
import type { FactSettings } from "./settings.ts";
import { stageOf } from "./stage.ts";
import { visitAt } from "./visits.ts";

const WEEKDAYS = ["sun", "mon", "tues", "wednes", "thurs", "fri", "satur"];

/** What a model says of a fact that is no plain fact: `undefined` of any other, and where there is no model. */
export type Predict = (name: string, profile: Profile, context: Context) => unknown;

/** The value of a fact by its dotted name, `undefined` where it is unknown. */
type Facts = (name: string) => unknown;

const own = (from: object, name: string): unknown =>
  Object.hasOwn(from, name) ? (from as Record<string, unknown>)[name] : undefined;

/**
 * The facts of one moment, as long as nothing happens, and some more that are none. Durations are in milliseconds. What
 * is asked for is worked out with its family (the word before the dot), once; the rest is not.
 *
 * @example factsOf(profile, context, settings)("orders.last") // 86400000
 */
export function factsOf(
  profile: Profile,
  context: Context,
  { lapsedAfter, rfm }: FactSettings,
  predict?: Predict,
): Facts {
  const { now, page, environment } = context;
  const { orders, spent, lastOrder } = profile;
  const since = (ts: number) => (ts ? Math.max(0, now - ts) : undefined);
  const visit = visitAt(profile, now);
  const { pages, landing } = visit > profile.visit ? ({ pages: 0 } as Profile) : profile;

  const families: Record<string, () => object> = {
    __proto__: null!,
    visitor: () => ({
      returning: visit > 1,
      visits: visit,
      age: since(profile.first) ?? 0,
      stage: stageOf(profile, visit, since(lastOrder)! > lapsedAfter),
    }),
    visit: () => ({ pages, landing: landing?.page_path }),
    source: () => ({
      medium: landing?.medium,
      name: landing?.source,
      campaign: landing?.campaign,
      referrer: landing?.page_referrer,
    }),
    page: () => page,
    product: () => (page.product ? productFacts(profile, page.product, linesOf(profile)) : {}),
    cart() {
      const lines = linesOf(profile);
      return {
        quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        lines: lines.length,
        value: valueOf(lines),
        age: since(changedAt(profile)),
        items: lines,
      };
    },
    orders: () => ({ count: orders, value: spent, average: spent / orders, last: since(lastOrder) }),
    rfm: () => rfmOf(profile, since(lastOrder), rfm),
    now() {
      const clock = new Date(localTime(context));
      const date = clock.toISOString();
      return {
        hour: clock.getUTCHours(),
        weekday: `${WEEKDAYS[clock.getUTCDay()]}day`,
        date: date.slice(0, 10),
        month: +date.slice(5, 7),
      };
    },
    profile() {
      const stated = Object.fromEntries(profile.declared.map(({ id, value }) => [id, value]));
      return { ...stated, birthday_in: birthdayIn(stated.birthday, localTime(context)) };
    },
  };

  const known: Record<string, object> = { __proto__: null! };
  return (name) => {
    const dot = name.indexOf(".");
    const family = name.slice(0, dot);
    const value = own((known[family] ??= families[family]?.() ?? {}), name.slice(dot + 1));
    // What the browser knows may be costly to ask for, such as its time zone: only this one is.
    return (
      (Number.isNaN(value) ? undefined : value) ??
      own(environment, name) ??
      predict?.(name, profile, context) ??
      undefined
    );
  };
}
