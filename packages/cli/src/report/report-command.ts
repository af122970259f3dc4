import { parseArgs } from "node:util";
import { writeFileSync } from "node:fs";
import { parseJson } from "../parse-json.ts";
import type { Shell } from "../run.ts";
import { dayOf } from "./day-of.ts";
import { makeReport, type ReportOptions } from "./make-report.ts";
import type { Configured } from "./plan.ts";
import { printBadLines, printText } from "./print-text.ts";
import { printHtml } from "./print-html.ts";
import { script } from "./queries.ts";
import type { Report } from "./report.ts";
import { REPORT_HELP, REPORT_USAGE } from "./usage.ts";

const OPTIONS = {
  config: { type: "string" },
  goal: { type: "string" },
  window: { type: "string" },
  control: { type: "string" },
  currency: { type: "string" },
  "time-zone": { type: "string" },
  alpha: { type: "string", default: "0.05" },
  expected: { type: "string", default: "5000" },
  min: { type: "string", default: "25" },
  json: { type: "boolean" },
  html: { type: "string" },
  sql: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function readNumber(
  name: string,
  text: string,
  isGood: (value: number) => boolean,
  expected: string,
): number {
  const value = Number(text);
  if (!text.trim() || !isGood(value)) throw new Error(`--${name} ${text}: expected ${expected}`);
  return value;
}

function readTimeZone(timeZone: string): string {
  try {
    dayOf(timeZone);
    return timeZone;
  } catch {
    throw new Error(`--time-zone ${timeZone}: expected the name of a time zone, such as Europe/Copenhagen`);
  }
}

/** @throws Where there is no such file, or it is no configuration. */
function readConfiguration(file: string | undefined, shell: Shell): Configured {
  if (file === undefined) return {};
  let text;
  try {
    text = shell.read(file);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  const parsed = parseJson(text);
  if ("error" in parsed) throw new Error(`--config ${file}: ${parsed.error}`);
  const { experiments } = parsed.value;
  if (
    experiments !== undefined &&
    (!experiments || typeof experiments !== "object" || Array.isArray(experiments))
  )
    throw new Error(`--config ${file}: "experiments" has to be an object of experiments by their ids`);
  return parsed.value as Configured;
}

const readWords = (args: string[]) => parseArgs({ args, options: OPTIONS, allowPositionals: true });

/** The shop's time zone, which a configuration may say. */
const zoneOf = ({ timezone }: Configured): string => (typeof timezone === "string" ? timezone : "UTC");

function readOptions(values: ReturnType<typeof readWords>["values"], shell: Shell): ReportOptions {
  const { goal, window, control, currency } = values;
  const configured = readConfiguration(values.config, shell);
  return {
    alpha: readNumber(
      "alpha",
      values.alpha,
      (value) => value > 0 && value < 1,
      "a number between 0 and 1, such as 0.05",
    ),
    expected: readNumber(
      "expected",
      values.expected,
      (value) => value >= 1,
      "a number of clients, such as 5000",
    ),
    min: readNumber("min", values.min, (value) => value >= 0, "a number of conversions, such as 25"),
    timeZone: readTimeZone(values["time-zone"] ?? zoneOf(configured)),
    asked: { goal, window, control, currency },
    configured,
  };
}

/** What there is to say where nothing can be reported. */
function describeNothing({ read }: Report): string {
  const { lines, bad, others, anonymous } = read;
  if (!lines) return "The files are empty.";
  if (bad === lines)
    return "No line could be read: expected newline-delimited JSON of outcomes, or GA4's export of events.";
  if (anonymous && anonymous + bad + others === lines)
    return "All outcomes are without user_pseudo_id, and so nobody's: GA4 exports it of those who consented.";
  return `None of the ${lines} lines is an outcome: expected "experiment_view", "experience_view" and so on. Is "sinks" set in the configuration?`;
}

/** @returns The exit code that the report deserves. */
function tell(
  report: Report,
  { json, html }: { json?: boolean | undefined; html?: string | undefined },
  shell: Shell,
): number {
  for (const line of printBadLines(report.read)) shell.complain(line);
  const isEmpty = !report.experiments.length && !report.experiences.length;
  if (isEmpty) shell.complain(describeNothing(report));
  if (html !== undefined) writeFileSync(html, printHtml(report));
  if (json) shell.say(JSON.stringify(report, null, 2));
  else if (!isEmpty) for (const line of printText(report)) shell.say(line);
  const isAlarm = report.experiments.some(({ sampleRatio }) => sampleRatio?.alarm);
  return isEmpty || isAlarm || report.read.bad ? 1 : 0;
}

/**
 * `shopkeeper report FILES…`
 *
 * @returns Its exit code: 0 all is well, 1 a line is bad, a sample ratio is off or there is nothing to report, 2 it was not
 *   called as it has to be or a file is not there.
 */
export async function reportCommand(args: string[], shell: Shell): Promise<number> {
  let called;
  let options;
  try {
    called = readWords(args);
    const { help, sql } = called.values;
    if (help || sql) {
      shell.say(help ? REPORT_HELP : script());
      return 0;
    }
    if (!called.positionals.length)
      throw new Error("Which files? Newline-delimited JSON (also .gz) or Parquet.");
    options = readOptions(called.values, shell);
  } catch (error) {
    shell.complain(`${(error as Error).message}\n\n${REPORT_USAGE}`);
    return 2;
  }
  try {
    return tell(await makeReport(called.positionals, options), called.values, shell);
  } catch (error) {
    shell.complain((error as Error).message);
    return 2;
  }
}
