// What an engine makes of experiments: who has which variation, for how long, and what that changes elsewhere.
import { expect, test } from "vitest";
import { type Configuration, createEngine, type Engine, parseExperience } from "../../src/index.ts";
import { DAY, context, event, NOON, page, tell } from "../make.ts";

const even = { control: 50, bold: 50 };

/** An engine that knows an id which draws `bold` of an even experiment "hero", or another that the test names. */
function visitor(configuration: Partial<Configuration>, unit: string | undefined = "visitor 2"): Engine {
  const engine = createEngine(configuration);
  if (unit) tell(engine, "experiment_unit", { unit });
  return engine;
}
const hero = (engine: Engine, now = NOON) => engine.variation("hero", context({ now }));
const see = (engine: Engine, now = NOON) =>
  tell(engine, "experiment_view", {
    experiment_id: "hero",
    variation: hero(engine, now),
    split: engine.experiments.splitOf("hero"),
    ts: now,
  });
const situation = { ...context(), fired: () => true, showing: () => false };

test("an id draws its variation, another one another, and without one nobody takes part", () => {
  const experiments = { hero: { variations: even } };
  expect(hero(visitor({ experiments }, "visitor 2"))).toBe("bold");
  expect(hero(visitor({ experiments }, "visitor 3"))).toBe("control");
  const nobody = visitor({ experiments }, "");
  expect([hero(nobody), nobody.experiments.awaitsUnit]).toEqual([undefined, true]);
  expect(visitor({ experiments }).experiments.awaitsUnit).toBe(false);
});

test("where there is nothing to draw, no id is asked for", () => {
  expect(createEngine({}).experiments.awaitsUnit).toBe(false);
  expect(createEngine({ holdout: 0.05 }).experiments.awaitsUnit).toBe(true);
});

test("who takes part is asked until the first exposure, and never again", () => {
  const experiments = { hero: { variations: even, when: "visitor.visits <= 1" } };
  const unseen = visitor({ experiments });
  expect(hero(unseen)).toBe("bold");
  expect(hero(unseen, NOON + DAY)).toBeUndefined();

  const seen = visitor({ experiments });
  see(seen);
  tell(seen, "page_view", { ts: NOON + DAY });
  expect(hero(seen, NOON + DAY)).toBe("bold");
});

test("the exposed keep their variation when weights change, and that is noticed", () => {
  const before = visitor({ experiments: { hero: { variations: even } } });
  see(before);
  expect(before.experiments.changed).toEqual([]);
  const after = createEngine({ experiments: { hero: { variations: { control: 100, bold: 0 } } } });
  expect(after.restore(before.save())).toBe(true);
  expect(hero(after)).toBe("bold");
  expect(after.experiments.changed).toEqual(["hero"]);
  // A variation that there is no more is nobody's.
  const without = createEngine({ experiments: { hero: { variations: { control: 1 } } } });
  without.restore(before.save());
  expect(hero(without)).toBeUndefined();
});

test("an id and exposures survive being folded, and are gone with everything else", () => {
  const experiments = { hero: { variations: even } };
  const engine = createEngine({ experiments });
  const folded = engine.fold([
    event("experiment_unit", { unit: "visitor 1" }),
    event("experiment_view", { experiment_id: "hero", variation: "bold" }),
  ]);
  engine.restore(folded);
  expect([hero(engine), engine.experiments.awaitsUnit]).toEqual(["bold", false]);
  engine.reset();
  expect([hero(engine), engine.experiments.awaitsUnit]).toEqual([undefined, true]);
});

test("the segment language knows the variation, and an experiment may be for a segment that asks for another", () => {
  const engine = visitor({
    segments: { bold: 'experiment("hero") = "bold"', deep: 'experiment("second") = "yes"' },
    experiments: {
      third: { variations: { yes: 1 }, when: 'segment("deep")' },
      second: { variations: { yes: 1 }, when: 'segment("bold")' },
      hero: { variations: even },
    },
  });
  expect(engine.segments(context())).toEqual(["bold", "deep"]);
  expect(engine.variation("third", context())).toBe("yes");
  expect(engine.condition('experiment("constructor") != "x"').holds(context())).toBe(false);
});

