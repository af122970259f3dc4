// Makers of what the engine is told and asked, so that a test says only what it is about.
import type { Context, Engine, Item, Page, ShopEvent } from "../src/index.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Noon of a Friday, UTC. */
export const NOON = Date.UTC(2026, 10, 27, 12);

export const event = (name: string, parameters: Record<string, unknown> = {}): ShopEvent => ({
  name,
  ts: NOON,
  visit: 1,
  ...parameters,
});

export const coat: Item = {
  item_id: "coat",
  item_name: "Wool coat",
  price: 120,
  currency: "EUR",
  quantity: 1,
};
export const scarf: Item = {
  item_id: "scarf",
  item_name: "Scarf",
  price: 30.1,
  currency: "EUR",
  quantity: 1,
};

export const page = (parts: Partial<Page> = {}): Page => ({
  type: "home",
  path: "/",
  title: "Shop",
  ...parts,
});

export const context = (parts: Partial<Context> = {}): Context => ({
  now: NOON,
  timezoneOffset: 0,
  page: page(),
  environment: {},
  ...parts,
});

/** Tells an engine what happens, each event with the visit that it belongs to. */
export function tell(engine: Engine, name: string, parameters: Record<string, unknown> = {}): boolean {
  const ts = (parameters.ts as number | undefined) ?? NOON;
  return engine.take(event(name, { visit: engine.visitAt(ts), ...parameters, ts }));
}
