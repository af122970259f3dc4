import type { Scalars } from "./scalars.ts";
import { RANGES } from "./scalars.ts";

type Name = keyof Scalars;

/** A generator of numbers from 0 to 1, the same for the same seed: mulberry32, by Tommy Ettinger (public domain). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One scalar a step further, or back. */
function moved(scalars: Scalars, name: Name, way: 1 | -1, part: number): Scalars | undefined {
  const { min, max, step, isFactor } = RANGES[name];
  const now = scalars[name];
  const next = isFactor ? now * step ** (way * part) : now + way * step * part;
  const kept = Number(Math.min(max, Math.max(min, next)).toPrecision(5));
  return kept === now ? undefined : { ...scalars, [name]: kept };
}

export interface Search {
  /** How good scalars are; the more, the better. */
  objective(scalars: Scalars): number;
  /** Whether there is time for another trial. */
  goOn(): boolean;
  random(): number;
  better?(scalars: Scalars, value: number): void;
}

/** An improvement below this is noise. */
const LEAST = 0.005;

/**
 * Looks for better scalars one at a time, from where it starts: a step to either side, and half of it where neither is better. What
 * needs no new table is cheap, and is gone through after every change that does.
 */
export function search(start: Scalars, { objective, goOn, random, better }: Search): Scalars {
  let best = start;
  let value = objective(start);
  const parts = new Map<Name, number>();
  const names = Object.keys(RANGES) as Name[];
  const tryOne = (name: Name): boolean => {
    const part = parts.get(name) ?? 1;
    for (const way of random() < 0.5 ? ([1, -1] as const) : ([-1, 1] as const)) {
      const next = goOn() ? moved(best, name, way, part) : undefined;
      if (!next) continue;
      const found = objective(next);
      if (found <= value + LEAST) continue;
      [best, value] = [next, found];
      better?.(best, value);
      return true;
    }
    parts.set(name, part / 2);
    return false;
  };
  const shuffled = (list: Name[]): Name[] =>
    list
      .map((name) => ({ name, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name);
  const cheap = names.filter((name) => !RANGES[name].isTable);
  const dear = names.filter((name) => RANGES[name].isTable);
  const sweep = (): void => {
    for (const name of shuffled(cheap)) tryOne(name);
  };
  sweep();
  while (goOn() && names.some((name) => (parts.get(name) ?? 1) > 1 / 16)) {
    for (const name of shuffled(dear)) {
      if (!goOn()) break;
      if (tryOne(name)) sweep();
    }
    sweep();
  }
  return best;
}
