import { whenIdle } from "../dom/when-idle.ts";
import { attempt } from "./attempt.ts";
import type { Choose, Journal } from "./journal.ts";
import type { Knowledge } from "./knowledge.ts";
import { chooseOldest, isOld, type Retention } from "./retention.ts";

/** So many rows are folded at a time: few enough for no long task on a phone. */
const BATCH = 200;

/** Where so much of the origin's quota is used the shop itself is short of room, and so many events are enough for us. */
const CROWDED = 0.9;
const LEAST = 1000;

export interface Housekeeping {
  /** How many characters an event takes, about; 0 before anybody looked. */
  readonly size: number;
  /** Brings the journal within its bounds, when the page has nothing better to do; once for all calls until then. */
  tidy(): void;
  /** Looks whether what is kept now is still within bounds. */
  watch(): void;
  /**
   * Makes room where the browser gives no more: the older half goes, unless there is not even room for what it adds up to.
   * Whether there was anything to give up. The room may come late, when the browser gets round to tidying its files.
   */
  makeRoom(): Promise<boolean>;
}

interface Options {
  retention: Retention;
  fold: Knowledge["fold"];
  /** The journal, while something may be kept. */
  journal(): Journal | undefined;
  /** The key of the row that snapshots refer to: it stays. */
  mark(): number;
  /** How many events the journal holds, as far as is known. */
  kept(): number;
  /** The journal holds fewer events now. */
  recount(): Promise<void>;
  failed(problem: unknown): void;
}

/** Keeps the journal within its bounds: what is too old or too much is folded into aggregates. */
export function createHousekeeping(options: Options): Housekeeping {
  const { retention, fold, journal, mark, kept, recount, failed } = options;
  let size = 0;
  /** How many events may be there, once that is known. */
  let most = Infinity;
  let waits = false;

  /** Folds the oldest rows until no more than `target` are left; whether there were any. */
  async function foldDownTo(target: number, mine: Journal, atOnce?: boolean): Promise<boolean> {
    const choose: Choose = (rows, lasting, count, aggregates) => {
      const { days } = retention;
      const choice = {
        rows,
        lasting,
        aggregates,
        surplus: count - target,
        until: mark(),
        now: Date.now(),
        days,
      };
      return chooseOldest(choice, fold);
    };
    let found = false;
    while (mine === journal() && (await mine.fold(BATCH, choose))) {
      found = true;
      // What is written meanwhile is waiting for room, so that is made at once.
      if (!atOnce) await new Promise<void>((resolve) => whenIdle(resolve));
    }
    await recount();
    return found;
  }

  /** Whether there was anything to do. */
  async function tidy(): Promise<boolean> {
    const mine = journal();
    if (!mine) return false;
    const oldest = await mine.sync([], 0, 50);
    const { events = 20_000, bytes = 1e7 } = retention;
    size = JSON.stringify(oldest).length / (oldest.length || 1);
    const { usage = 0, quota = Infinity } = (await attempt(() => navigator.storage.estimate())) ?? {};
    most = Math.min(events, bytes / size, usage > quota * CROWDED ? LEAST : Infinity);
    const count = kept();
    // On most pages there is nothing to do, and the next one need not wait for a transaction of this.
    if (count <= most && !oldest.some(({ event }) => isOld(event.ts, retention))) return false;
    // A little more goes than has to, so that not every further event has to make room of its own.
    const target = count > most ? most * 0.98 : most;
    return foldDownTo(Math.ceil(target), mine);
  }

  function tidyWhenIdle(): void {
    if (waits) return;
    waits = true;
    whenIdle(() => {
      void tidy()
        .catch(failed)
        .then((hadToDo) => {
          waits = false;
          // More may have come meanwhile.
          if (hadToDo) watch();
        });
    });
  }

  function watch(): void {
    if (kept() > most) tidyWhenIdle();
  }

  return {
    get size() {
      return size;
    },
    tidy: tidyWhenIdle,
    watch,
    async makeRoom() {
      const mine = journal();
      return !!mine && foldDownTo(Math.floor((await mine.count()) / 2), mine, true);
    },
  };
}
