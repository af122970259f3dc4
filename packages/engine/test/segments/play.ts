import { expect } from "vitest";
import type { ShopEvent } from "../../src/event.ts";
import { createSegments, type Asking, type Condition, type Segments } from "../../src/segment/segments.ts";
import type { Action, Parameters } from "./actions.ts";
import { FACTS } from "./any-expression.ts";
import { createFacts } from "./changing-facts.ts";
import { print, type Expression } from "./expression.ts";
import { heldNow, holding, type World } from "./naive.ts";

const START = 1_750_000_000_000;
const AFFINITY = { halfLife: "30s", dimensions: { brand: "brand", tag: "tags" }, weights: { share: 2 } };
const WEIGHTS = {
  view_item: 1,
  select_item: 1,
  search: 1,
  view_item_list: 1,
  add_to_wishlist: 3,
  add_to_cart: 4,
  purchase: 6,
  share: 2,
};

/** Time alone changes the answers of one history no more often than this. */
const REST = 5000;

export interface Play {
  segments: Record<string, Expression>;
  /** Conditions that a page may compile at any time. */
  later: Expression[];
  actions: Action[];
  /** What may turn cold though it is not new; `after` stands for all that has to see its events in order. */
  mayTurnCold: "nothing" | "after" | "anything";
}

