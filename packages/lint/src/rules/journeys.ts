import { readJourneys } from "@shopkeeper/engine";
import { checkExpression } from "../expression.ts";
import type { Path } from "../json.ts";
import { JOURNEY, JOURNEY_BRANCH, JOURNEY_STEP, TYPES } from "../vocabulary.ts";
import type { World, Written } from "../world.ts";
import { checkKeys } from "./keys.ts";

const isObject = TYPES.object[0] as (value: unknown) => value is Written;
const objectsIn = (list: unknown): [number, Written][] =>
  Array.isArray(list)
    ? [...list.entries()].filter((each): each is [number, Written] => isObject(each[1]))
    : [];

/** The conditions of a journey, where they stand. */
function checkConditions(world: World, name: string, journey: Written): void {
  const ask = (text: unknown, path: Path, effect: string): void => {
    if (typeof text === "string")
      checkExpression(world, text, (offset) => world.configuration!.spot(path, offset), effect);
  };
  const path: Path = ["journeys", name];
  checkKeys(world, journey, JOURNEY, path);
  ask(journey.when, [...path, "when"], `The journey "${name}"`);
  // An event by its name is no expression.
  if (typeof journey.goal === "string" && !/^\w+$/.test(journey.goal))
    ask(journey.goal, [...path, "goal"], `The goal of "${name}"`);
  for (const [index, step] of objectsIn(journey.steps)) {
    const place: Path = [...path, "steps", index];
    checkKeys(world, step, JOURNEY_STEP, place);
    for (const [branch, to] of objectsIn(step.next)) {
      checkKeys(world, to, JOURNEY_BRANCH, [...place, "next", branch]);
      ask(to.when, [...place, "next", branch, "when"], `The way to "${to.to}"`);
    }
  }
}

/** The journeys of the configuration, and the experiences that wait in a step of one. */
export function checkJourneys(world: World): void {
  const { value, spot } = world.configuration!;
  const { journeys = {}, experiences } = value;
  if (!isObject(journeys)) return;
  for (const [name, journey] of Object.entries(journeys))
    if (isObject(journey)) checkConditions(world, name, journey);
  const written = Array.isArray(experiences) ? experiences : [];
  // What is wrong in an expression is told above, where it stands.
  const { errors } = readJourneys({ journeys, experiences: written } as Parameters<typeof readJourneys>[0]);
  for (const error of errors) {
    // Told already, with the keys.
    if (/: expected a (text|duration)/.test(error)) continue;
    const [, kind, name, fault = error] = /^(journey|experience) "(.*?)": (.*)$/s.exec(error) ?? [];
    const index = written.findIndex((each) => isObject(each) && each.id === name);
    const where = kind === "journey" ? ["journeys", name!] : ["experiences", index, "journey"];
    const [told, ...mend] = fault.split(": ");
    const message = mend[0]?.startsWith("expected") ? `its ${told} cannot be read` : told;
    world.report(
      "wrong-value",
      spot(where),
      kind === "journey"
        ? `Nobody sets out on the journey "${name}": ${message}.`
        : `This experience never shows: ${message}.`,
      mend[0] ? sentence(mend.join(": ")) : "docs/journeys.md tells how a journey is written.",
    );
  }
}

const sentence = (text: string): string => {
  const words = text.replace(/^expected /, "Write ").replace(/, got .*$/, "");
  return `${words[0]!.toUpperCase()}${words.slice(1)}${/[.?]$/.test(words) ? "" : "."}`;
};
