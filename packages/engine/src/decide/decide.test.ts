import { expect, test } from "vitest";
import type { ExperienceConfiguration, QuietConfiguration } from "../configuration.ts";
import { type Exposure, newExposure } from "../profile/exposures.ts";
import { context, DAY, HOUR, NOON, page } from "../../test/make.ts";
import { decide, type Decision } from "./decide.ts";
import { parseExperience } from "./experience.ts";

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
}

const shape = { id: "it", kind: "message" as const };

function decideOn(experiences: Partial<ExperienceConfiguration>[], story: Story = {}): Decision[] {
  const { path = "/", type = "home", now = NOON, fired = [], showing = [], exposures = [] } = story;
  return decide(
    experiences.map((experience) => parseExperience({ ...shape, ...experience })),
    {
      ...context({ now, page: page({ path, type }) }),
      fired: (id) => fired.includes(id),
      showing: (id) => showing.includes(id),
    },
    {
      profile: {
        exposures: exposures.map((exposure) => ({ ...newExposure("it"), ...exposure })),
        lastOrder: story.lastOrder ?? 0,
      },
      asking: { now, visit: 2, fact: () => undefined },
      condition: (text) => ({
        holds: () => text === "vip",
        error: text === "?" ? { line: 1, column: 1, message: "expected a condition" } : undefined,
      }),
      quiet: story.quiet,
    },
  );
}

const popup = { kind: "popup" as const, trigger: "load", cap: "9 per visit" };
const shownHere: Partial<Exposure> = { total: 1, recent: [[NOON - 1000, 2]] };
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

  ["quiet: a first pop-up", popup, {}, ""],
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
  expect(decideOn([experience], story)).toEqual([
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
