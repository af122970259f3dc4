import { checkRfm, checkSegments, type RfmConfiguration } from "@shopkeeper/engine";
import { checkExpression } from "../expression.ts";
import { AFFINITY, CONFIGURATION, QUIET, RETENTION, RFM, TYPES } from "../vocabulary.ts";
import type { World, Written } from "../world.ts";
import { checkPages } from "./experiences.ts";
import { checkJourneys } from "./journeys.ts";
import { checkKeys } from "./keys.ts";
import { checkGoalsOfExperiments, checkSinks } from "./outcomes.ts";

const isObject = TYPES.object[0] as (value: unknown) => value is Written;

/** What of a configuration is an object with keys of its own. */
const PARTS = { quiet: QUIET, affinity: AFFINITY, retention: RETENTION, rfm: RFM };

function checkSegmentsOf(world: World): void {
  const { segments } = world.configuration!.value;
  if (!isObject(segments)) return;
  const { spot } = world.configuration!;
  for (const [name, text] of Object.entries(segments))
    if (typeof text !== "string")
      world.report(
        "wrong-value",
        spot(["segments", name]),
        `The segment "${name}" is no text.`,
        "Write an expression in quotes.",
      );
    else checkExpression(world, text, (offset) => spot(["segments", name], offset), `What is for "${name}"`);
  // Only all of them together can lead in a circle.
  const circles = checkSegments(segments as Record<string, string>, { affinity: world.affinity });
  for (const { segment, message } of circles)
    if (message.includes(" leads back to this segment"))
      world.report(
        "circular-segment",
        spot(["segments", segment], 0),
        message.split("\n")[0]!,
        "Take one of the two out of the other.",
        message.split("\n").slice(1).join("\n"),
      );
}

const isZone = (name: string): boolean => {
  try {
    return !!new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    return false;
  }
};

function checkValues({ configuration, report }: World): void {
  const { value, spot } = configuration!;
  const wrong = (key: string, message: string, mend: string) =>
    report("wrong-value", spot([key]), message, mend);
  if (value.version === undefined)
    report(
      "missing-key",
      spot([]),
      "This configuration has no version, and is not read.",
      'Write "version": 1.',
    );
  else if (value.version !== 1) wrong("version", "Only version 1 is read.", 'Write "version": 1.');
  const { currency, country, holdout, timezone } = value;
  if (typeof currency === "string" && !/^[A-Z]{3}$/.test(currency))
    wrong("currency", `"${currency}" is no currency.`, 'Write the three letters of ISO 4217: "EUR".');
  if (typeof country === "string" && !/^[A-Z]{2}$/.test(country))
    wrong("country", `"${country}" is no country.`, 'Write the two letters of ISO 3166-1: "AE".');
  if (typeof timezone === "string" && !isZone(timezone))
    wrong(
      "timezone",
      `There is no time zone "${timezone}": what has "from" or "until" never shows.`,
      'Write the name of a zone: "Europe/Berlin".',
    );
  if (typeof holdout === "number" && !(holdout >= 0 && holdout < 1))
    wrong("holdout", "A holdout is a part of all visitors.", "Write a number from 0 to 1: 0.05.");
  if (isObject(value.rfm))
    for (const sentence of checkRfm(value.rfm as RfmConfiguration)) {
      const [key = "", expected] = sentence.split(": ");
      report("wrong-value", spot(key.split(".")), `${key} cannot be used.`, `${expected}.`);
    }
}

/** The configuration itself. Its experiences have rules of their own. */
export function checkConfiguration(world: World): void {
  const { configuration, report } = world;
  if (!configuration) return;
  const { value, json, spot } = configuration;
  for (const { key, offset } of json.twice)
    report(
      "duplicate-key",
      { ...spot([]), offset },
      `"${key}" stands in one object twice; the later one counts.`,
      "Take one of them out.",
    );
  checkKeys(world, value, CONFIGURATION);
  checkValues(world);
  for (const [key, keys] of Object.entries(PARTS)) {
    const part = value[key];
    if (isObject(part)) checkKeys(world, part, keys as typeof CONFIGURATION, [key]);
  }
  if (isObject(value.quiet))
    checkPages(world, value.quiet.pages ?? [], (index) => spot(["quiet", "pages", index]));
  checkSegmentsOf(world);
  checkJourneys(world);
  checkSinks(world);
  checkGoalsOfExperiments(world);
}
