import type { Configuration } from "./configuration.ts";
import { decide, type Decision, type Knowledge, type Situation } from "./decide/decide.ts";
import type { Experience } from "./decide/experience.ts";
import { readQuiet } from "./decide/quiet.ts";
import { researchOf } from "./decide/research.ts";
import { nextMoment } from "./decide/schedule.ts";
import { why, type Trace } from "./decide/why.ts";
import { zoneOf } from "./decide/zone.ts";
import type { Item, ShopEvent } from "./event.ts";
import { createExperiments, type Experiments } from "./experiment/experiments.ts";
import { hash } from "./hash.ts";
import type { Page } from "./page.ts";
import { linesOf } from "./profile/cart.ts";
import { entryOf } from "./profile/entry.ts";
import { factNames, isFact } from "./profile/fact-names.ts";
import { factsOf, type Predict } from "./profile/facts.ts";
import { idOf } from "./profile/item.ts";
import { changesAt, pace } from "./profile/pace.ts";
import { newProfile, takeEvent, type Profile } from "./profile/profile.ts";
import { readSettings } from "./profile/settings.ts";
import { shrink } from "./profile/shrink.ts";
import { stayActive, visitAt } from "./profile/visits.ts";
import { recommend, type RecommendOptions } from "./recommend/recommend.ts";
import type { SuggestWorld } from "./recommend/suggest-world.ts";
import type { Asking } from "./segment/asking.ts";
import { createSegments, type SegmentError } from "./segment/segments.ts";
import { toJson } from "./to-json.ts";

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
  /**
   * The earliest moment after `now` at which time alone could change a segment or a condition, the end of the visit
   * included: until then nobody has to ask again. `Infinity` where something has to happen first.
   *
   * @param experiences Of these, also when one begins or ends.
   */
  nextFlip(context: Context, experiences?: Experience[]): number;
  /** The key of the visitor's variation in an experiment; `undefined` where not enrolled. Records nothing. */
  variation(id: string, context: Context): string | undefined;
  readonly experiments: Experiments;
  /** What to show of these, and why not the others. */
  decide(experiences: Experience[], situation: Situation): Decision[];
  /** Why one of these is shown or not: each rule with what it looked at. Decides once more. */
  why(id: string, experiences: Experience[], situation: Situation): Trace | undefined;
  /** Products for a rail, best first; none for a strategy that is not known. */
  recommend(strategy: string, options?: RecommendOptions): Item[];
  /** What suggestions are made from, of what is known about the visitor. */
  shopper(): Pick<SuggestWorld, "shelf" | "cart" | "isBought">;
  /** Whether a product is on the wish list. */
  isWished(item: Item): boolean;
  /** What is wrong with the segments of the configuration. */
  readonly errors: SegmentError[];
  /** Whether something that was compiled has not seen the past yet: `warm` it. */
  readonly cold: boolean;
  /**
   * Shows the whole history to what is cold.
   *
   * @param folded What `fold` made of the history's beginning.
   * @param count How many of the events that covers already.
   */
  warm(events: ShopEvent[], folded?: unknown, count?: number): void;
  /**
   * What remains of events when they themselves are no longer kept: all that this engine would have learned from them.
   * `restore` goes on from it, as from what `save` gives.
   *
   * @param folded What was made of the events before them; without it they are the first.
   */
  fold(events: ShopEvent[], folded?: unknown): unknown;
  /** The whole state as plain data, at most 24 kB as JSON. */
  save(): unknown;
  /** Goes on from a saved state; false, and as new, where it is not exactly what `save` gave. */
  restore(saved: unknown): boolean;
  reset(): void;
}

/**
 * The form of a saved state: one that was saved in another is not restored. A journal can be read again for it, but not
 * what was folded out of the journal: whoever changes the form has to read the one before as well.
 */
const VERSION = 1;

/** What is saved. The check proves that it is whole and ours, whatever has happened to it in between. */
interface Saved {
  check: number;
  state: unknown;
}

type State = [profile: Profile, kept: unknown[]];

const checksum = (text: string): number => hash(VERSION + text);

function pack(state: State): Saved {
  const text = toJson(state);
  return { check: checksum(text), state: JSON.parse(text) };
}

/** A copy of what was saved; undefined where it is not ours, or not any more. */
function unpack(saved: unknown): State | undefined {
  try {
    const { check, state } = saved as Saved;
    const text = toJson(state);
    if (check !== checksum(text)) return undefined;
    const [profile, kept] = JSON.parse(text) as State;
    // One that was saved before there was so much to know.
    return [{ ...newProfile(), ...profile }, kept];
  } catch {
    // Not even of that kind.
  }
}

/** Characters of JSON for the state: it goes into a snapshot of 24 kB, with a little about the journal beside it. */
const ROOM = 22_000;

/** Whatever the segments need, so much is left for the profile. */
const PROFILE = 8_000;

