import type { AffinityConfiguration } from "./configuration.ts";
import type { ShopEvent } from "./event.ts";
import { isFact } from "./profile/fact-names.ts";
import { createSegments } from "./segment/segments.ts";

/** A moment at which it is asked which segments hold. */
export interface Probe {
  /** Milliseconds since 1970 (UTC). */
  at: number;
  /** The number of the current visit. */
  visit: number;
  /** By dotted name; one that is absent is unknown. */
  facts?: Record<string, unknown>;
  /** The key of the visitor's variation, by experiment. */
  experiments?: Record<string, string>;
}

export interface Replay {
  segments: Record<string, string>;
  events: ShopEvent[];
  probes: Probe[];
  affinity?: AffinityConfiguration;
}

const own = (from: Record<string, unknown> | undefined, name: string): unknown =>
  from && Object.hasOwn(from, name) ? from[name] : undefined;

/**
 * Lets events happen again and says which segments held at each probe, names sorted.
 *
 * @example
 * replay({ segments: { buyer: "did(purchase)" }, events, probes: [{ at: 1750000000000, visit: 1 }] })
 * // [{ at: 1750000000000, held: ["buyer"] }]
 */
export function replay({ segments, events, probes, affinity }: Replay): { at: number; held: string[] }[] {
  const compiled = createSegments({ segments, affinity, isFact });
  compiled.warm([]);
  const answers = probes.map(({ at }) => ({ at, held: [] as string[] }));
  // Both in the order of their time, for nothing looks into the future. Events of one moment stay as they came.
  const happened = [...events].sort((a, b) => a.ts - b.ts);
  const order = [...probes.keys()].sort((a, b) => probes[a]!.at - probes[b]!.at);
  let next = 0;
  for (const index of order) {
    const { at, visit, facts, experiments } = probes[index]!;
    while (next < happened.length && happened[next]!.ts <= at) compiled.take(happened[next++]!);
    const asking = {
      now: at,
      visit,
      fact: (name: string) => own(facts, name),
      experiment: (name: string) => own(experiments, name) as string | undefined,
    };
    let held = compiled.held(asking);
    // A probe may ask about a visit that is over: what was forgotten with it is read once more.
    if (compiled.cold) {
      compiled.warm(happened.slice(0, next));
      held = compiled.held(asking);
    }
    answers[index]!.held = [...held];
  }
  return answers;
}
