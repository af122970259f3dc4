import { expect, test } from "vitest";
import {
  advance,
  type Configuration,
  createEngine,
  drawJourney,
  type JourneyConfiguration,
  parseExperience,
  readJourneys,
  type ShopEvent,
} from "../index.ts";
import { context, DAY, HOUR, NOON } from "../../test/make.ts";

const winBack: JourneyConfiguration = {
  goal: "purchase",
  when: "did(view_item)",
  again: "60d",
  steps: [
    { name: "browsing", next: [{ to: "reminded", after: "1d", when: "did(add_to_cart) # left there" }] },
    {
      name: "reminded",
      next: [
        { to: "offered", after: "2d", when: "visitor.visits >= 4" },
        { to: "rested", after: "5d" },
      ],
    },
    { name: "offered", next: [{ to: "rested", after: "3d" }] },
    { name: "rested", next: [{ to: "browsing", after: "30d" }] },
  ],
};

/** A browser of a visitor: each look at a page may move them on. */
function walk(configuration: Partial<Configuration>) {
  const { journeys, errors } = readJourneys(configuration);
  expect(errors).toEqual([]);
  let engine = createEngine(configuration);
  const journal: ShopEvent[] = [];
  const record = (name: string, now: number, parameters: object = {}): void => {
    const event = { name, ts: now, visit: engine.visitAt(now), ...parameters };
    journal.push(event);
    engine.take(event);
  };
  const look = (now: number): void => {
    const holds = (text: string) => engine.condition(text).holds(context({ now }));
    // Whoever asks first finds what they ask cold.
    for (let asked = false; !asked;) {
      const moves = advance(journeys, holds);
      asked = !engine.cold;
      if (!asked) engine.warm(journal);
      else for (const { event, parameters } of moves) record(event, now, parameters);
    }
  };
  const step = (now: number): string | undefined => {
    for (const { name } of [...configuration.journeys!["win-back"]!.steps, { name: "goal" }]) {
      const it = parseExperience({ id: "it", kind: "message", journey: "win-back", step: name });
      const condition = engine.condition(it.inStep!);
      engine.warm(journal);
      if (condition.holds(context({ now }))) return name;
    }
  };
  return {
    journal,
    /** Visits the shop; the step that they are in then. */
    visit(days: number, ...acts: string[]): string | undefined {
      const now = NOON + days * DAY;
      record("page_view", now);
      acts.forEach((act, index) => record(act, now + 1 + index));
      look(now + 10);
      return step(now + 10);
    },
    /** Another page: what is known is read from the journal, or from what was saved or folded. */
    rebuild(how: "journal" | "saved" | "folded"): void {
      const before = engine;
      engine = createEngine(configuration);
      if (how === "saved") engine.restore(before.save());
      else if (how === "folded") engine.restore(before.fold(journal));
      else for (const event of journal) engine.take(event);
    },
    look,
    step,
  };
}

test("a visitor is led from step to step, over visits", () => {
  const { visit } = walk({ journeys: { "win-back": winBack } });
  expect(visit(0)).toBeUndefined();
  expect(visit(1, "view_item")).toBe("browsing");
  expect(visit(1.5, "add_to_cart")).toBe("browsing");
  expect(visit(2.1)).toBe("reminded");
  expect(visit(3)).toBe("reminded");
  expect(visit(4.2)).toBe("offered");
  expect(visit(8)).toBe("rested");
  expect(visit(30)).toBe("rested");
  expect(visit(38.1)).toBe("browsing");
});

test("of two branches the first that may be taken is; the other waits for its time", () => {
  const { visit } = walk({ journeys: { "win-back": winBack } });
  visit(0, "view_item", "add_to_cart");
  expect(visit(1.1)).toBe("reminded");
  // The third visit: no offer yet.
  expect(visit(3.2)).toBe("reminded");
  const late = walk({ journeys: { "win-back": winBack } });
  late.visit(0, "view_item", "add_to_cart");
  late.visit(1.1);
  expect(late.visit(7)).toBe("rested");
});

test("whoever stays away is where they were, and sees what is due then", () => {
  const { visit } = walk({ journeys: { "win-back": winBack } });
  visit(0, "view_item", "add_to_cart");
  expect(visit(300)).toBe("reminded");
});