/** Plays the actions; at every asking the answers have to be those of the naive evaluator. */
export function play({ segments: expressions, later, actions, mayTurnCold }: Play): void {
  const names = Object.keys(expressions);
  const texts = names.map((name) => print(expressions[name]!));
  const laterTexts = later.map(print);
  const excused =
    mayTurnCold === "anything" || (mayTurnCold === "after" && /\bafter\b/.test(`${texts} ${laterTexts}`));
  const facts = createFacts();
  const world: World = {
    now: START,
    visit: 3,
    events: [],
    segments: {},
    fact: facts.value,
    experiments: {},
    dimensions: AFFINITY.dimensions,
    weights: WEIGHTS,
    halfLife: 30_000,
  };
  let clock = START;
  let visit = 3;
  /** From when on each visit was. */
  const visits = [{ from: -Infinity, visit }];
  let segments: Segments;
  let conditions: Map<number, Condition>;
  /** The texts that have seen the history on some page. */
  const warmed = new Set<string>();
  let asked: Asking | undefined;

  const isNew = (): boolean => {
    const open = texts.slice(0, Object.keys(world.segments).length);
    for (const which of conditions.keys()) open.push(laterTexts[which]!);
    return open.some((text) => !warmed.has(text));
  };
  const warm = (): void => {
    segments.warm(world.events);
    expect(segments.cold).toBe(false);
    texts.slice(0, Object.keys(world.segments).length).forEach((text) => warmed.add(text));
    for (const which of conditions.keys()) warmed.add(laterTexts[which]!);
  };
  const open = (count: number, saved?: unknown): void => {
    const has = names.slice(0, count);
    world.segments = Object.fromEntries(has.map((name) => [name, expressions[name]!]));
    segments = createSegments({
      segments: Object.fromEntries(has.map((name, index) => [name, texts[index]!])),
      affinity: AFFINITY,
      pace: (name) => FACTS[name],
    });
    expect(segments.errors).toEqual([]);
    conditions = new Map();
    if (saved) segments.restore(JSON.parse(JSON.stringify(saved)));
  };
  const take = (event: Parameters, late = 0, other = 0): void => {
    const ts = clock - late;
    const during = visits.filter(({ from }) => from <= ts).at(-1)!.visit;
    const happened: ShopEvent = { ...event, ts, visit: during + other };
    world.events.push(happened);
    segments.take(happened);
  };
  const laterNow = (at: World): boolean[] =>
    holding(
      at,
      [...conditions.keys()].map((which) => later[which]!),
    );
  const laterHeld = (asking: Asking): boolean[] => [...conditions.values()].map((one) => one.holds(asking));

  /** What is cold does not hold, and what is not is right. */
  const checkCold = (asking: Asking, held: readonly string[]): void => {
    if (!isNew() && !excused) expect.fail("it turned cold");
    const expected = heldNow(world);
    expect(expected).toEqual(expect.arrayContaining([...held]));
    if (excused) return;
    const known = Object.keys(world.segments).findIndex((_, index) => !warmed.has(texts[index]!));
    const wasThere = (name: string): boolean => known < 0 || names.indexOf(name) < known;
    expect(held.filter(wasThere)).toEqual(expected.filter(wasThere));
    laterHeld(asking).forEach((holds, index) => expect([false, laterNow(world)[index]]).toContain(holds));
  };

  /** Between now and the next flip nothing changes. */
  const checkFlip = (asking: Asking, expected: readonly string[], between: number): number => {
    const flip = segments.nextFlip(asking);
    expect(flip).toBeGreaterThan(world.now);
    // The last whole millisecond before, and any other.
    const last = Math.min(Math.ceil(flip) - 1, world.now + 100_000);
    for (const now of new Set([last, world.now + Math.ceil((last - world.now) * between)])) {
      if (now === world.now) continue;
      const then = { ...world, now };
      expect([now, heldNow(then)]).toEqual([now, expected]);
      expect([now, laterNow(then)]).toEqual([now, laterNow(world)]);
    }
    return flip;
  };

  const answer = (asking: Asking, leaveCold: boolean, between: number): number => {
    const held = segments.held(asking);
    const conditionsHeld = laterHeld(asking);
    if (segments.cold) {
      checkCold(asking, held);
      if (leaveCold) return Infinity;
      warm();
    } else {
      expect(conditionsHeld).toEqual(laterNow(world));
    }
    const expected = heldNow(world);
    expect(segments.held(asking)).toEqual(expected);
    expect(laterHeld(asking)).toEqual(laterNow(world));
    for (const name in world.segments) expect(segments.holds(name, asking)).toBe(expected.includes(name));
    return checkFlip(asking, expected, between);
  };

  const askingAt = (now: number, visit: number): Asking => {
    world.now = now;
    world.visit = visit;
    const { experiments } = world;
    return {
      now,
      visit,
      fact: (name) => facts.value(name, now),
      until: (name) => facts.until(name, now),
      experiment: (name) => experiments[name],
    };
  };

  open(names.length);
  segments!.warm([]);
  texts.forEach((text) => warmed.add(text));
  let flip = Infinity;
  for (const action of actions) {
    switch (action.do) {
      case "wait":
        clock += action.ms;
        break;
      case "leap":
        if (flip < Infinity) clock = Math.max(clock, Math.ceil(flip) + action.by);
        break;
      case "visit":
        visits.push({ from: clock, visit: ++visit });
        break;
      case "learn":
        facts.learn(
          action.name,
          { at: clock, value: action.value },
          action.later && { at: clock + action.later.in, value: action.later.value },
        );
        break;
      case "enroll":
        world.experiments = action.variation === undefined ? {} : { hero: action.variation };
        break;
      case "compile":
        if (later[action.which]) {
          const text = laterTexts[action.which]!;
          conditions!.set(action.which, segments!.condition(text));
          expect(segments!.condition(text)).toBe(conditions!.get(action.which));
        }
        break;
      case "save":
        segments!.save();
        break;
      case "reload":
        open(1 + (action.segments % names.length), segments!.save());
        break;
      case "take":
        take(action.event, action.late, action.visits);
        break;
      case "ask":
        asked = askingAt(clock - action.back, visit - action.visits);
        flip = answer(asked, action.cold, action.between);
        if (action.meanwhile) {
          take(action.meanwhile);
          flip = answer(asked, action.cold, action.between);
        }
        break;
      default:
    }
  }
  if (mayTurnCold === "nothing") comesToRest();

  /** Nobody is woken again and again for nothing. */
  function comesToRest(): void {
    let now = clock;
    for (let flips = 0; now < Infinity; flips++) {
      expect(flips).toBeLessThan(REST);
      now = segments.nextFlip(askingAt(now, visit));
    }
  }
}
