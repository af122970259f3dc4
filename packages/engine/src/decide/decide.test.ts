import { expect, test } from "vitest";
import type { ExperienceConfiguration, QuietConfiguration } from "../configuration.ts";
import { type Exposure, newExposure } from "../profile/exposures.ts";
import { context, DAY, HOUR, NOON, page } from "../../test/make.ts";
import { hash } from "../hash.ts";
import { decide, type Decision } from "./decide.ts";
import { parseExperience } from "./experience.ts";
import { readQuiet } from "./quiet.ts";
import { why } from "./why.ts";
import { zoneOf } from "./zone.ts";

/** A visitor in the second visit on the home page, for whom `vip` holds and nothing else. */
interface Story {
  path?: string;
  type?: "home" | "product" | "checkout" | "order";
  now?: number;
  fired?: string[];
  showing?: string[];
  exposures?: Partial<Exposure>[];
  lastOrder?: number;
  quiet?: QuietConfiguration;
  timezone?: string;
  consent?: string;
  /** The id of the product that the page is about, and of those that are bought and in the cart. */
  product?: string;
  bought?: string[];
  inCart?: string[];
  /** The step of the journey `win-back`. */
  step?: string;
  /** Five brands were looked at in one visit. */
  research?: boolean;
}

const shape = { id: "it", kind: "message" as const };

function tellOf(
  experiences: Partial<ExperienceConfiguration>[],
  story: Story = {},
): Parameters<typeof decide> {
  const { path = "/", type = "home", now = NOON, fired = [], showing = [], exposures = [] } = story;
  const { bought = [], inCart = [], product } = story;
  return [
    experiences.map((experience) => parseExperience({ ...shape, ...experience })),
    {
      ...context({ now, page: page({ path, type, ...(product && { product: { item_id: product } }) }) }),
      fired: (id: string) => fired.includes(id),
      showing: (id: string) => showing.includes(id),
    },
    {
      profile: {
        exposures: exposures.map((exposure) => ({ ...newExposure("it"), ...exposure })),
        lastOrder: story.lastOrder ?? 0,
        bought: bought.map(hash),
        lines: inCart.map((id) => ({ id, quantity: 1 })),
        changes: [],
      },
      asking: {
        now,
        visit: 2,
        fact: (name: string) => (name === "consent.personalization" ? story.consent : undefined),
      },
      condition: (text: string) => ({
        holds: () =>
          text === "vip" ||
          text === `last(journey_win_back.step) = "${story.step}"` ||
          (text === "research" && !!story.research),
        error: text === "?" ? { line: 1, column: 1, message: "expected a condition" } : undefined,
      }),
      quiet: readQuiet(story.quiet),
      zone: story.timezone ? zoneOf(story.timezone) : undefined,
      researchOf: (when: string) => (when === "vip" ? ["research"] : []),
    },
  ];
}

/** Decides, and holds against it what is told of why. */
function decideOn(experiences: Partial<ExperienceConfiguration>[], story: Story = {}): Decision[] {
  const [parsed, situation, knowledge] = tellOf(experiences, story);
  const decisions = decide(parsed, situation, knowledge);
  for (const decision of decisions) {
    const { rules, ...same } = why(decision.id, parsed, situation, knowledge)!;
    expect(same).toEqual(decision);
    const against = rules.flatMap(({ rule, holds }) => (holds ? [] : rule));
    expect([...new Set(against)]).toEqual(decision.reasons);
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  }
  return decisions;
}

const popup = { kind: "popup" as const, trigger: "load", cap: "9 per visit" };
const shownHere: Partial<Exposure> = { total: 1, recent: [[NOON - 1000, 2]] };
/** Two pop-ups in a row that were waved away, the last an hour ago in the visit before. */
const wavedAway = (last: Partial<Exposure> = {}): Partial<Exposure>[] => [
  { id: "a", kind: "popup", total: 1, recent: [[NOON - 5 * DAY, 1]], dismissals: [NOON - 5 * DAY] },
  { id: "b", kind: "tour", total: 1, recent: [[NOON - HOUR, 1]], dismissals: [NOON - HOUR], ...last },
];
const shownBefore: Partial<Exposure> = { total: 1, recent: [[NOON - 5 * DAY, 1]] };

