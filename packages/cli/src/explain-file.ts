import { createEngine, describe, explain, type Configuration, type ShopEvent } from "@shopkeeper/engine";
import { parseJson } from "./parse-json.ts";
import type { Command, Source } from "./run.ts";

/** What the shop gives as `exportData()`, or just events. */
interface History {
  events: ShopEvent[];
  facts: Record<string, unknown>;
  /** When it was exported, in milliseconds since 1970 (UTC), where it says so. */
  exported: number | undefined;
}

/** Something that is told, with how to mend it. */
class Complaint extends Error {}

const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === "object" && !Array.isArray(value);

function readJson({ file, text }: Source): Record<string, unknown> {
  const parsed = parseJson(text);
  if ("error" in parsed) throw new Complaint(`${file}: ${parsed.error}`);
  return parsed.value;
}

function readHistory({ file, text }: Source): History {
  const isList = text.trimStart().startsWith("[");
  const { events, facts, exportedAt } = readJson({ file, text: isList ? `{"events":${text}}` : text });
  const isEvent = (event: unknown): boolean =>
    isObject(event) &&
    typeof event.name === "string" &&
    Number.isFinite(event.ts) &&
    Number.isFinite(event.visit);
  if (!Array.isArray(events) || !events.every(isEvent))
    throw new Complaint(
      `${file}: expected a list of events, each with "name", "ts" and "visit", or what exportData() gives: { "events": [...] }`,
    );
  const exported = typeof exportedAt === "string" ? Date.parse(exportedAt) : NaN;
  return {
    events: events as ShopEvent[],
    facts: isObject(facts) ? facts : {},
    exported: Number.isFinite(exported) ? exported : undefined,
  };
}

/** A moment: a date as ISO 8601 writes it, or milliseconds since 1970. */
function readTime(text: string): number {
  const ts = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (!Number.isFinite(new Date(ts).getTime()))
    throw new Complaint(
      `--at ${text}: expected a time such as 2026-11-27T14:05:00Z, or milliseconds since 1970`,
    );
  return ts;
}

function readVisit(text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw new Complaint(`--visit ${text}: expected the number of a visit, such as 2`);
  return Number(text);
}

/** What follows from events alone: of the page, the device and the place they say nothing. */
const FOLLOWS = /^(visitor|visit|source|cart|orders|rfm|profile)\./;

/** The visit and the facts that follow from what had happened at a moment. */
function atMoment(configuration: Partial<Configuration>, events: ShopEvent[], now: number) {
  const engine = createEngine(configuration);
  for (const event of [...events].sort((a, b) => a.ts - b.ts)) if (event.ts <= now) engine.take(event);
  const all = engine.facts({
    now,
    timezoneOffset: 0,
    page: { type: "other", path: "", title: "" },
    environment: {},
  });
  const facts = Object.fromEntries(Object.entries(all).filter(([name]) => FOLLOWS.test(name)));
  return { visit: engine.visitAt(now), facts };
}

/** `shopkeeper explain CONFIG EVENTS --segment NAME`: why a segment holds for a visitor, or what is missing. */
export const explainFile: Command = ([config, history], options, shell) => {
  try {
    const configuration = readJson(config!) as Partial<Configuration>;
    const { events, facts, exported } = readHistory(history!);
    if (options.segment === undefined)
      throw new Complaint(
        `Say which segment with --segment. There are ${Object.keys(configuration.segments ?? {}).join(", ") || "none"}.`,
      );
    const at = options.at === undefined ? exported : readTime(options.at);
    if (at === undefined)
      throw new Complaint(
        `${history!.file} does not say when it was exported: say the moment with --at, such as --at 2026-11-27T14:05:00Z`,
      );
    const follows = atMoment(configuration, events, at);
    const explanation = explain({
      segments: configuration.segments,
      name: options.segment,
      affinity: configuration.affinity,
      events,
      at,
      visit: options.visit === undefined ? follows.visit : readVisit(options.visit),
      facts: {
        ...facts,
        // What an export tells is as it was then.
        ...(at === exported ? {} : follows.facts),
        ...(options.facts && readJson(options.facts)),
      },
    });
    if (options.json) shell.say(JSON.stringify(explanation, null, 2));
    else for (const line of describe(explanation)) shell.say(line);
    return !explanation.errors && !explanation.blockedBy;
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    shell.complain(error.message);
    return false;
  }
};
