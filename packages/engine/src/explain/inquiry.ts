import type { ShopEvent } from "../event.ts";
import { compile, type Binding, type Part as Compiled } from "../segment/compile.ts";
import { connect } from "../segment/connect.ts";
import { keep, type Kept } from "../segment/kept.ts";
import type { Node, Operand, Query } from "../segment/node.ts";
import { see } from "../segment/rows.ts";
import { wakeAt, type Run } from "../segment/run.ts";
import { tidy, type Value } from "../segment/value.ts";
import type { World } from "./world.ts";

/** What is supposed, beside what is so. */
export interface Supposed {
  visit?: number;
  /** Something that happens now. */
  event?: ShopEvent;
}

/** A part of an expression, asked again and again as time goes on. */
export interface Inquiry {
  /** Its value at a moment, which must not be before the last one. */
  valueAt(now: number): Value;
  /** The earliest moment after that at which time alone could change it, `Infinity` where there is none. */
  next(): number;
}

/** More often than this, time alone changes nothing; what moves without end is not waited for. */
const MOST_FLIPS = 50_000;

/** By how many milliseconds an operand changes in each. */
export const paceOf = (world: World, [kind, of]: Operand): number =>
  kind === "query" ? +(of.query === "since") : kind === "name" ? world.pace(of) : 0;

const runAt = (world: World, visit = world.visit): Run => ({
  now: world.at,
  visit,
  // All that asks is bound below.
  _asking: undefined!,
  _next: Infinity,
});

/** What a query keeps of all events until now; it is never asked for another moment. */
const keptNow = (world: World, query: Query): Kept =>
  world.once(`kept ${query.text}`, () => {
    const kept = keep(query, world.affinity);
    kept._start();
    for (const seen of world.eventsOf(query)) kept._take(seen);
    return kept;
  });

/** The same to go on from, as the engine would on another page: the events are not taken in again. */
function keptFrom(world: World, query: Query): Kept {
  const saved = world.once(`saved ${query.text}`, () =>
    JSON.stringify(keptNow(world, query)._save(runAt(world))),
  );
  const kept = keep(query, world.affinity);
  kept._start(JSON.parse(saved));
  return kept;
}

/** What is asked for in a condition that has no conditions in it, or in an operand. */
export const operandsOf = (node: Node): Operand[] =>
  node[0] === "compare" ? [node[2], node[3]] : node[0] === "known" ? [node[1]] : [node as Operand];

/** The segments that a condition asks for, directly or through others, each after those that it asks for. */
function segmentsIn({ segments }: World, node: Node): string[] {
  const known = (names: string[]): string[] => names.filter((name) => segments.has(name));
  const names = operandsOf(node).flatMap(([kind, of]) =>
    kind === "query" && of.query === "segment" ? [of.of!] : [],
  );
  return connect(known(names), (name) => known(segments.get(name)!.references)).order;
}

/** Asks a condition that has no conditions in it, or an operand, by what the engine itself compiles and keeps, so that there is one truth. */
export function inquire(world: World, node: Node, supposed: Supposed = {}): Inquiry {
  const run = runAt(world, supposed.visit);
  const isSupposed = !!supposed.event || run.visit !== world.visit;
  const queries = new Map<string, Kept>();
  const keptOf = (query: Query): Kept => {
    if (!isSupposed && run.now === world.at) return keptNow(world, query);
    let kept = queries.get(query.text);
    if (!kept) {
      queries.set(query.text, (kept = keptFrom(world, query)));
      if (supposed.event) kept._take(see(supposed.event));
    }
    return kept;
  };

  // However often a segment is asked for, it is worked out once a moment, after those that it asks for.
  const answers = new Map<string, Value>();

  const binding: Binding<Run> = {
    _name: (name) => (run) => tidy(world.fact(name, run.now)),
    _query(query) {
      const { query: kind, of } = query;
      if (kind === "segment") return () => answers.get(of!);
      if (kind === "experiment") return () => tidy(world.experiment(of!));
      return (run) => keptOf(query)._read(run, query);
    },
    _pace: (operand) => paceOf(world, operand),
    _wake: (run, ms) => wakeAt(run, run.now + ms),
  };
  const needed = segmentsIn(world, node).map((name): [name: string, test: Compiled<Run>] => [
    name,
    compile(world.segments.get(name)!.node, binding),
  ]);
  const test = compile(node, binding);
  return {
    valueAt(now) {
      run.now = now;
      run._next = Infinity;
      for (const [name, test] of needed) answers.set(name, test(run) === true);
      return test(run);
    },
    next: () => run._next,
  };
}

/** What a part is now. */
export const valueOf = (world: World, node: Node, supposed?: Supposed): Value =>
  inquire(world, node, supposed).valueAt(world.at);

/** The first moment at which time alone has made a part something that is looked for, if ever. */
export function momentWhen(world: World, node: Node, is: (value: Value) => boolean): number | undefined {
  const inquiry = inquire(world, node);
  let now = world.at;
  for (let asked = 0; now < Infinity && asked < MOST_FLIPS; asked++) {
    if (is(inquiry.valueAt(now))) return now;
    // What grows by whole milliseconds may meet another between two of them.
    now = Math.ceil(inquiry.next());
  }
  return undefined;
}
