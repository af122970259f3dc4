import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain, replay, type Missing, type Part } from "../../src/index.ts";
import { patience, runs } from "../runs.ts";
import { EVENTS, FACTS, few, readable, single } from "../segments/any-expression.ts";
import { print, type Expression } from "../segments/expression.ts";
import { apply, eventsFor, holds, later, partsOf, type Body, type World } from "./apply.ts";

const AT = 1_750_000_000_000;
const AFFINITY = { halfLife: "30s", dimensions: { brand: "brand", tag: "tags" }, weights: { share: 2 } };

const value = fc.constantFrom<unknown>("Prada", "GUCCI ", "7", 7, 3, 0.5, true, false, ["S", 7], undefined);
const fields = { price: value, quantity: value, brand: value, tags: value, on_sale: value };
const body: fc.Arbitrary<Body> = fc
  .record({
    name: fc.constantFrom(...EVENTS),
    own: fc.record(fields, { noNullPrototype: true }),
    items: fc.option(fc.array(fc.record(fields, { noNullPrototype: true }), { maxLength: 2 }), {
      nil: undefined,
    }),
  })
  .map(({ name, own, items }) => ({ ...own, name, ...(items && { items }) }));

const ages = fc.constantFrom(-5000, 0, 1, 999, 1000, 4000, 5000, 9000, 20_000, 44_000, 60_000);
const world: fc.Arbitrary<World> = fc
  .record({
    visit: fc.integer({ min: 1, max: 3 }),
    happened: fc.array(fc.tuple(body, ages, fc.integer({ min: 1, max: 3 })), { maxLength: 12 }),
    facts: fc.record(
      Object.fromEntries(
        Object.keys(FACTS).map((name) => [name, FACTS[name] ? fc.oneof(ages, value) : value]),
      ),
      { requiredKeys: [], noNullPrototype: true },
    ),
    experiments: fc.constantFrom<Record<string, string>[]>({}, { hero: "Prada" }, { hero: "gucci" }),
  })
  .map(({ visit, happened, facts, experiments }) => ({
    at: AT,
    visit,
    events: happened.map(([body, age, during]) => ({ ...body, ts: AT - age, visit: during })),
    facts,
    experiments,
    affinity: AFFINITY,
  }));

/** Something of every kind, to make events of that are as is asked for. */
const pool: Body[] = fc.sample(body, { numRuns: 80, seed: 7 });

const texts = (expressions: Record<string, Expression>): Record<string, string> =>
  Object.fromEntries(Object.entries(expressions).map(([name, each]) => [name, print(each)]));

const readableOne = single.map((expression) => readable({ condition: expression }));

/** The parts that tell by themselves what is missing. */
const wrongParts = (world: World, text: string): Part[] =>
  partsOf(explain({ ...world, text })).filter(({ missing }) => missing);

describe("an explanation is true", () => {
  test(
    "a segment holds in it where it holds in a replay",
    () =>
      fc.assert(
        fc.property(few.map(readable), world, (expressions, world) => {
          const segments = texts(expressions);
          const { at, visit, facts, experiments, events, affinity } = world;
          const probes = [{ at, visit, facts, experiments }];
          const [answer] = replay({ segments, events, probes, affinity });
          const held = Object.keys(segments).filter((name) => explain({ ...world, segments, name }).holds);
          expect(held.sort()).toEqual(answer!.held);
        }),
        runs(0.1),
      ),
    patience(60_000),
  );

  test(
    "each part, as it is written there, holds as it says",
    () =>
      fc.assert(
        fc.property(readableOne, world, ({ condition }, world) => {
          for (const part of partsOf(explain({ ...world, text: print(condition) })))
            expect([part.text, holds(world, part.text)]).toEqual([part.text, part.holds]);
        }),
        runs(0.1),
      ),
    patience(60_000),
  );

  test(
    "it is plain data",
    () =>
      fc.assert(
        fc.property(readableOne, world, ({ condition }, world) => {
          const explanation = explain({ ...world, text: print(condition) });
          expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
        }),
        runs(0.02),
      ),
    patience(60_000),
  );
});

describe("what is said to be missing is what is missing", () => {
  test(
    "where it comes about, the part is as it is wanted",
    () => {
      const seen: Record<string, number> = {};
      fc.assert(
        fc.property(readableOne, world, ({ condition }, world) => {
          for (const part of wrongParts(world, print(condition))) {
            for (const missing of part.missing!) {
              for (const then of apply(world, part, missing, pool)) {
                seen[missing.kind] = (seen[missing.kind] ?? 0) + 1;
                expect([part.text, missing, then.at, holds(then, part.text)]).toEqual([
                  part.text,
                  missing,
                  then.at,
                  part.wanted,
                ]);
              }
            }
          }
        }),
        runs(0.3),
      );
      // Each kind came about, or nothing was tried.
      const kinds: Missing["kind"][] = ["events", "steps", "wait", "visit", "fact", "experiment", "strength"];
      for (const kind of kinds) expect([kind, seen[kind]]).toEqual([kind, expect.any(Number)]);
    },
    patience(90_000),
  );

  test(
    "until the moment that it waits for, and with one event less, it is not yet so",
    () =>
      fc.assert(
        fc.property(readableOne, world, fc.nat(), ({ condition }, world, between) => {
          for (const part of wrongParts(world, print(condition))) {
            for (const missing of part.missing!) {
              if (missing.kind === "wait") {
                const last = missing.until - 1;
                for (const at of [last, AT + (between % (missing.until - AT))])
                  expect([part.text, at, holds(later(world, at), part.text)]).toEqual([
                    part.text,
                    at,
                    !part.wanted,
                  ]);
              }
              if (missing.kind === "events" && missing.times > 1) {
                const made = eventsFor(missing, pool, world.visit, missing.times - 1);
                if (!made) continue;
                const events = [
                  ...world.events,
                  ...made.map((each) => ({ ...each, ts: AT, visit: world.visit })),
                ];
                expect([part.text, holds({ ...world, events }, part.text)]).toEqual([
                  part.text,
                  !part.wanted,
                ]);
              }
            }
          }
        }),
        runs(0.1),
      ),
    patience(60_000),
  );

  test(
    "what is never so does not become so by what happens or by waiting",
    () =>
      fc.assert(
        fc.property(readableOne, world, fc.array(fc.nat(pool.length - 1)), ({ condition }, world, which) => {
          for (const part of wrongParts(world, print(condition))) {
            if (!part.missing!.some(({ kind }) => kind === "never" || kind === "types")) continue;
            const { events } = later(world, AT);
            which.forEach((index, times) => {
              const at = AT + times * 3000;
              events.push({ ...pool[index]!, ts: at, visit: world.visit });
              expect([part.text, holds({ ...later(world, at), events }, part.text)]).toEqual([
                part.text,
                !part.wanted,
              ]);
            });
          }
        }),
        runs(0.1),
      ),
    patience(60_000),
  );
});