test("time alone can let somebody take part, and the engine tells when", () => {
  const engine = visitor({ experiments: { hero: { variations: even, when: "now.hour >= 13" } } });
  expect(hero(engine)).toBeUndefined();
  const next = engine.nextFlip(context());
  expect(next).toBeLessThanOrEqual(NOON + 3_600_000);
  expect(hero(engine, NOON + 3_600_000)).toBe("bold");
});

test("an experience belongs to a variation", () => {
  const engine = visitor({ experiments: { hero: { variations: even } } });
  const [bold, control, unknown] = [
    ["bold", "hero"],
    ["control", "hero"],
    ["bold", "none"],
  ].map(([variation, experiment]) =>
    parseExperience({ id: `${variation} ${experiment}`, kind: "message", experiment, variation } as never),
  );
  expect(engine.decide([bold!, control!, unknown!], situation)).toEqual([
    { id: "bold hero", show: true, reasons: [] },
    { id: "control hero", show: false, reasons: ["experiment"], isOther: true },
    { id: "bold none", show: false, reasons: ["experiment"] },
  ]);
  // Nothing else may stand against it: where it would not be shown anyway, nobody is exposed.
  const elsewhere = { ...situation, page: page({ type: "cart" }) };
  const there = parseExperience({ ...control!.configuration, pages: ["home"] });
  expect(engine.decide([there], elsewhere)).toEqual([
    { id: "control hero", show: false, reasons: ["experiment", "where"] },
  ]);
});

test("those held out are shown nothing and take part in nothing", () => {
  const configuration = { holdout: 0.5, experiments: { hero: { variations: { bold: 1 } } } };
  const units = Array.from({ length: 200 }, (_, index) => `visitor ${index}`);
  const held = units.filter((unit) => visitor(configuration, unit).experiments.heldOut);
  expect(held.length).toBeGreaterThan(70);
  expect(held.length).toBeLessThan(130);
  const engine = visitor(configuration, held[0]);
  expect(hero(engine)).toBeUndefined();
  const [experience] = [parseExperience({ id: "it", kind: "message" })];
  expect(engine.decide([experience!], situation)).toEqual([{ id: "it", show: false, reasons: ["holdout"] }]);
  expect(visitor({ ...configuration, holdout: 0 }, held[0]).experiments.heldOut).toBe(false);
  // Who was held out of few is held out of more.
  const few = units.filter((unit) => visitor({ holdout: 0.1 }, unit).experiments.heldOut);
  expect(few.filter((unit) => !held.includes(unit))).toEqual([]);
});

test("a forced variation goes before everything, and is not saved", () => {
  const configuration = { holdout: 0.99, experiments: { hero: { variations: even, when: "false" } } };
  const engine = visitor(configuration);
  engine.experiments.force({ hero: "control" });
  expect([hero(engine), engine.experiments.heldOut]).toEqual(["control", false]);
  const next = createEngine(configuration);
  next.restore(engine.save());
  expect(hero(next)).toBeUndefined();
});

test("what is wrong is told, and stops nothing else", () => {
  const engine = visitor({
    holdout: 5,
    experiments: {
      hero: { variations: even },
      broken: { variations: {} },
      asks: { variations: even, when: "visitr.returning" },
    },
  });
  expect(engine.experiments.errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^experiment "broken": variations: expected weights/),
    expect.stringMatching(/^experiment "asks": when: expected fact in: visitr/),
    "holdout: expected a part of all visitors, such as 0.05, got 5",
  ]);
  expect(hero(engine)).toBe("bold");
  expect(engine.variation("asks", context())).toBeUndefined();
  expect(engine.variation("broken", context())).toBeUndefined();
});

test("a state that was saved before there were experiments is gone on from", () => {
  const engine = visitor({ experiments: { hero: { variations: even } } });
  tell(engine, "purchase", { transaction_id: "1", value: 10 });
  const { state } = engine.save() as { state: [Record<string, unknown>, unknown] };
  for (const name of ["unit", "since", "enrolled"]) delete state[0][name];
  const old = createEngine({ experiments: { hero: { variations: even } } });
  // Its check was made of what it says.
  const folded = old.fold([], undefined) as { state: unknown };
  expect(folded).toBeDefined();
  expect(() => old.restore({ state })).not.toThrow();
});
