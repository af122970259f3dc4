import { parseArgs } from "node:util";
import type { Shell } from "../run.ts";
import { build, type BuildOptions } from "./build.ts";
import type { ColumnRole } from "./input/columns.ts";
import { createProgress, type Screen } from "./progress.ts";
import { printBad, printBuilt } from "./print.ts";
import { BUILD_HELP, BUILD_USAGE } from "./usage.ts";

const ROLES: ColumnRole[] = [
  "item",
  "session",
  "visitor",
  "time",
  "event",
  "order",
  "query",
  "category",
  "quantity",
  "price",
];

const OPTIONS = {
  events: { type: "string", multiple: true },
  catalog: { type: "string", multiple: true },
  out: { type: "string" },
  tune: { type: "string" },
  engine: { type: "string" },
  neighbours: { type: "string", default: "20" },
  "basket-min": { type: "string", default: "2" },
  "allow-bad": { type: "string", default: "0.1" },
  memory: { type: "string" },
  seed: { type: "string", default: "1" },
  item: { type: "string" },
  session: { type: "string" },
  visitor: { type: "string" },
  time: { type: "string" },
  event: { type: "string" },
  order: { type: "string" },
  query: { type: "string" },
  category: { type: "string" },
  quantity: { type: "string" },
  price: { type: "string" },
  "time-format": { type: "string" },
  "item-id": { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function readNumber(name: string, text: string, low: number, high: number, expected: string): number {
  const value = Number(text);
  if (!text.trim() || !(value >= low && value <= high))
    throw new Error(`--${name} ${text}: expected ${expected}`);
  return value;
}

const wholeNumber = (name: string, text: string, low: number, high: number): number =>
  Math.floor(readNumber(name, text, low, high, `a number from ${low} to ${high}`));

const readWords = (args: string[]) =>
  parseArgs({ args, options: OPTIONS, allowPositionals: true, tokens: true });

/** Files stand behind the option that they belong to, as a shell expands `--events *.parquet`. */
function filesOf({ tokens }: ReturnType<typeof readWords>): Record<"events" | "catalog", string[]> {
  const files = { events: [] as string[], catalog: [] as string[] };
  let list = files.events;
  for (const token of tokens) {
    if (token.kind === "option" && (token.name === "events" || token.name === "catalog")) {
      list = files[token.name];
      if (token.value !== undefined) list.push(token.value);
    } else if (token.kind === "positional") list.push(token.value);
  }
  return files;
}

function readOptions(called: ReturnType<typeof readWords>): BuildOptions {
  const { values } = called;
  const { events, catalog } = filesOf(called);
  if (!events.length) throw new Error("Which events? --events FILES: JSON lines, CSV or Parquet.");
  if (values.out === undefined) throw new Error("Where to? --out DIR");
  const memory = values.memory;
  if (memory !== undefined && !/^\d+(\.\d+)?\s*[kmgt]i?b$/i.test(memory))
    throw new Error(`--memory ${memory}: expected a size, such as 2GB`);
  return {
    events,
    catalog,
    out: values.out,
    engine: values.engine,
    memory,
    itemId: values["item-id"],
    timeFormat: values["time-format"],
    columns: Object.fromEntries(
      ROLES.flatMap((role) => (values[role] === undefined ? [] : [[role, values[role]]])),
    ),
    tune: values.tune === undefined ? undefined : wholeNumber("tune", values.tune, 1, 86_400),
    seed: wholeNumber("seed", values.seed, 0, 2 ** 32 - 1),
    neighbours: wholeNumber("neighbours", values.neighbours, 1, 200),
    basketMinimum: wholeNumber("basket-min", values["basket-min"], 1, 1e9),
    allowBad: readNumber("allow-bad", values["allow-bad"], 0, 1, "a part of all rows, such as 0.1"),
    builtAt: new Date().toISOString(),
  };
}

/**
 * `shopkeeper build --events FILES --catalog FEED --out DIR`
 *
 * @param screen Where a bar is drawn, if it is a terminal.
 * @returns Its exit code: 0 all is well, 1 a model was written but rows were bad, 2 none was written.
 */
export async function buildCommand(
  args: string[],
  shell: Shell,
  screen: Screen = process.stderr,
): Promise<number> {
  let called;
  let options;
  try {
    called = readWords(args);
    if (called.values.help) {
      shell.say(BUILD_HELP);
      return 0;
    }
    options = readOptions(called);
  } catch (error) {
    shell.complain(`${(error as Error).message}\n\n${BUILD_USAGE}`);
    return 2;
  }
  try {
    const built = await build(options, createProgress(screen));
    for (const line of printBad(built.bad)) shell.complain(line);
    if (called.values.json) shell.say(JSON.stringify(built, null, 2));
    else for (const line of printBuilt(built, options.out)) shell.say(line);
    return built.bad.length ? 1 : 0;
  } catch (error) {
    shell.complain((error as Error).message);
    return 2;
  }
}
