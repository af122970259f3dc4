import { HOP_LIMIT, NEAR_LIMIT, WINDOW, type TableSettings } from "../settings.ts";
import { bestOf } from "./best.ts";
import { AGES, KINDS, type Pairs } from "./count-pairs.ts";

/** For each product that is wanted, what it leads to, with P. */
export interface PairTable {
  to: (Int32Array | undefined)[];
  weights: (Float64Array | undefined)[];
}

/** How much a pair counts, by its age, distance and way. */
function kindWeights({ recency, forward, backward }: TableSettings): Float64Array {
  const weights = new Float64Array(AGES * KINDS);
  for (let age = 0; age < AGES; age++) {
    const fresh = Math.exp(-(age + 0.5) / AGES / recency);
    for (let distance = 0; distance < WINDOW; distance++) {
      weights[age * KINDS + distance] = fresh * forward[distance]!;
      weights[age * KINDS + WINDOW + distance] = fresh * backward[distance]!;
    }
  }
  return weights;
}

/**
 * The table that the SQL steps make, but in memory, without rounding, and only for some products.
 *
 * @param wanted Whether the row of a product is wanted; the others only take part in two steps.
 */
export function makeTable(
  { products, events, starts, others, kinds }: Pairs,
  settings: TableSettings,
  neighbours: number,
  wanted: Uint8Array,
): PairTable {
  const { rowPower, columnPower, shrink, hop } = settings;
  const weights = kindWeights(settings);
  const rowFactor = events.map((count) => (count + shrink) ** -rowPower);
  const columnFactor = events.map((count) => (count + shrink) ** -columnPower);
  const sums = new Float64Array(products);
  const candidates = new Int32Array(products);
  const near: Int32Array[] = [];
  const probabilities: Float64Array[] = [];
  const totals = new Float64Array(products);
  const limit = Math.max(NEAR_LIMIT, neighbours);
  for (let item = 0; item < products; item++) {
    let count = 0;
    for (let at = starts[item]!; at < starts[item + 1]!; at++) {
      const other = others[at]!;
      if (!sums[other]) candidates[count++] = other;
      sums[other]! += weights[kinds[at]!]!;
    }
    for (let index = 0; index < count; index++)
      sums[candidates[index]!]! *= rowFactor[item]! * columnFactor[candidates[index]!]!;
    near[item] = bestOf(candidates, count, sums, limit);
    probabilities[item] = Float64Array.from(near[item]!, (other) => sums[other]!);
    for (const part of probabilities[item]!.subarray(0, HOP_LIMIT)) totals[item]! += part;
    for (let index = 0; index < count; index++) sums[candidates[index]!] = 0;
  }

  const to: PairTable["to"] = [];
  const result: PairTable["weights"] = [];
  for (let item = 0; item < products; item++) {
    to.push(undefined);
    result.push(undefined);
    if (!wanted[item]) continue;
    const direct = near[item]!;
    let count = direct.length;
    candidates.set(direct);
    for (let index = 0; index < count; index++) sums[direct[index]!] = probabilities[item]![index]!;
    const middles = hop > 0 ? Math.min(HOP_LIMIT, direct.length) : 0;
    for (let index = 0; index < middles; index++) {
      const middle = direct[index]!;
      const share = (hop * probabilities[item]![index]!) / totals[item]! / totals[middle]!;
      const further = near[middle]!;
      for (let next = 0; next < Math.min(HOP_LIMIT, further.length); next++) {
        const other = further[next]!;
        if (other === item) continue;
        if (!sums[other]) candidates[count++] = other;
        sums[other]! += share * probabilities[middle]![next]!;
      }
    }
    to[item] = bestOf(candidates, count, sums, neighbours);
    result[item] = Float64Array.from(to[item]!, (other) => sums[other]!);
    for (let index = 0; index < count; index++) sums[candidates[index]!] = 0;
  }
  return { to, weights: result };
}

/** The same with the weights as they are shipped: ln(1 + P / epsilon), in 16 steps. */
export function shipped({ to, weights }: PairTable, epsilon: number): PairTable {
  let max = 0;
  for (const row of weights) if (row?.length) max = Math.max(max, row[0]!);
  max = Math.log(1 + max / epsilon);
  const step = (weight: number): number =>
    (Math.max(1, Math.round((Math.log(1 + weight / epsilon) / max) * 16)) / 16) * max;
  return { to, weights: weights.map((row) => row?.map(step)) };
}
