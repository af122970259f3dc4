import { join } from "node:path";
import { bundle } from "../kit/bundle.mjs";
import { importBuilt, write } from "../kit/built.mjs";
import { root } from "../kit/paths.mjs";
import {
  buildEngine,
  buildSegments,
  engines as ruleEngines,
  loadEngine,
  loadSegments,
} from "../rules/engines.mjs";
import { nest } from "../rules/visitors.mjs";
import { hour, minute } from "./expressions.mjs";
import { scanning } from "./scan.mjs";
import { textsOf } from "./segments-of-a-shop.mjs";
import { toRule } from "./to-rule.mjs";

/** Compiles segments with our engine. */
export function openOurs(segments, { createSegments, pace }) {
  const opened = createSegments({ segments: textsOf(segments), pace });
  if (opened.errors.length) throw new Error(JSON.stringify(opened.errors[0]));
  return opened;
}

const shopkeeper = {
  prepare: buildSegments,
  load: loadSegments,
  open(segments, library) {
    const opened = openOurs(segments, library);
    return {
      warm: (history) => opened.warm(history),
      take: (event) => opened.take(event),
      held: ({ asking }) => opened.held(asking),
      nextFlip: ({ asking }) => opened.nextFlip(asking),
      namesOf: (held) => held,
    };
  },
};

/** The same as a page has it, which works the facts out as well. They are its own: answers may be others. */
const wholeEngine = {
  prepare: buildEngine,
  load: loadEngine,
  open(segments, { createEngine }) {
    const engine = createEngine({ segments: textsOf(segments) });
    return {
      warm(history) {
        for (const event of history) engine.take(event);
        engine.warm(history);
      },
      take: (event) => engine.take(event),
      held: ({ context }) => engine.segments(context),
      nextFlip: ({ context }) => engine.nextFlip(context),
      namesOf: (held) => held,
    };
  },
};

/** The naive evaluator of the engine's tests: far too slow to be a rival, and right. It is asked about a few. */
const naive = {
  prepare: async () =>
    write(
      "naive.mjs",
      await bundle(`export * from "${join(root, "packages/engine/test/segments/naive.ts")}"`, {
        format: "esm",
      }),
    ),
  load: () => importBuilt("naive.mjs"),
  open(segments, { holding }) {
    const events = [];
    const world = {
      events,
      segments,
      experiments: {},
      dimensions: { brand: "item_brand", category: "item_category" },
      weights: { view_item: 1, select_item: 1, search: 1, view_item_list: 1, add_to_cart: 4, purchase: 6 },
      halfLife: 30 * 86_400_000,
    };
    // Fewer after a long history, so that it takes seconds.
    const every = () => (events.length < 50_000 ? 1 : 5);
    const sample = () => Object.keys(segments).filter((_, index) => index % every() === 0);
    return {
      warm: (history) => void history.forEach((event) => events.push(event)),
      take: (event) => void events.push(event),
      held({ now, visit, facts }) {
        const fact = (name) => facts[name];
        const names = sample();
        const held = holding(
          { ...world, now, visit, fact },
          names.map((name) => segments[name]),
        );
        return names.filter((_, index) => held[index]);
      },
      namesOf: (held) => held,
      sample,
    };
  },
};

const scan = {
  load: () => undefined,
  open: (segments) => ({ ...scanning(segments), namesOf: (held) => held }),
};

const limitScript = "facts-of-a-shop.mjs";

/** One that evaluates all segments at each asking. It has nothing to learn from events. */
const evaluating = (engine) => ({
  rival: engine.rival,
  prepare: (segments) => engine.prepare?.(Object.values(segments).map(toRule), limitScript),
  load: () => engine.load(limitScript),
  open(segments, library) {
    const names = Object.keys(segments);
    const tests = engine.tests(Object.values(segments).map(toRule), library);
    return {
      warm() {},
      take() {},
      held({ nested }) {
        const held = [];
        for (let index = 0; index < tests.length; index++) if (tests[index](nested)) held.push(index);
        return held;
      },
      namesOf: (held) => held.map((index) => names[index]),
    };
  },
});

const answeringFacts = Object.entries(ruleEngines)
  .filter(([, { tests }]) => tests)
  .map(([name, engine]) => [name, evaluating(engine)]);

/**
 * By set of segments, how each engine takes them: `prepare` once, in the process that measures all; then in a process
 * of its own `load`, and `open`, which compiles them and gives
 * `warm(history)`, `take(event)`, `held(asked)` with what `askedAt` gives, and `namesOf(held)` for what that has given.
 */
export const engines = {
  typical: { Shopkeeper: shopkeeper, "whole engine": wholeEngine, "full scan": scan, naive },
  facts: { Shopkeeper: shopkeeper, ...Object.fromEntries(answeringFacts) },
};

const untilHour = /^now\.|^geo\.season$/;
const ofBrowser = /^(device|geo|consent)\.|^visit\.(time|idle)$/;

/** What all are asked with: ours with `asking` or `context`, those that have rules with `nested`, others with the rest. */
export function askedAt({ event: { ts: now }, visit, facts, page }) {
  const known = facts();
  const asking = {
    now,
    visit,
    fact: (name) => known[name],
    // With the clock, or when the visit ends.
    until: (name) => (untilHour.test(name) ? now - (now % hour) + hour : now + 30 * minute + 1),
  };
  const environment = Object.fromEntries(Object.entries(known).filter(([name]) => ofBrowser.test(name)));
  const context = { now, timezoneOffset: 0, page: page(), environment };
  return { now, visit, facts: known, nested: nest(known), asking, context };
}