test.each<[string, Partial<ExperienceConfiguration>, Story, string]>([
  ["nothing said is shown to everyone, everywhere, at once", {}, {}, ""],

  ["who: shown to those for whom it holds", { when: "vip" }, {}, ""],
  ["who: not to others", { when: "fan" }, {}, "who"],
  [
    "who: an expression that cannot be compiled is an error, and nothing is shown",
    { when: "?" },
    {},
    "error",
  ],

  ["where: on a page of the type", { pages: ["home"] }, {}, ""],
  ["where: on a path that matches", { pages: ["/sale/*"] }, { path: "/sale/coats" }, ""],
  ["where: not elsewhere", { pages: ["product", "/sale/*"] }, {}, "where"],
  ["where: one text is a list of one", { pages: "home" as never }, {}, ""],
  ["where: of no pages at all, nowhere", { pages: [] }, {}, "where"],

  ["when: not before", { from: "2026-11-27T12:01Z" }, {}, "when"],
  ["when: from then on", { from: "2026-11-27T12:00Z" }, {}, ""],
  ["when: until just before", { until: "2026-11-27T12:01Z" }, {}, ""],
  ["when: then no more", { until: "2026-11-27T12:00Z" }, {}, "when"],

  [
    "when: in the shop's zone, whatever the visitor's clock shows",
    { from: "2026-11-27T13:00" },
    { timezone: "Europe/Berlin" },
    "",
  ],
  ["when: and not before", { from: "2026-11-27T13:01" }, { timezone: "Europe/Berlin" }, "when"],
  [
    "when: a zone that nobody knows is an error",
    { until: "2026-11-27T23:00" },
    { timezone: "Europe/Berlinn" },
    "error",
  ],
  [
    "when: but not where an offset is written",
    { until: "2026-11-27T23:00Z" },
    { timezone: "Europe/Berlinn" },
    "",
  ],

  ["trigger: waits for it", { trigger: "scroll 50%" }, {}, "trigger"],
  ["trigger: comes when it has gone off", { trigger: "scroll 50%" }, { fired: ["it"] }, ""],
  ["trigger: load needs none", { trigger: "exit, load" }, {}, ""],

  ["cap: not one time more", { cap: "1 per visit" }, { exposures: [shownHere] }, "cap"],
  ["cap: again in the next visit", { cap: "1 per visit" }, { exposures: [shownBefore] }, ""],
  ["cap: one of several is enough", { cap: "9 ever, 1 per 7d" }, { exposures: [shownHere] }, "cap"],
  [
    "cap: that of another experience is its own",
    { cap: "1 ever" },
    { exposures: [{ ...shownHere, id: "b" }] },
    "",
  ],
  ["cap: what was dismissed in this visit stays away without one", {}, { exposures: [{ over: 2 }] }, "cap"],
  ["cap: what was dismissed in an earlier visit may come again", {}, { exposures: [{ over: 1 }] }, ""],

  [
    "cap: not after so many dismissals",
    { cap: "2 dismissals ever" },
    { exposures: [{ dismissals: [NOON - 40 * DAY, NOON - 20 * DAY] }] },
    "cap",
  ],
  [
    "cap: one dismissal is not two",
    { cap: "2 dismissals ever" },
    { exposures: [{ dismissals: [NOON - 20 * DAY] }] },
    "",
  ],

  ["quiet: a first pop-up", popup, {}, ""],
  ["quiet: none after two in a row that were dismissed", popup, { exposures: wavedAway() }, "quiet"],
  ["quiet: again after a week", popup, { exposures: wavedAway(), now: NOON - HOUR + 7 * DAY }, ""],
  ["quiet: not before", popup, { exposures: wavedAway(), now: NOON - HOUR + 7 * DAY - 1 }, "quiet"],
  [
    "quiet: as long as the shop says, after dismissals too",
    popup,
    { exposures: wavedAway(), quiet: { afterDismissals: "30m" } },
    "",
  ],
  ["quiet: one that was dismissed is none in a row", popup, { exposures: wavedAway().slice(1) }, ""],
  [
    "quiet: a click in between ends the row",
    popup,
    {
      exposures: [
        ...wavedAway(),
        { id: "c", kind: "popup", total: 1, recent: [[NOON - 2 * DAY, 1]], click: NOON - 2 * DAY },
      ],
    },
    "",
  ],
  [
    "quiet: so does what it was for, done after that",
    popup,
    { exposures: wavedAway({ convert: NOON - 1 }) },
    "",
  ],
  [
    "quiet: a bar that was closed is no interruption",
    popup,
    { exposures: wavedAway({ kind: "message" }) },
    "",
  ],
  ["quiet: two dismissals do not stop a rail", { kind: "rail" }, { exposures: wavedAway() }, ""],

  ["consent: no pop-up while it is asked for", popup, { consent: "pending" }, "consent"],
  ["consent: it comes once it is granted", popup, { consent: "granted" }, ""],
  ["consent: what stands in the page does not wait", {}, { consent: "pending" }, ""],
  [
    "consent: what is on the page stays, where it is asked for anew",
    popup,
    { consent: "pending", showing: ["it"] },
    "",
  ],

  ["owned: nothing about what was bought", { about: ["coat"] }, { bought: ["coat"] }, "owned"],
  ["owned: nothing about what is in the cart", { about: ["hat", "coat"] }, { inCart: ["coat"] }, "owned"],
  ["owned: about others it may speak", { about: ["coat"] }, { bought: ["hat"], inCart: ["scarf"] }, ""],
  [
    "owned: nothing about the product of the page",
    { about: "product" },
    { type: "product", product: "coat", inCart: ["coat"] },
    "owned",
  ],
  ["owned: on a page without a product there is none", { about: "product" }, { bought: ["coat"] }, ""],
  [
    "owned: what does not say what it is about, is about anything",
    {},
    { product: "coat", bought: ["coat"] },
    "",
  ],
  ["owned: unless the cart is its purpose", { about: ["coat"], purpose: "cart" }, { inCart: ["coat"] }, ""],
  [
    "owned: which does not excuse what was bought",
    { about: ["coat"], purpose: "cart" },
    { inCart: ["coat"], bought: ["coat"] },
    "owned",
  ],
  [
    "owned: but for who is to buy it again",
    { about: ["coat"], purpose: ["cart", "buy-again"] },
    { inCart: ["coat"], bought: ["coat"] },
    "",
  ],
  [
    "owned: it goes when the product is put in the cart",
    { about: ["coat"] },
    { inCart: ["coat"], showing: ["it"] },
    "owned",
  ],

  ["research: a taste that is none yet", { when: "vip" }, { research: true }, "research"],
  ["research: matters to nobody who asks for no taste", {}, { research: true }, ""],

  ["journey: in its step", { journey: "win-back", step: "reminded" }, { step: "reminded" }, ""],
  ["journey: not in another", { journey: "win-back", step: "reminded" }, { step: "offered" }, "journey"],
  ["journey: not before it has begun", { journey: "win-back", step: "reminded" }, {}, "journey"],
  [
    "journey: it goes when the step is left",
    { journey: "win-back", step: "reminded" },
    { step: "offered", showing: ["it"] },
    "journey",
  ],

  [
    "quiet: no second pop-up in a visit",
    popup,
    { exposures: [{ ...shownHere, id: "b", kind: "popup" }] },
    "quiet",
  ],
  ["quiet: its own show counts", popup, { exposures: [shownHere] }, "quiet"],
  [
    "quiet: what is no pop-up does not count",
    popup,
    { exposures: [{ ...shownHere, id: "b", kind: "rail" }] },
    "",
  ],
  [
    "quiet: a pop-up of an earlier visit does not",
    popup,
    { exposures: [{ ...shownBefore, kind: "popup" }] },
    "",
  ],
  [
    "quiet: two, where the shop says two",
    popup,
    { exposures: [shownHere], quiet: { popupsPerVisit: 2 } },
    "",
  ],
  ["quiet: none, where the shop says none", popup, { quiet: { popupsPerVisit: 0 } }, "quiet"],
  ["quiet: none within a day after a purchase", popup, { lastOrder: NOON - 23 * HOUR }, "quiet"],
  ["quiet: again after that", popup, { lastOrder: NOON - 24 * HOUR }, ""],
  [
    "quiet: as long as the shop says",
    popup,
    { lastOrder: NOON - 2 * DAY, quiet: { afterPurchase: "3d" } },
    "quiet",
  ],
  [
    "quiet: a time that cannot be read is a day",
    popup,
    { lastOrder: NOON - HOUR, quiet: { afterPurchase: "long" } },
    "quiet",
  ],
  ["quiet: none at checkout", popup, { type: "checkout" }, "quiet"],
  ["quiet: none where the shop says", popup, { type: "product", quiet: { pages: ["product"] } }, "quiet"],
  [
    "quiet: a tour is a pop-up",
    { ...popup, kind: "tour" },
    { exposures: [{ ...shownHere, id: "b", kind: "popup" }] },
    "quiet",
  ],
  [
    "quiet: and a pop-up comes not after a tour",
    popup,
    { exposures: [{ ...shownHere, id: "b", kind: "tour" }] },
    "quiet",
  ],
  ["quiet: nobody is led away from checkout", { kind: "redirect" }, { type: "checkout" }, "quiet"],
  [
    "quiet: elsewhere they are, after a pop-up too",
    { kind: "redirect" },
    { exposures: [{ ...shownHere, id: "b", kind: "popup" }] },
    "",
  ],
  ["quiet: a message does not interrupt", {}, { type: "checkout", lastOrder: NOON - HOUR }, ""],

  [
    "showing: its own cap does not end it",
    { cap: "1 per visit" },
    { showing: ["it"], exposures: [shownHere] },
    "",
  ],
  ["showing: nor does a trigger that has not gone off since", { trigger: "exit" }, { showing: ["it"] }, ""],
  ["showing: a pop-up does not count against itself", popup, { showing: ["it"], exposures: [shownHere] }, ""],
  ["showing: a purchase does not end it", popup, { showing: ["it"], lastOrder: NOON - 1000 }, ""],
  ["showing: it ends when who does not hold any more", { when: "fan" }, { showing: ["it"] }, "who"],
  ["showing: it ends on other pages", { pages: ["product"] }, { showing: ["it"] }, "where"],
  ["showing: it ends when its time is over", { until: "2026-11-27T12:00Z" }, { showing: ["it"] }, "when"],
  ["showing: a pop-up ends at checkout", popup, { showing: ["it"], type: "checkout" }, "quiet"],

  [
    "every rule that stands against it is told",
    { ...popup, when: "fan", pages: ["product"], until: "2026-01-01T00:00Z", trigger: "exit", cap: "0 ever" },
    { type: "checkout" },
    "who where when trigger cap quiet",
  ],
])("%s", (_sentence, experience, story, reasons) => {
  expect(decideOn([experience], story)).toMatchObject([
    { id: "it", show: !reasons, reasons: reasons ? reasons.split(" ") : [] },
  ]);
});