/**
 * Makes an engine that knows nothing yet. What is wrong in the configuration is in `errors`; the rest works on.
 *
 * @param predict Says what a model knows: `createPredict` makes it, where the shop has one.
 *
 * @example const engine = createEngine({ segments: { fans: "visitor.visits >= 5" } });
 */
export function createEngine(
  configuration: Omit<Partial<Configuration>, "sinks">,
  predict?: Predict,
): Engine {
  const compile = () =>
    createSegments({ segments: configuration.segments, isFact, affinity: configuration.affinity, pace });
  const settings = readSettings(configuration);
  let segments = compile();
  let profile = newProfile();
  const condition = (text: string) => segments.condition(text);
  const experiments = createExperiments(
    configuration,
    () => profile,
    (when) => condition(when).error?.message,
  );

  // What is asked in the same circumstances is worked out once, until something happens.
  let last: Context | undefined;
  let lastAsking: Asking;
  const forget = (): void => void (last = undefined);
  const asking = (context: Context): Asking => {
    if (context !== last) {
      last = context;
      lastAsking = {
        now: context.now,
        visit: visitAt(profile, context.now),
        fact: factsOf(profile, context, settings, predict),
        until: (name) => changesAt(name, profile, context, settings),
        experiment: experiments.drawn,
      };
      const drawing = {
        fact: lastAsking.fact,
        holds: (text: string) => condition(text).holds(lastAsking),
      };
      // Who takes part may depend on another experiment; what was answered before that was drawn is asked again.
      for (let round = 0; round < 3 && experiments.renew(drawing); round++) lastAsking = { ...lastAsking };
    }
    return lastAsking;
  };
  const quiet = readQuiet(configuration.quiet);
  const zone = configuration.timezone === undefined ? undefined : zoneOf(configuration.timezone);
  const research = researchOf(configuration);
  const knowledge = (context: Context): Knowledge => ({
    profile,
    asking: asking(context),
    condition,
    quiet,
    zone,
    researchOf: research,
    heldOut: experiments.heldOut,
  });

  const engine: Engine = {
    errors: segments.errors,
    get cold() {
      return segments.cold;
    },
    take(event) {
      forget();
      const isNew = takeEvent(profile, event);
      if (isNew) segments.take(event);
      return isNew;
    },
    visitAt: (now) => visitAt(profile, now),
    active(now) {
      forget();
      stayActive(profile, now);
    },
    fact: (name, context) => asking(context).fact(name),
    facts(context) {
      const declared = ["birthday_in", ...profile.declared.map(({ id }) => id)].map((id) => `profile.${id}`);
      return Object.fromEntries(
        [...factNames(), ...declared]
          .map((name) => [name, asking(context).fact(name)])
          .filter(([, value]) => value !== undefined),
      );
    },
    condition: (text) => ({
      error: condition(text).error,
      holds: (context) => condition(text).holds(asking(context)),
    }),
    segments: (context) => [...segments.held(asking(context))],
    nextFlip: (context, experiences = []) =>
      Math.min(
        segments.nextFlip(asking(context)),
        changesAt("visit.pages", profile, context, settings),
        nextMoment(experiences, context, zone),
      ),
    decide: (experiences, situation) => decide(experiences, situation, knowledge(situation)),
    why: (id, experiences, situation) => why(id, experiences, situation, knowledge(situation)),
    variation(id, context) {
      asking(context);
      return experiments.drawn(id);
    },
    experiments,
    recommend: (strategy, options) => recommend(profile, strategy, options),
    shopper: () => ({
      shelf: profile.shelf,
      cart: linesOf(profile).map(({ id }) => id),
      isBought: (id) => profile.bought.includes(hash(id)),
    }),
    isWished: (item) => !!entryOf(profile.shelf, idOf(item))?.wished,
    warm: (events, folded, count) => segments.warm(events, unpack(folded)?.[1], count),
    fold(events, folded) {
      const [before, kept] = unpack(folded) ?? [newProfile(), []];
      const folding = compile();
      // What only this page asks, by conditions of its elements, is answered as well.
      const known = new Set(kept.map((query) => (query as [string])[0]));
      folding.restore([...segments.queries.filter((key) => !known.has(key)).map((key) => [key]), ...kept]);
      for (const event of events) if (takeEvent(before, event)) folding.take(event);
      shrink(before, PROFILE);
      // Only what is asked at a later moment adds up what was before.
      folding.held({ now: before.last, visit: before.visit, fact: () => undefined });
      return pack([before, folding.save(Infinity) as unknown[]]);
    },
    save() {
      forget();
      const kept = segments.save() as unknown[];
      shrink(profile, Math.max(PROFILE, ROOM - toJson(kept).length));
      return pack([profile, kept]);
    },
    restore(saved) {
      if (profile.visit) engine.reset();
      const state = unpack(saved);
      if (!state) return false;
      forget();
      profile = state[0];
      segments.restore(state[1]);
      return true;
    },
    reset() {
      forget();
      profile = newProfile();
      segments = compile();
    },
  };
  return engine;
}
