import type { ShopEvent } from "../event.ts";
import type { Affinity } from "./affinity.ts";
import type { Kept } from "./kept.ts";
import type { Query } from "./node.ts";
import { mustBe } from "./observe.ts";
import { field, see, type Seen } from "./rows.ts";
import type { Value } from "./value.ts";

/** The queries that an event can matter to, by a value that a field of it must have: most are about one brand or category. */
type Slot = Map<string | undefined, Map<Value, Set<Kept>>>;

export interface QueryIndex {
  add(query: Query, kept: Kept): void;
  /** Hands an event to those that it can matter to. */
  find(event: ShopEvent, found: (kept: Kept, seen: Seen) => void): void;
}

const get = <Key, Of>(map: Map<Key, Of>, key: Key, fresh: Of): Of =>
  map.get(key) ?? (map.set(key, fresh), fresh);

/** Finds the queries that an event can matter to without asking them all. */
export function createQueryIndex({ weights }: Affinity): QueryIndex {
  const slots = new Map<string, Slot>();
  return {
    add({ query, steps }, kept) {
      const [step] = steps;
      // A share counts all, and of a sequence or an `after` each part has its own condition.
      const only = step && !steps[1] && !step.after && query !== "share" && mustBe(step.where);
      const [name, value] = only || [];
      const events = steps.flatMap(({ event, after }) => (after ? [event, after] : event));
      for (const event of step ? events : Object.keys(weights))
        get(get(get(slots, event, new Map()), name, new Map()), value, new Set<Kept>()).add(kept);
    },
    find(event, found) {
      const slot = slots.get(event.name);
      if (!slot) return;
      const seen = see(event);
      for (const [name, values] of slot) {
        for (const value of new Set(name ? seen._rows.map((row) => field(row, name)) : [undefined]))
          for (const kept of values.get(value) ?? []) found(kept, seen);
      }
    },
  };
}
