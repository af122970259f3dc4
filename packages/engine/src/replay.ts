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
  compiled.warm(events);
  const answers = probes.map(({ at }) => ({ at, held: [] as string[] }));
  // In the order of their time, for what is kept looks forward; one that goes back reads all events once more.
  const order = [...probes.keys()].sort((a, b) => probes[a]!.at - probes[b]!.at);
  for (const index of order) {
    const { at, visit, facts, experiments } = probes[index]!;
    const asking = {
      now: at,
      visit,
      fact: (name: string) => own(facts, name),
      experiment: (name: string) => own(experiments, name) as string | undefined,
    };
    let held = compiled.held(asking);
    if (compiled.cold) {
      compiled.warm(events);
      held = compiled.held(asking);
    }
    answers[index]!.held = held;
  }
  return answers;
}