/** What became of each: `"a"` shown, or `"a group"` with the rules that stood against it. */
const told = (decisions: Decision[]): string[] =>
  decisions.map(({ id, reasons }) => [id, ...reasons].join(" "));

test("however long its id, an experience is known by it", () => {
  const id = "x".repeat(200);
  const exposures = [{ ...shownHere, id: id.slice(0, 80) }];
  expect(decideOn([{ id, cap: "1 per visit" }], { exposures })[0]!.reasons).toEqual(["cap"]);
});

test.each<[string, Partial<ExperienceConfiguration>[], Story, string[]]>([
  ["the higher priority goes first", [{ id: "a" }, { id: "b", priority: 1 }], {}, ["b", "a"]],
  ["of equals, the one that was configured first", [{ id: "b" }, { id: "a" }], {}, ["b", "a"]],
  [
    "of a group, the first",
    [
      { id: "a", group: "hero" },
      { id: "b", group: "hero", priority: 1 },
      { id: "c", group: "rail" },
    ],
    {},
    ["b", "a group", "c"],
  ],
  [
    "of a group, the next where the first may not",
    [
      { id: "a", group: "hero", when: "fan" },
      { id: "b", group: "hero" },
    ],
    {},
    ["a who", "b"],
  ],
  [
    "of a group, what is showing stays",
    [
      { id: "a", group: "hero", priority: 9 },
      { id: "b", group: "hero" },
    ],
    { showing: ["b"] },
    ["b", "a group"],
  ],
  [
    "one pop-up at a time",
    [{ ...popup, id: "a" }, { ...popup, id: "b" }, { id: "c" }],
    {},
    ["a", "b turn", "c"],
  ],
  [
    "a pop-up waits for the one that is showing, whatever its priority",
    [
      { ...popup, id: "a", priority: 9 },
      { ...popup, id: "b" },
    ],
    { showing: ["b"], quiet: { popupsPerVisit: 5 } },
    ["b", "a turn"],
  ],
  [
    "a pop-up that waits for its trigger takes nobody's turn",
    [
      { ...popup, id: "a", trigger: "exit" },
      { ...popup, id: "b" },
    ],
    {},
    ["a trigger", "b"],
  ],
])("%s", (_sentence, experiences, story, expected) => {
  expect(told(decideOn(experiences, story))).toEqual(expected);
});

