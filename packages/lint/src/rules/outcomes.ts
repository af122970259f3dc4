import { parseGoal, parseHandOver } from "@shopkeeper/engine";
import { checkExpression } from "../expression.ts";
import type { Path } from "../json.ts";
import { TYPES } from "../vocabulary.ts";
import type { World, Written } from "../world.ts";
import { checkKeys } from "./keys.ts";

const isObject = TYPES.object[0] as (value: unknown) => value is Written;

const GOAL = { when: "text", within: "duration", name: "text", value: "number" } as const;

/** What an experience or an experiment is there for: an event, or an expression. */
export function checkGoal(world: World, goal: unknown, path: Path): void {
  if (goal === undefined) return;
  const spot = (...rest: Path) => world.configuration!.spot([...path, ...rest]);
  if (isObject(goal)) checkKeys(world, goal, GOAL, path);
  let when: string | undefined;
  try {
    ({ when } = parseGoal(goal as string));
  } catch {
    if (isObject(goal) ? typeof goal.when !== "string" : true)
      world.report(
        "wrong-value",
        spot(),
        "This goal cannot be read.",
        'Write the name of an event ("purchase"), or { "when": "purchase", "within": "7d" }.',
      );
    return;
  }
  const rest = isObject(goal) ? ["when"] : [];
  if (when)
    checkExpression(
      world,
      when,
      (offset) => world.configuration!.spot([...path, ...rest], offset),
      "A conversion by this goal",
    );
}

/** Who is told of outcomes, and of which facts. */
export function checkSinks({ configuration, report }: World): void {
  const { value, spot } = configuration!;
  const { sinks, handOver } = value;
  if (Array.isArray(sinks))
    sinks.forEach((sink: unknown, index) => {
      const isBeacon = isObject(sink)
        ? typeof sink.beacon === "string" && !!sink.beacon
        : typeof sink === "string" && /^\s*(datalayer|beacon\s+\S+)\s*$/.test(sink);
      // A function, in a configuration that a script has made.
      if (!isBeacon && typeof sink !== "function")
        report(
          "wrong-value",
          spot(["sinks", index]),
          "There is no such sink.",
          'Write "datalayer", or "beacon /outcomes" with an address of yours.',
        );
    });
  if (Array.isArray(handOver))
    handOver.forEach((text: unknown, index) => {
      try {
        parseHandOver(text);
      } catch (error) {
        report(
          "wrong-value",
          spot(["handOver", index]),
          "There is nothing of that name to hand over.",
          `${(error as Error).message.replace(/^handOver: expected /, "Write ").replace(/, got [^,]*$/, "")}.`,
        );
      }
    });
  if (Array.isArray(handOver) && handOver[0] && !(Array.isArray(sinks) && sinks[0]))
    report(
      "missing-key",
      spot(["handOver"]),
      "Nobody is told of what is handed over: there are no sinks.",
      'Write "sinks": ["datalayer"], or ["beacon /outcomes"].',
    );
}

/** The goals of the experiments. */
export function checkGoalsOfExperiments(world: World): void {
  const { experiments } = world.configuration!.value;
  if (!isObject(experiments)) return;
  for (const [id, experiment] of Object.entries(experiments))
    if (isObject(experiment)) checkGoal(world, experiment.goal, ["experiments", id, "goal"]);
}
