import type { Configuration } from "./configuration.ts";
import { decide, type Decision, type Situation } from "./decide/decide.ts";
import type { Experience } from "./decide/experience.ts";
import { parseDuration } from "./duration.ts";
import type { Item, ShopEvent } from "./event.ts";
import { hash } from "./hash.ts";
import type { Page } from "./page.ts";
import { entryOf } from "./profile/entry.ts";
import { isFact } from "./profile/fact-names.ts";
import { factsOf } from "./profile/facts.ts";
import { idOf } from "./profile/item.ts";
import { newProfile, takeEvent } from "./profile/profile.ts";
import { shrink } from "./profile/shrink.ts";
import { stayActive, visitAt } from "./profile/visits.ts";
import { recommend, type RecommendOptions } from "./recommend/recommend.ts";
import type { Asking } from "./segment/asking.ts";
import { createSegments, type SegmentError } from "./segment/segments.ts";

/** The circumstances that something is asked in; not changed after it has been handed over. */
export interface Context {
  /** Milliseconds since 1970 (UTC). */
  now: number;
  /** Minutes, as `Date#getTimezoneOffset` gives them: 480 in Los Angeles, -120 in Berlin in summer. */
  timezoneOffset: number;
  page: Page;
  /** What only the browser knows, asked when it is needed, by the name of the fact: `device.*`, `geo.*`, `consent.*`, `visit.time`, `visit.idle`. */
  environment: Record<string, unknown>;
}

/** What is known about one visitor, and what follows from it. */
export interface Engine {
  /** Learns from an event; false where it was known already (a repeated `transaction_id`) and nothing changed. */
  take(event: ShopEvent): boolean;
  /** Number of the visit that something at `now` belongs to; 30 minutes without activity end one. */
  visitAt(now: number): number;
  /** The visitor did something that is no event: the visit goes on. */
  active(now: number): void;
  fact(name: string, context: Context): unknown;
  /** All facts that are known. */
  facts(context: Context): Record<string, unknown>;
  /** Compiles an expression; the same text gives the same answer without compiling again. */
  condition(text: string): { holds(context: Context): boolean; readonly error?: SegmentError | undefined };
  /** Names of the segments that hold, sorted. */
  segments(context: Context): string[];
  /** What to show of these, and why not the others. */
  decide(experiences: Experience[], situation: Situation): Decision[];
  /** Products for a rail, best first; none for a strategy that is not known. */
  recommend(strategy: string, options?: RecommendOptions): Item[];
  /** Whether a product is on the wish list. */
  isWished(item: Item): boolean;
  /** What is wrong with the segments of the configuration. */
  readonly errors: SegmentError[];
  /** Whether something that was compiled has not seen the past yet: `warm` it. */
  readonly cold: boolean;
  warm(events: Iterable<ShopEvent>): void;
  /** The whole state as plain data, at most 24 kB as JSON. */
  save(): unknown;
  /** Goes on from a saved state; false, and as new, where it is not exactly what `save` gave. */
  restore(saved: unknown): boolean;
  reset(): void;
}

/** The form of a saved state: one that was saved in another is not restored. */
const VERSION = 1;

/** What is saved. The check proves that it is whole and ours, whatever has happened to it in between. */
interface Saved {
  check: number;
  state: unknown;
}

const checksum = (text: string): number => hash(VERSION + text);

/** Characters of JSON for the state: it goes into a snapshot of 24 kB, with a little about the journal beside it. */
const ROOM = 22_000;

/** Whatever the segments need, so much is left for the profile. */
const PROFILE = 8_000;

/**
 * Makes an engine that knows nothing yet. What is wrong in the configuration is in `errors`; the rest works on.
 *
 * @example const engine = createEngine({ segments: { fans: "visitor.visits >= 5" } });
 */
export function createEngine(configuration: Partial<Configuration>): Engine {
  const compile = () =>
    createSegments({ segments: configuration.segments, isFact, affinity: configuration.affinity });
  const lapsedAfter = parseDuration(configuration.lapsedAfter, "90d");
  let segments = compile();
  let profile = newProfile();

  const facts = (context: Context) => factsOf(profile, context, lapsedAfter);
  const asking = (context: Context): Asking => {
    let known: Record<string, unknown> | undefined;
    return {
      now: context.now,
      visit: visitAt(profile, context.now),
      fact: (name) => (known ??= facts(context))[name],
    };
  };
  const condition = (text: string) => segments.condition(text);

  const engine: Engine = {
    errors: segments.errors,
    get cold() {
      return segments.cold;
    },
    take(event) {
      const isNew = takeEvent(profile, event);
      if (isNew) segments.take(event);
      return isNew;
    },
    visitAt: (now) => visitAt(profile, now),
    active: (now) => stayActive(profile, now),
    fact: (name, context) => facts(context)[name],
    facts: (context) => Object.fromEntries(Object.entries(facts(context)).filter(([name]) => isFact(name))),
    condition: (text) => ({
      error: condition(text).error,
      holds: (context) => condition(text).holds(asking(context)),
    }),
    segments: (context) => segments.held(asking(context)),
    decide: (experiences, situation) =>
      decide(experiences, situation, {
        profile,
        asking: asking(situation),
        condition,
        quiet: configuration.quiet,
      }),
    recommend: (strategy, options) => recommend(profile, strategy, options),
    isWished: (item) => !!entryOf(profile.shelf, idOf(item))?.wished,
    warm: (events) => segments.warm(events),
    save() {
      const kept = segments.save();
      shrink(profile, Math.max(PROFILE, ROOM - JSON.stringify(kept).length));
      const text = JSON.stringify([profile, kept]);
      return { check: checksum(text), state: JSON.parse(text) };
    },
    restore(saved) {
      if (profile.visit) engine.reset();
      try {
        const { check, state } = saved as Saved;
        const text = JSON.stringify(state);
        if (check !== checksum(text)) return false;
        const [savedProfile, kept] = JSON.parse(text);
        profile = savedProfile;
        segments.restore(kept);
        return true;
      } catch {
        // Not ours, or not any more.
        engine.reset();
        return false;
      }
    },
    reset() {
      profile = newProfile();
      segments = compile();
    },
  };
  return engine;
}
