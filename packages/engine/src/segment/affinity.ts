import type { AffinityConfiguration } from "../configuration.ts";
import { parseDuration } from "../duration.ts";
import type { Entry } from "./entry.ts";
import type { Fold } from "./folds.ts";
import { wakeAt, type Run } from "./run.ts";
import { fold, round } from "./value.ts";

/** How strong a value of a dimension was when it was last seen: in a moment, or in a visit. */
type Strengths = Map<string, [strength: number, at: number, ts: number]>;

/** What counts how much in which dimension. */
export interface Affinity {
  /** Field of an item or an event, by dimension. */
  dimensions: Record<string, string>;
  /** By name of the event. */
  weights: Record<string, number>;
  /** How strengths add up. */
  _fold: Fold;
  /** How often a strength has halved since it was so strong. */
  _halvings(at: number, run: Run): number;
  /** Milliseconds in which strengths halve by themselves. */
  _halfLife: number;
}

/** What is known of a dimension as long as nothing happens in it. */
export interface Ranking {
  _total: number;
  _at: number;
  _top: string;
  _of: Map<string, number>;
}

/** Less than this, all values together, is too little evidence to say anything. */
const EVIDENCE = 3;

/** Strengths that decay with time. Since all decay alike, each is kept as of the last moment at which it was seen. */
const decaying = (halfLife: number): Fold => ({
  _none: () => new Map(),
  _add(sum: Strengths, [ts, , values, weight]: Entry) {
    for (const value of values) {
      const [strength, at] = sum.get(value) ?? [0, ts];
      const last = Math.max(at, ts);
      // What was seen last stands last.
      if (last === ts) sum.delete(value);
      const left = (from: number): number => 0.5 ** ((last - from) / halfLife);
      sum.set(value, [strength * left(at) + weight * left(ts), last, last]);
    }
  },
});

/**
 * Adobe Target's arithmetic: the first category of all gets 10 points and every later click 5, a category that is new takes
 * 1 from every other, the best 5 are kept, and the end of a visit halves all.
 * https://experienceleague.adobe.com/docs/target/using/audiences/visitor-profiles/category-affinity.html
 */
const counting: Fold = {
  _ordered: true,
  _none: () => new Map(),
  _add(sum: Strengths, [ts, visit, values]: Entry) {
    for (const value of values) {
      const [points, , seen] = sum.get(value) ?? [0];
      const click = sum.size ? 5 : 10;
      for (const [other, [strength, at, when]] of sum)
        sum.set(other, [strength * 0.5 ** (visit! - at) - +!seen, visit!, when]);
      sum.set(value, [(points && sum.get(value)![0]) + click, visit!, ts]);
      for (const [least] of [...sum].sort(([, a], [, b]) => b[0] - a[0] || b[2] - a[2]).slice(5))
        sum.delete(least);
    }
  },
};

/** The configuration of affinity, with what is always there beneath it. */
export function readAffinity({ model, halfLife, dimensions, weights }: AffinityConfiguration = {}): Affinity {
  const isAdobe = model === "adobe";
  const _halfLife = isAdobe ? Infinity : parseDuration(halfLife, "30d");
  return {
    dimensions: { __proto__: null!, brand: "item_brand", category: "item_category", ...dimensions },
    weights: {
      __proto__: null as never,
      view_item: 1,
      select_item: 1,
      search: 1,
      view_item_list: 1,
      add_to_wishlist: 3,
      add_to_cart: 4,
      purchase: 6,
      ...weights,
    },
    _fold: isAdobe ? counting : decaying(_halfLife),
    _halvings: isAdobe ? (at, { visit }) => visit - at : (at, { now }) => (now - at) / _halfLife,
    _halfLife,
  };
}

/** Ranks the values of a dimension. Shares stay as they are while all decay alike; points count for themselves. */
export function ranking(strengths: Strengths, run: Run, { _halvings, _halfLife }: Affinity): Ranking {
  const now = [...strengths].map(([value, [strength, at, ts]]) => ({
    value,
    strength: strength * 0.5 ** _halvings(at, run),
    ts,
  }));
  const _total = now.reduce((sum, { strength }) => sum + strength, 0);
  const whole = _halfLife < Infinity ? _total : 1;
  let top = { strength: -1, ts: 0, value: "" };
  const _of = new Map<string, number>();
  for (const { value, strength: exact, ts } of now) {
    const strength = round(exact / whole);
    _of.set(value, strength);
    // Of equals the one that was seen last, by row where that was in one event.
    if ((strength - top.strength || ts - top.ts) >= 0) top = { strength, ts, value };
  }
  return { _total, _at: run.now, _top: top.value, _of };
}

/** How strong one value is, or else the strongest value. Unknown where the evidence is too little. */
export function rank(
  { _total, _at, _top, _of }: Ranking,
  run: Run,
  { _halfLife }: Affinity,
  of?: string,
): number | string | undefined {
  if (round(_total * 0.5 ** ((run.now - _at) / _halfLife)) < EVIDENCE) return undefined;
  // What rounds to the least evidence is still enough.
  wakeAt(run, _at + 1 + Math.floor(_halfLife * Math.log2(_total / (EVIDENCE - 5e-7))));
  return of === undefined ? _top : (_of.get(fold(of)) ?? 0);
}
