import { HOP_LIMIT, NEAR_LIMIT, PAUSE, SESSION_CAP, type BuildSettings } from "../src/build/settings.ts";

/** A row of the table `events`. */
export interface EventRow {
  visitor: number;
  session: number;
  purchase: number;
  ts: number;
  seq: number;
  item: number;
  kind: number;
}

type Weights = Map<number, Map<number, number>>;

const add = (weights: Weights, i: number, j: number, weight: number): void => {
  const row = weights.get(i) ?? new Map<number, number>();
  row.set(j, (row.get(j) ?? 0) + weight);
  weights.set(i, row);
};

const half = (value: number): number => Math.floor(value + 0.5);

/** The heaviest first, and of equals the lowest number. */
const best = (row: Map<number, number>, limit: number): [number, number][] =>
  [...row].sort(([a, one], [b, other]) => other - one || a - b).slice(0, limit);

/** Visits one after the other, by the book: no pairs of tables, no windows. */
function visitsOf(events: EventRow[]) {
  const streams = new Map<string, EventRow[]>();
  for (const event of events.filter(({ kind }) => kind === 1 || kind === 5)) {
    const key = `${event.visitor} ${event.session}`;
    streams.set(key, [...(streams.get(key) ?? []), event]);
  }
  const visits: EventRow[][] = [];
  for (const stream of streams.values()) {
    stream.sort((a, b) => a.ts - b.ts || a.seq - b.seq);
    let previous: EventRow | undefined;
    for (const event of stream) {
      const isNew = !previous || (event.session === 0 && event.ts - previous.ts > PAUSE);
      if (isNew) visits.push([event]);
      else if (previous!.item !== event.item) visits.at(-1)!.push(event);
      previous = event;
    }
  }
  return visits;
}

/** What the steps make, from the words of docs/building.md. */
export function naiveModel(events: EventRow[], { table, neighbours, basketMinimum }: BuildSettings) {
  const times = events.map(({ ts }) => ts);
  const last = Math.max(...times);
  const span = Math.max(1, last - Math.min(...times));
  const freshness = (ts: number): number => half(1000 * Math.exp(-(last - ts) / span / table.recency));

  const pairs: Weights = new Map();
  const counts = new Map<number, number>();
  for (const visit of visitsOf(events)) {
    let views = 0;
    const placed = visit.map((event) => ({ ...event, position: event.kind === 1 ? ++views : views }));
    const kept = placed.filter(({ position }) => position > views - SESSION_CAP);
    for (const a of kept) {
      counts.set(a.item, (counts.get(a.item) ?? 0) + 1);
      for (const b of kept) {
        const distance = b.position - a.position;
        if (b.kind !== 1 || a.item === b.item || distance < 1 || distance > table.forward.length) continue;
        add(pairs, a.item, b.item, freshness(a.ts) * half(1000 * table.forward[distance - 1]!));
        if (a.kind === 1)
          add(pairs, b.item, a.item, freshness(a.ts) * half(1000 * table.backward[distance - 1]!));
      }
    }
  }

  const damped = (item: number, power: number): number => (counts.get(item)! + table.shrink) ** -power;
  const near: Weights = new Map();
  for (const [i, row] of pairs) {
    const p = new Map<number, number>();
    for (const [j, weight] of row) {
      const value = half(weight * damped(i, table.rowPower) * damped(j, table.columnPower) * 1000);
      if (value > 0) p.set(j, value);
    }
    if (p.size) near.set(i, new Map(best(p, Math.max(NEAR_LIMIT, neighbours))));
  }
  const views: number[][] = [];
  const shareOf = new Map<number, [number, number][]>();
  for (const [i, row] of near) {
    const few = [...row].slice(0, HOP_LIMIT);
    const total = few.reduce((sum, [, p]) => sum + p, 0);
    shareOf.set(
      i,
      few.map(([j, p]) => [j, half((1e9 * p) / total)]),
    );
  }
  for (const [i, row] of near) {
    const both = new Map(row);
    for (const [middle, one] of table.hop > 0 ? shareOf.get(i)! : [])
      for (const [j, other] of shareOf.get(middle) ?? [])
        if (j !== i) both.set(j, (both.get(j) ?? 0) + half(table.hop * ((one * other) / 1e9)));
    for (const [j, p] of best(both, neighbours))
      views.push([i, j, half(1e6 * Math.log(1 + p / 1e9 / table.epsilon))]);
  }

  const orders = new Map<number, Set<number>>();
  for (const { purchase, item } of events.filter(({ kind }) => kind === 4).sort((a, b) => a.seq - b.seq)) {
    const order = orders.get(purchase) ?? new Set<number>();
    if (order.size < SESSION_CAP) order.add(item);
    orders.set(purchase, order);
  }
  const bought = [...new Set([...orders.values()].flatMap((order) => [...order]))];
  const baskets: number[][] = [];
  const withBoth = (...items: number[]): number =>
    [...orders.values()].filter((order) => items.every((item) => order.has(item))).length;
  for (const i of bought) {
    const row = new Map<number, number>();
    for (const j of bought) {
      const together = withBoth(i, j);
      if (i !== j && together >= basketMinimum)
        row.set(j, half((1e6 * together) / (withBoth(i) + withBoth(j) - together)));
    }
    for (const [j, weight] of best(row, neighbours)) baskets.push([i, j, weight]);
  }
  return { views, baskets };
}
