import type { Item, ShopEvent } from "../event.ts";
import { itemsOf, pick } from "../profile/item.ts";

/**
 * What became of an experience or an experiment, as it leaves the browser: nothing else does.
 *
 * @example
 * { version: 1, id: "V1StGXR8_Z5j", client: "8sXk2nPq0vRt4yWz", ts: 1793361600000, name: "experience_convert",
 *   experience_id: "hero-vip", goal: "purchase", value: 89, currency: "EUR" }
 */
export interface Outcome {
  version: 1;
  /** Of this outcome, the same however often it is sent: whoever receives it twice drops one. */
  id: string;
  /** Of this browser, random and made for outcomes only. */
  client: string;
  /** When, in milliseconds since 1970 (UTC). */
  ts: number;
  name:
    | "experiment_view"
    | "experience_view"
    | "experience_click"
    | "experience_dismiss"
    | "experience_convert"
    | "goal";
  experience_id?: string;
  experiment_id?: string;
  variation?: string;
  /** What the goal is called that was reached. Without one, an `experience_convert` is what the experience's own button did. */
  goal?: string;
  value?: number;
  /** ISO 4217, of the value. */
  currency?: string;
}

/**
 * A fact for another tool, which the shop has switched on by its name (`handOver`).
 *
 * @example
 * { version: 1, id: "8sXk2nPq0vRt4yWz cart_abandoned 1793361600000", client: "8sXk2nPq0vRt4yWz", ts: 1793361600000,
 *   name: "cart_abandoned", due: 1793376000000, value: 36, currency: "EUR", items: [{ item_id: "mug", quantity: 2 }] }
 */
export interface HandedOver {
  version: 1;
  id: string;
  client: string;
  ts: number;
  name: "cart_abandoned" | "lapsed_returned" | "birthday_soon" | "price_dropped";
  /** From when on it holds, unless something has happened meanwhile; milliseconds since 1970 (UTC). */
  due?: number;
  /** Whole days since the last order, or to the birthday. */
  days?: number;
  value?: number;
  currency?: string;
  items?: Item[];
}

/** Who tells. */
export interface Sender {
  client: string;
  /** The facts that the shop has switched on. */
  handOver: ReadonlySet<string>;
}

/** The outcomes, and what each cannot do without. */
const NEEDS: Record<string, string[]> = {
  experiment_view: ["experiment_id", "variation"],
  experience_view: ["experience_id"],
  experience_click: ["experience_id"],
  experience_dismiss: ["experience_id"],
  experience_convert: ["experience_id"],
  goal: ["experiment_id", "goal"],
};

/** What a tool may be told of a product. */
const OF_ITEM = /^(item_(id|name|brand|category|variant)|price|price_before|currency|quantity|url|image)$/;

/** Journal ids are random already; others are only unique in one browser. */
const RANDOM = /^[\w-]{12}$/;

export const isOutcome = (name: string): boolean => Object.hasOwn(NEEDS, name);

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value ? value.slice(0, 80) : undefined;

const number = (value: unknown): number | undefined =>
  Number.isFinite(value) ? (value as number) : undefined;

const currencyOf = (value: unknown): string | undefined =>
  typeof value === "string" && /^[A-Z]{3}$/.test(value) ? value : undefined;

const known = (parameters: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));

/**
 * What of an event leaves the browser: word by word what is listed here, and `undefined` of any other event.
 *
 * @param id The name of the event in the journal.
 */
export function outcomeOf(
  event: ShopEvent,
  id: string,
  { client, handOver }: Sender,
): Outcome | HandedOver | undefined {
  const { name, ts, value, currency } = event;
  const worth = number(value);
  const head = { version: 1, id: RANDOM.test(id) ? id : `${client} ${id}`, client, ts, name };
  const money = { value: worth, currency: worth === undefined ? undefined : currencyOf(currency) };
  if (isOutcome(name)) {
    if (NEEDS[name]!.some((key) => !text(event[key]))) return undefined;
    const goal = /convert|goal/.test(name) ? { goal: text(event.goal), ...money } : {};
    const { experience_id, experiment_id, variation } = event;
    const about = {
      experience_id: text(experience_id),
      experiment_id: text(experiment_id),
      variation: text(variation),
    };
    return known({ ...head, ...about, ...goal }) as unknown as Outcome;
  }
  if (!handOver.has(name)) return undefined;
  const items = itemsOf(event).map((item) => pick(item, OF_ITEM));
  return known({
    ...head,
    due: number(event.due),
    days: number(event.days),
    ...money,
    items: items[0] && items,
  }) as unknown as HandedOver;
}
