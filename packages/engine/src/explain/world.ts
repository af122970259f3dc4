import type { ShopEvent } from "../event.ts";
import type { Affinity } from "../segment/affinity.ts";
import type { Node, Query } from "../segment/node.ts";
import { observer } from "../segment/observe.ts";
import { see, type Seen } from "../segment/rows.ts";

/** All that an explanation looks at. */
export interface World {
  at: number;
  visit: number;
  affinity: Affinity;
  /** The segments that can be compiled, by name, and the names of those that they ask for. */
  segments: Map<string, { node: Node; references: string[] }>;
  /** The events until now that matter to a query, in order of time. */
  eventsOf(query: Query): Seen[];
  /** Works something out once, by a name for it. */
  once<Of>(name: string, make: () => Of): Of;
  /** What a fact is at a moment, if nothing happens until then. */
  fact(name: string, now: number): unknown;
  experiment(name: string): unknown;
  /** How a fact moves though nothing happens: by so many milliseconds in each. */
  pace(name: string): number;
}

/** The names of the events that a query looks at. */
export const eventNames = ({ steps }: Query, { weights }: Affinity): string[] =>
  steps[0]
    ? [...new Set(steps.flatMap(({ event, after }) => (after ? [event, after] : [event])))]
    : Object.keys(weights);

/** Works each thing out once. */
export function createOnce(): World["once"] {
  const known = new Map<string, unknown>();
  return <Of>(name: string, make: () => Of): Of => {
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as Of;
  };
}

/** Finds the events that matter to a query; what is asked alike is looked for once. */
export function findEvents(events: Iterable<ShopEvent>, at: number, affinity: Affinity): World["eventsOf"] {
  // Events of one moment stay as they came.
  const past = [...events].filter(({ ts }) => ts <= at).sort((a, b) => a.ts - b.ts);
  const seen = past.map(see);
  const byName = new Map<string, Seen[]>();
  for (const each of seen) {
    const { name } = each._event;
    if (!byName.has(name)) byName.set(name, []);
    byName.get(name)!.push(each);
  }
  const once = createOnce();
  return (query) =>
    once(query.text, () => {
      const observe = observer(query, affinity);
      const { after } = query.steps[0] ?? {};
      const names = eventNames(query, affinity);
      const candidates = names[1]
        ? seen.filter(({ _event: { name } }) => names.includes(name))
        : (byName.get(names[0]!) ?? []);
      return candidates.filter((each) => each._event.name === after || observe(each));
    });
}