test("the goal ends it wherever the visitor is, and after a while it may begin anew", () => {
  const { visit } = walk({ journeys: { "win-back": winBack } });
  visit(0, "purchase", "view_item", "add_to_cart");
  expect(visit(1.1)).toBe("reminded");
  expect(visit(1.2, "purchase")).toBe("goal");
  expect(visit(40)).toBe("goal");
  expect(visit(62)).toBe("browsing");
  // That order is of before.
  expect(visit(62.5)).toBe("browsing");
  expect(visit(63, "purchase")).toBe("goal");
});

test("an event that happened before it was known who is on the way is no goal of it", () => {
  const { visit } = walk({ journeys: { "win-back": winBack } });
  expect(visit(0, "purchase", "view_item")).toBe("browsing");
});

test("a goal may be an expression; for whom it holds already, nothing begins", () => {
  const journeys = { "win-back": { ...winBack, goal: "orders.count >= 1", again: undefined! } };
  const { visit } = walk({ journeys });
  expect(visit(0, "view_item")).toBe("browsing");
  expect(visit(1, "purchase")).toBe("goal");
  expect(visit(400)).toBe("goal");
  expect(walk({ journeys }).visit(0, "purchase", "view_item")).toBeUndefined();
});

test("a step that has nothing to wait for is passed at once, and recorded once", () => {
  const { visit, journal } = walk({
    journeys: {
      "win-back": {
        steps: [
          { name: "a", next: [{ to: "b" }] },
          { name: "b", next: [{ to: "c", when: "did(view_item)" }, { to: "d" }] },
          { name: "c" },
          { name: "d" },
        ],
      },
    },
  });
  expect(visit(0, "view_item")).toBe("c");
  expect(journal.filter(({ name }) => name === "journey_win_back")).toMatchObject([
    { journey: "win-back", step: "c" },
  ]);
  expect(visit(1)).toBe("c");
});

test.each(["journal", "saved", "folded"] as const)("where they are survives what is %s", (how) => {
  const { visit, rebuild, step } = walk({ journeys: { "win-back": winBack } });
  visit(0, "view_item", "add_to_cart");
  visit(1.1);
  rebuild(how);
  expect(step(NOON + 1.2 * DAY)).toBe("reminded");
  visit(1.3);
  rebuild(how);
  expect(visit(3.2)).toBe("offered");
});

test("who is in a step that the shop has taken out begins anew", () => {
  const { visit, journal } = walk({ journeys: { "win-back": winBack } });
  visit(0, "view_item", "add_to_cart");
  expect(visit(1.1)).toBe("reminded");
  const { journeys } = readJourneys({
    journeys: { "win-back": { steps: [{ name: "new" }, { name: "browsing" }] } },
  });
  const engine = createEngine({});
  const holds = (text: string) => engine.condition(text).holds(context({ now: NOON + 2 * DAY }));
  expect(advance(journeys, holds)).toEqual([]);
  engine.warm(journal);
  expect(advance(journeys, holds).map(({ parameters }) => parameters.step)).toEqual(["new"]);
});

test("time alone moves on a visitor who stays, and no visit lasts longer for it", () => {
  const { visit, look, step, journal } = walk({
    journeys: { "win-back": { steps: [{ name: "a", next: [{ to: "b", after: "1h" }] }, { name: "b" }] } },
  });
  visit(0);
  look(NOON + HOUR + 100);
  expect(step(NOON + HOUR + 100)).toBe("b");
  expect(journal.at(-1)).toMatchObject({ visit: 2 });
  const engine = createEngine({});
  for (const event of journal) engine.take(event);
  expect(engine.visitAt(NOON + 10)).toBe(1);
  expect(engine.fact("visitor.visits", context({ now: NOON + HOUR + 200 }))).toBe(2);
});

test("segments may ask where somebody is", () => {
  const { journal, visit } = walk({ journeys: { "win-back": winBack } });
  visit(0, "view_item");
  const segments = { there: 'last(journey_win_back.step where journey = "win-back") = "browsing"' };
  const engine = createEngine({ segments });
  engine.warm(journal);
  expect(engine.segments(context({ now: NOON + DAY }))).toEqual(["there"]);
});

