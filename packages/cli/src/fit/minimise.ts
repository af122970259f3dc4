/** A point and what the function says of it. */
interface Vertex {
  at: number[];
  value: number;
}

export interface Minimum extends Vertex {
  /** Whether the search came to rest before its steps were used up. */
  settled: boolean;
}

interface MinimiseOptions {
  /** Length of the first steps, in parts of where they begin if that is more than 1. @default 0.5 */
  step?: number;
  /** Rests where the values around differ by no more, relatively. @default 1e-10 */
  tolerance?: number;
  /** @default 500 */
  steps?: number;
}

/**
 * Goes down a function of a few numbers without its derivatives, as Nelder and Mead (1965) do, and once more from where
 * that came to rest: a simplex may fold up before it is down.
 *
 * @see https://doi.org/10.1093/comjnl/7.4.308
 *
 * @example minimise(([x, y]) => (x - 1) ** 2 + (y + 2) ** 2, [0, 0]).at // near [1, -2]
 */
export function minimise(
  of: (at: number[]) => number,
  start: number[],
  options: MinimiseOptions = {},
): Minimum {
  let best = descend(of, start, options);
  for (let again = 0; again < 4; again++) {
    const next = descend(of, best.at, { ...options, step: (options.step ?? 0.5) / 2 });
    const gain = best.value - next.value;
    if (gain >= 0) best = next;
    if (gain <= Math.abs(best.value) * 1e-7) break;
  }
  return best;
}

function descend(
  of: (at: number[]) => number,
  start: number[],
  { step = 0.5, tolerance = 1e-10, steps = 500 }: MinimiseOptions,
): Minimum {
  // Where the function has no value nobody goes.
  const ask = (at: number[]): Vertex => {
    const value = of(at);
    return { at, value: Number.isNaN(value) ? Infinity : value };
  };
  const simplex = [
    start,
    ...start.map((_, axis) => start.map((x, i) => x + (i === axis ? step * Math.max(1, Math.abs(x)) : 0))),
  ].map(ask);
  for (let count = 0; count < steps; count++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0]!, simplex.at(-1)!];
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance))
      return { ...best, settled: true };
    const others = simplex.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, { at }) => sum + at[i]!, 0) / others.length);
    const beyond = (factor: number): Vertex => ask(centre.map((x, i) => x + factor * (worst.at[i]! - x)));

    const reflected = beyond(-1);
    if (reflected.value < best.value) {
      const expanded = beyond(-2);
      simplex.splice(-1, 1, expanded.value < reflected.value ? expanded : reflected);
      continue;
    }
    if (reflected.value < others.at(-1)!.value) {
      simplex.splice(-1, 1, reflected);
      continue;
    }
    const contracted = beyond(reflected.value < worst.value ? -0.5 : 0.5);
    if (contracted.value < Math.min(reflected.value, worst.value)) simplex.splice(-1, 1, contracted);
    else
      for (let i = 1; i < simplex.length; i++)
        simplex[i] = ask(simplex[i]!.at.map((x, axis) => (x + best.at[axis]!) / 2));
  }
  simplex.sort((a, b) => a.value - b.value);
  return { ...simplex[0]!, settled: false };
}
