import type { ShopEvent } from "@shopkeeper/engine";
import { create } from "../dom/elements.ts";
import { KINDS, type Line } from "./lines.ts";
import { button, heading, list, sectionOf, type SectionTools } from "./section.ts";

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

function summary({ state, events }: Sight, { texts, wording }: SectionTools): HTMLElement {
  const sentences = [];
  if (state !== "granted") sentences.push(texts[state]);
  else if (!events[0]) sentences.push(texts.nothing);
  else {
    const visits = events.reduce((most, { visit }) => Math.max(most, visit), 1);
    const since = events.reduce((first, { ts }) => Math.min(first, ts), Infinity);
    sentences.push(texts.visits(visits, wording.number(visits), wording.date(since)), texts.kept);
  }
  return create(
    "div",
    { part: "summary", tabindex: "-1" },
    ...sentences.map((words) => create("p", {}, words)),
  );
}

function actions({ state, asked }: Sight, { texts }: SectionTools): HTMLElement {
  const buttons: HTMLElement[] = [];
  if (asked)
    buttons.push(
      create("p", { id: "sure" }, texts.sure),
      button("yes", texts.yes, { part: "button primary", "aria-describedby": "sure" }),
      button("no", texts.no, { "aria-describedby": "sure" }),
    );
  else if (state === "granted" || state === "paused") {
    const paused = state === "paused";
    buttons.push(button("pause", paused ? texts.resume : texts.pause));
    // What is kept is not looked at while paused, for a copy neither.
    if (!paused) buttons.push(button("copy", texts.copy, { "data-sk-do": "export" }));
    buttons.push(button("all", texts.all));
  }
  return create("div", { part: "actions" }, ...buttons);
}

const segments = ({ segments }: Sight, tools: SectionTools): HTMLElement[] =>
  segments[0]
    ? [
        create(
          "div",
          { part: "section" },
          heading(tools, tools.texts.segments),
          create("p", { part: "note" }, tools.texts.segmentsNote),
          list("groups", ...segments.map((name) => create("li", { part: "group" }, create("bdi", {}, name)))),
        ),
      ]
    : [];