const steps = (...names: string[]) => names.map((name) => ({ name }));
test.each<[string, unknown, string]>([
  ["no steps", {}, 'steps: expected a list such as [{ "name": "browsing" }]'],
  ["nothing at all", null, "steps: expected a list"],
  ["a step twice", { steps: steps("a", "b", "a") }, 'step "a" is there twice'],
  ["a step called goal", { steps: steps("goal") }, "expected a name of letters"],
  ["a name with spaces", { steps: steps("a b") }, 'got "a b"'],
  [
    "an unknown step",
    { steps: [{ name: "browsing", next: [{ to: "remindet" }] }, { name: "reminded" }] },
    'step "browsing" leads to "remindet", and there is no such step: did you mean "reminded"?',
  ],
  [
    "a wait that is none",
    { steps: [{ name: "a", next: [{ to: "goal", after: "soon" }] }] },
    'step "a", after: expected a duration, such as "2d", got "soon"',
  ],
  ["no text", { steps: [{ name: "a", next: [{ to: "goal", when: 3 }] }] }, 'step "a", when: expected a text'],
  ["no list", { steps: [{ name: "a", next: {} }] }, "next: expected a list"],
  [
    "a circle without waiting",
    {
      steps: [
        { name: "a", next: [{ to: "b", after: "1d" }] },
        { name: "b", next: [{ to: "c", when: "did(view_item)" }] },
        { name: "c", next: [{ to: "goal" }, { to: "b" }] },
      ],
    },
    'b → c → b leads back without waiting: give one of them an "after", such as "1d"',
  ],
  ["a step that leads to itself", { steps: [{ name: "a", next: [{ to: "a" }] }] }, "a → a leads back"],
  ["an expression", { goal: "orders.cuont > 1", steps: steps("a") }, "goal: no good"],
])("%s is told, and nobody sets out", (_what, journey, message) => {
  const told = readJourneys({ journeys: { tour: journey as JourneyConfiguration } }, (text) =>
    text.includes("cuont") ? "no good" : undefined,
  );
  expect(told.journeys).toEqual([]);
  expect(told.errors[0]).toContain(`journey "tour": `);
  expect(told.errors[0]).toContain(message);
});

test("an experience of a journey or a step that there is not is told", () => {
  const it = { id: "it", kind: "message" } as const;
  const { errors } = readJourneys({
    journeys: { "win-back": winBack },
    experiences: [
      { ...it, journey: "winback", step: "reminded" },
      { ...it, journey: "win-back", step: "remindd" },
      { ...it, journey: "win-back", step: "goal" },
      { ...it, journey: "win-back" },
      it,
    ],
  });
  expect(errors).toEqual([
    'experience "it": there is no journey "winback": did you mean "win-back"?',
    'experience "it": the journey "win-back" has no step "remindd": did you mean "reminded"?',
  ]);
});

test("two names that are one event are told", () => {
  const { errors } = readJourneys({ journeys: { "a-b": { steps: steps("x") }, a_b: { steps: steps("x") } } });
  expect(errors).toEqual(['journey "a_b": another journey is called so, but for - and _']);
});

test("a step without a journey cannot be read", () => {
  expect(() => parseExperience({ id: "it", kind: "message", step: "reminded" })).toThrow(
    "journey, step: expected a name",
  );
});

test("a journey is drawn", () => {
  expect(drawJourney(winBack)).toMatchInlineSnapshot(`
    "flowchart LR
      start(( ))
      s0["browsing"]
      s1["reminded"]
      s2["offered"]
      s3["rested"]
      goal_{{"goal: purchase"}}
      start -->|"when did(view_item)"| s0
      s0 -->|"after 1d, when did(add_to_cart) #35; left there"| s1
      s1 -->|"after 2d, when visitor.visits #62;= 4"| s2
      s1 -->|"after 5d"| s3
      s2 -->|"after 3d"| s3
      s3 -->|"after 30d"| s0
      s0 -.-> goal_
      s1 -.-> goal_
      s2 -.-> goal_
      s3 -.-> goal_
      goal_ -->|"after 60d"| s0
    "
  `);
});
