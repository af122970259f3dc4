import type { Context } from "../engine.ts";
import { birthdayIn } from "./birthday.ts";
import { changedAt, linesOf, valueOf } from "./cart.ts";
import { productFacts } from "./product-facts.ts";
import type { Profile } from "./profile.ts";
import { stageOf } from "./stage.ts";
import { visitAt } from "./visits.ts";

const WEEKDAYS = ["sun", "mon", "tues", "wednes", "thurs", "fri", "satur"];

/**
 * Every fact that is known, by its name, and some more that are none. Durations are in milliseconds.
 *
 * @param lapsedAfter Milliseconds: as long without an order makes a customer a lapsed one.
 */
export function factsOf(profile: Profile, context: Context, lapsedAfter: number): Record<string, unknown> {
  const { now, page } = context;
  const { first, orders, spent, lastOrder, declared } = profile;
  const since = (ts: number) => (ts ? Math.max(0, now - ts) : undefined);
  const visit = visitAt(profile, now);
  const { pages, landing } = visit > profile.visit ? ({ pages: 0 } as Profile) : profile;
  const lines = linesOf(profile);
  const local = now - context.timezoneOffset * 6e4;
  const clock = new Date(local);
  const date = clock.toISOString();
  const stated = Object.fromEntries(declared.map(({ id, value }) => [id, value]));

  const families = {
    visitor: {
      returning: visit > 1,
      visits: visit,
      age: since(first) ?? 0,
      stage: stageOf(profile, visit, since(lastOrder)! > lapsedAfter),
    },
    visit: { pages, landing: landing?.page_path },
    source: {
      medium: landing?.medium,
      name: landing?.source,
      campaign: landing?.campaign,
      referrer: landing?.page_referrer,
    },
    page,
    product: page.product ? productFacts(profile, page.product, lines) : {},
    cart: {
      quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      lines: lines.length,
      value: valueOf(lines),
      age: since(changedAt(profile)),
    },
    orders: { count: orders, value: spent, average: spent / orders, last: since(lastOrder) },
    now: {
      hour: clock.getUTCHours(),
      weekday: `${WEEKDAYS[clock.getUTCDay()]}day`,
      date: date.slice(0, 10),
      month: +date.slice(5, 7),
    },
    profile: { ...stated, birthday_in: birthdayIn(stated.birthday, local) },
  };

  // Its getters are taken over and not called: what the browser knows may be costly to ask for, such as its time zone.
  const facts: Record<string, unknown> = Object.create(
    null,
    Object.getOwnPropertyDescriptors(context.environment),
  );
  for (const [family, values] of Object.entries(families))
    for (const [key, value] of Object.entries(values))
      if (value != null && !Number.isNaN(value)) facts[`${family}.${key}`] = value;
  return facts;
}
