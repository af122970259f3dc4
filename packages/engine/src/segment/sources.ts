import type { AffinityConfiguration } from "../configuration.ts";
import type { ShopEvent } from "../event.ts";
import type { Affinity } from "./affinity.ts";
import { renew, type Cell, type Dependent } from "./cell.ts";
import type { Binding } from "./compile.ts";
import { keep, type Kept } from "./kept.ts";
import type { Operand, Query } from "./node.ts";
import { createQueryIndex } from "./query-index.ts";
import { wakeAt, type Run } from "./run.ts";

/** Something that another expression may ask for, as `segment()` does. */
export interface Answered {
  /** `undefined` where it cannot be known. */
  _answer: boolean | undefined;
  _dependents: Dependent[];
}

/** Who asks, and whether that is known which an answer needs, also where it would not be looked at. */
export interface Asker extends Dependent {
  _needs: (() => boolean)[];
}

/** What expressions are answered from: facts, experiments, queries and other segments. */
export interface Sources {
  /** What is kept for each query, by an expression that has it. */
  _queries: Map<string, Kept>;
  /** Connects an expression with what it asks for; the asker is touched when that changes. */
  _bind(asker?: Asker): Binding<Run>;
  /** Brings all to an asking, and touches those whose answers it may change. @returns Whether a query is cold. */
  _renew(run: Run, visitBefore: number): boolean;
  /** Hands an event to the queries that it can matter to. @param only Of these. */
  _take(event: ShopEvent, only?: Set<Kept>): void;
}

interface Options {
  affinity?: AffinityConfiguration | undefined;
  pace(name: string): number | undefined;
}

const paceOf = ([kind, of]: Operand, pace: Options["pace"]): number =>
  kind === "query" ? +(of.query === "since") : kind === "name" ? (pace(of) ?? 0) : 0;

/** @param touch Tells those who asked that they have to be evaluated again. */
export function createSources(
  { affinity: configured, pace }: Options,
  affinity: Affinity,
  segments: Record<string, Answered>,
  touch: (dependents: Dependent[]) => void,
): Sources {
  const cells = new Map<string, Cell>();
  const queries = new Map<string, Kept>();
  const index = createQueryIndex(affinity);

  const cellOf = (name: string, isExperiment: boolean): Cell => {
    const key = isExperiment + name;
    let cell = cells.get(key);
    if (!cell) {
      cell = {
        _name: name,
        _isExperiment: isExperiment,
        _pace: (!isExperiment && pace(name)) || 0,
        _origin: undefined,
        _value: undefined,
        _dependents: [],
      };
      cells.set(key, cell);
    }
    return cell;
  };

  /** What is kept for a query, shared by all that ask the same. */
  const keptOf = (query: Query, enough: number | undefined): Kept => {
    const { steps, of, text } = query;
    const [step] = steps;
    const counts = step && step.within < Infinity && enough! > 0 && enough;
    // The keys are expressions, for a query that no segment of this page has is compiled from its key.
    const key = step
      ? text + (counts ? ` < ${counts - 1}` : "")
      : `top(${of}) #${JSON.stringify(configured)}`;
    let kept = queries.get(key);
    if (!kept) {
      queries.set(key, (kept = keep(query, affinity, counts || Infinity)));
      index.add(query, kept);
    }
    return kept;
  };

  return {
    _queries: queries,
    _bind(asker) {
      const follow = <Source extends { _dependents: Dependent[] }>(source: Source): Source => {
        const { _dependents: dependents } = source;
        if (asker && dependents.at(-1) !== asker) dependents.push(asker);
        return source;
      };
      const isPlain = (name: string): boolean => pace(name) === undefined;
      const read = (cell: Cell) => () => cell._value;
      return {
        _place: (name) => (isPlain(name) ? follow(cellOf(name, false)) : undefined),
        _name(name) {
          const cell = follow(cellOf(name, false));
          if (isPlain(name)) return read(cell);
          return (run) => {
            wakeAt(run, run._asking.until?.(name) ?? Infinity);
            return cell._value;
          };
        },
        _query(query, enough) {
          const { query: kind, of } = query;
          if (kind === "experiment") return read(follow(cellOf(of!, true)));
          if (kind === "segment") {
            const segment = follow(segments[of!]!);
            asker?._needs.push(() => segment._answer !== undefined);
            return () => segment._answer;
          }
          const kept = follow(keptOf(query, enough));
          asker?._needs.push(() => !kept._cold);
          return (run) => kept._read(run, query);
        },
        _pace: (operand) => paceOf(operand, pace),
        _wake: (run, ms) => wakeAt(run, run.now + ms),
      };
    },
    _renew(run, visitBefore) {
      let cold = false;
      for (const cell of cells.values()) if (renew(cell, run._asking)) touch(cell._dependents);
      for (const kept of queries.values()) {
        if (kept._ofVisit && run.visit !== visitBefore) touch(kept._dependents);
        if (kept._isCold(run)) cold = true;
      }
      return cold;
    },
    _take(event, only) {
      index.find(event, (kept, seen) => {
        if ((!only || only.has(kept)) && kept._take(seen)) touch(kept._dependents);
      });
    },
  };
}
