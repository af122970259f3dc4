import type { ShopEvent } from "@shopkeeper/engine";
import { create } from "../dom/elements.ts";
import { KINDS, type Line } from "./lines.ts";
import { button, heading, list, note, sectionOf, type SectionTools } from "./section.ts";

/** Whether something is remembered; if not, why. */
export type State = "granted" | "denied" | "pending" | "paused" | "forgotten";

/** What is to be seen. */
export interface Sight {
  state: State;
  events: ShopEvent[];
  lines: Line[];
  segments: string[];
  /** The shopper is asked whether everything is to be deleted. */
  asked: boolean;
}

/** Draws all of the panel but what it says of the last act. */
export const draw = (sight: Sight, tools: SectionTools): HTMLElement[] => [
  summary(sight, tools),
  actions(sight, tools),
  ...KINDS.flatMap((kind) =>
    sectionOf(
      kind,
      sight.lines.filter((line) => line.kind === kind),
      tools,
    ),
  ),
  ...segments(sight, tools),
];

function summary({ state, events }: Sight, { wording: { say, day } }: SectionTools): HTMLElement {
  const sentences = [];
  if (state !== "granted") sentences.push(say(state));
  else if (!events[0]) sentences.push(say("nothing"));
  else {
    const visits = events.reduce((most, { visit }) => Math.max(most, visit), 1);
    const since = events.reduce((first, { ts }) => Math.min(first, ts), Infinity);
    sentences.push(say("visits", { count: visits, since: day(since) }), say("kept"));
  }
  return create(
    "div",
    { part: "summary", tabindex: "-1" },
    ...sentences.map((words) => create("p", {}, words)),
  );
}

function actions({ state, asked }: Sight, { wording: { say } }: SectionTools): HTMLElement {
  const buttons: HTMLElement[] = [];
  if (asked)
    buttons.push(
      create("p", { id: "sure" }, say("sure")),
      button("yes", say("yes"), { part: "button primary", "aria-describedby": "sure" }),
      button("no", say("no"), { "aria-describedby": "sure" }),
    );
  else if (state === "granted" || state === "paused") {
    const paused = state === "paused";
    buttons.push(button("pause", say(paused ? "resume" : "pause")));
    // What is kept is not looked at while paused, for a copy neither.
    if (!paused) buttons.push(button("copy", say("copy"), { "data-sk-do": "export" }));
    buttons.push(button("all", say("all")));
  }
  return create("div", { part: "actions" }, ...buttons);
}

const segments = ({ segments }: Sight, tools: SectionTools): HTMLElement[] =>
  segments[0]
    ? [
        create(
          "div",
          { part: "section" },
          heading(tools, tools.wording.say("segments")),
          note(tools.wording.say("segmentsNote")),
          list("groups", ...segments.map((name) => create("li", { part: "group" }, create("bdi", {}, name)))),
        ),
      ]
    : [];
