import type { Calibration } from "@shopkeeper/engine";

/** Neighbours that are told apart by fewer than so many are told together. */
const FEWEST = 50;

interface Pool {
  said: number;
  came: number;
  count: number;
}

/**
 * Holds what a model said against what came true: the monotone line through both, by pooling neighbours that stand in the
 * wrong order (Ayer and others 1955), with few corners.
 *
 * @param direction 1 where more is said of what comes true more often, -1 where less.
 *
 * @see https://doi.org/10.1214/aoms/1177728423
 */
export function calibrate(
  said: number[],
  came: number[],
  { corners = 10, direction = 1 }: { corners?: number; direction?: 1 | -1 } = {},
): Calibration {
  const order = said.map((_, index) => index).sort((a, b) => said[a]! - said[b]!);
  const share = Math.max(FEWEST, said.length / corners);
  const pools: Pool[] = [];
  let open: Pool | undefined;
  let previous = NaN;
  for (const index of order) {
    // What is said alike is never parted.
    if (!open || (open.count >= share && said[index] !== previous))
      pools.push((open = { said: 0, came: 0, count: 0 }));
    open.said += said[index]!;
    open.came += came[index]!;
    open.count++;
    previous = said[index]!;
  }
  const joined: Pool[] = [];
  for (let pool of pools) {
    for (let last = joined.at(-1); last; last = joined.at(-1)) {
      const isRising = (pool.came / pool.count - last.came / last.count) * direction > 0;
      if (isRising && pool.count >= FEWEST) break;
      joined.pop();
      pool = { said: last.said + pool.said, came: last.came + pool.came, count: last.count + pool.count };
    }
    joined.push(pool);
  }
  return joined.map(({ said, came, count }) => [rounded(said / count), rounded(came / count)]);
}

const rounded = (number: number): number => Number(number.toPrecision(5));