test("an error tells the mend", () => {
  const [when] = decideOn([{ when: "?" }]);
  expect(when!.error).toBe("when, 1:1: expected a condition");
  const [zone] = decideOn([{ from: "2026-11-27T13:00" }], { timezone: "Berlin" });
  expect(zone!.error).toBe('timezone: expected the name of a zone, such as "Europe/Berlin"');
});

test("why tells every rule with what it looked at, shown or not", () => {
  const experience = { ...popup, cap: "2 per visit, rest 30d", when: "vip", from: "2026-11-27T11:00Z" };
  const [parsed, situation, knowledge] = tellOf([experience], {
    exposures: [shownHere],
    lastOrder: NOON - 23 * HOUR,
  });
  const trace = why("it", parsed, situation, knowledge)!;
  expect(trace).toMatchObject({ id: "it", show: false, reasons: ["quiet"] });
  const told = trace.rules.map(
    ({ rule, what, value, operator, wanted, holds }) =>
      `${rule}: ${what}: ${JSON.stringify(value)} ${operator} ${JSON.stringify(wanted)}${holds ? "" : " (no)"}`,
  );
  expect(told).toEqual([
    "who: vip: true = true",
    `when: from: ${NOON} >= ${NOON - HOUR}`,
    "trigger: load: true = true",
    "cap: 2 per visit: 1 < 2",
    `cap: rest 30d: null >= ${30 * DAY}`,
    "cap: dismissed or converted in this visit: false = false",
    'quiet: quiet.pages: "/" not in ["checkout"]',
    "quiet: quiet.popupsPerVisit: 1 < 1 (no)",
    `quiet: quiet.afterPurchase: ${23 * HOUR} >= ${DAY} (no)`,
    `quiet: quiet.afterDismissals: null >= ${7 * DAY}`,
    'consent: consent.personalization: null = "granted"',
    "research: research: false = false",
    "turn: one interruption at a time: null = null",
  ]);
});

test("why tells who has taken the place", () => {
  const [parsed, situation, knowledge] = tellOf([
    { ...popup, id: "a", group: "hero" },
    { ...popup, id: "b", group: "hero" },
  ]);
  const { rules } = why("b", parsed, situation, knowledge)!;
  expect(rules.filter(({ holds }) => !holds)).toMatchObject([
    { rule: "group", what: "hero", value: "a" },
    { rule: "turn", value: "a" },
  ]);
  expect(why("c", parsed, situation, knowledge)).toBeUndefined();
});
