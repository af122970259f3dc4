import type { ShopEvent } from "../event.ts";
import { type Entry, touch } from "./entry.ts";
import type { Profile } from "./profile.ts";

/** What the shopper or the shop declared: the fact `profile.ID`. */
export interface Declared extends Entry {
  ts: number;
  /** `null` takes a fact back. */
  value: unknown;
}

/**
 * Learns declared facts from the event `identify`: from its parameter `profile`, where a fact may be called `name`,
 * else from its parameters. What is longer than 200 characters is not kept.
 *
 * @example { name: "identify", profile: { name: "Ada", birthday: "12-10" }, ts, visit }
 */
export function takeDeclared({ declared }: Profile, event: ShopEvent): void {
  const { name, ts, profile } = event;
  if (name !== "identify") return;
  const isOwn = profile instanceof Object;
  for (const [id, value = null] of Object.entries(isOwn ? profile : event)) {
    if (!isOwn && /^(name|ts|visit)$/.test(id)) continue;
    if (JSON.stringify([id, value]).length > 200) continue;
    const fact = touch(declared, { id, ts, value });
    if (ts >= fact.ts) Object.assign(fact, { ts, value });
  }
}
