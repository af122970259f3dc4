import type { JourneyConfiguration } from "../configuration.ts";
import { GOAL } from "./in-step.ts";

/** In Mermaid, a quote, and what is markup to it, is written by its number: https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters */
const quoted = (text: string): string =>
  `"${text.replace(/["#<>&;`]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, " ")}"`;

/**
 * A journey as a diagram in the language of Mermaid.
 *
 * @example
 * drawJourney({ goal: "purchase", steps: [{ name: "browsing", next: [{ to: "reminded", after: "1d" }] }, { name: "reminded" }] })
 * // flowchart LR
 * //   browsing(["browsing"]) …
 */
export function drawJourney({ goal, when, again, steps }: JourneyConfiguration): string {
  const id = (name: string): string =>
    name === GOAL ? "goal_" : `s${steps.findIndex((step) => step.name === name)}`;
  const arrow = (from: string, to: string, ...words: (string | undefined | false)[]): string => {
    const label = words.filter(Boolean).join(", ");
    return `  ${from} -->${label ? `|${quoted(label)}|` : ""} ${to}`;
  };
  const [first] = steps;
  const isEnd = ({ next }: JourneyConfiguration["steps"][0]): boolean => !next?.length;
  const leadsToGoal = steps.some(({ next = [] }) => next.some(({ to }) => to === GOAL));
  return [
    "flowchart LR",
    "  start(( ))",
    ...steps.map(
      (step) => `  ${id(step.name)}${isEnd(step) ? `([${quoted(step.name)}])` : `[${quoted(step.name)}]`}`,
    ),
    ...(goal || leadsToGoal ? [`  goal_{{${quoted(goal ? `goal: ${goal}` : "goal")}}}`] : []),
    arrow("start", id(first!.name), when && `when ${when}`),
    ...steps.flatMap(({ name, next = [] }) =>
      next.map(({ to, when, after }) =>
        arrow(id(name), id(to), after && `after ${after}`, when && `when ${when}`),
      ),
    ),
    // From wherever the visitor is.
    ...(goal ? steps.map(({ name }) => `  ${id(name)} -.-> goal_`) : []),
    ...(again ? [arrow("goal_", id(first!.name), `after ${again}`)] : []),
    "",
  ].join("\n");
}
