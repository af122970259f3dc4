import type { DuckDBConnection } from "@duckdb/node-api";
import { dayOf } from "./day-of.ts";
import { ANONYMOUS, OTHER, type Outcome } from "./outcome.ts";
import { parseLine } from "./parse-line.ts";
import { formatOf, linesOf } from "./read-files.ts";
import { TABLES } from "./queries.ts";

/** A line that cannot be read. */
export interface BadLine {
  file: string;
  /** From 1; in Parquet the row. */
  line: number;
  message: string;
}

/** What became of the lines of all files. */
export interface Loaded {
  lines: number;
  outcomes: number;
  /** Lines about something else, such as page views. */
  others: number;
  /** Events of GA4 without `user_pseudo_id`: they cannot be told to be anybody's. */
  anonymous: number;
  bad: number;
  /** The first of the bad lines. */
  badLines: BadLine[];
}

/** So many bad lines are kept to be shown; all are counted. */
const SHOWN = 1000;

/** A file as batches of lines, whatever its format. */
async function* batchesOf(connection: DuckDBConnection, file: string): AsyncGenerator<string[]> {
  const format = await formatOf(file);
  if (format !== "parquet") return yield* linesOf(file, format);
  const path = file.replaceAll("'", "''");
  const rows = await connection.stream(
    `SELECT CAST(to_json(events) AS VARCHAR) FROM read_parquet('${path}') AS events`,
  );
  for await (const batch of rows.yieldRowsJs()) yield batch.map(([row]) => String(row));
}

/** Adds outcomes to the table `lines`. */
async function createWriter(connection: DuckDBConnection, timeZone: string) {
  await connection.run(`CREATE TABLE lines (${TABLES.lines})`);
  const appender = await connection.createAppender("lines");
  const day = dayOf(timeZone);
  const append = (value: string | undefined): void =>
    value === undefined ? appender.appendNull() : appender.appendVarchar(value);
  return {
    write(outcome: Outcome): void {
      append(outcome.id);
      append(outcome.client);
      appender.appendBigInt(BigInt(outcome.ts));
      append(day(outcome.ts));
      append(outcome.name);
      append(outcome.experience_id);
      append(outcome.experiment_id);
      append(outcome.variation);
      append(outcome.goal);
      if (outcome.value === undefined) appender.appendNull();
      else appender.appendDouble(outcome.value);
      append(outcome.currency);
      appender.endRow();
    },
    close: () => appender.closeSync(),
  };
}

/**
 * Reads all files into the table `lines`. A line that is wrong is counted and told, and the others are read.
 *
 * @param goals Events that are goals under their own name.
 * @throws Where a file cannot be opened, with its name in front.
 */
export async function load(
  connection: DuckDBConnection,
  files: string[],
  { timeZone, goals }: { timeZone: string; goals: ReadonlySet<string> },
): Promise<Loaded> {
  const loaded: Loaded = { lines: 0, outcomes: 0, others: 0, anonymous: 0, bad: 0, badLines: [] };
  const writer = await createWriter(connection, timeZone);
  const complain = (file: string, line: number, { message }: Error): void => {
    loaded.bad++;
    if (loaded.badLines.length < SHOWN) loaded.badLines.push({ file, line, message });
  };
  const read = (text: string): void => {
    const outcome = parseLine(text, goals);
    if (outcome === OTHER) loaded.others++;
    else if (outcome === ANONYMOUS) loaded.anonymous++;
    else {
      writer.write(outcome);
      loaded.outcomes++;
    }
  };
  for (const file of files) {
    let line = 0;
    try {
      for await (const batch of batchesOf(connection, file))
        for (const each of batch) {
          line++;
          // A mark of byte order at the start, carriage returns and empty lines mean nothing.
          const text = (line === 1 ? each.replace(/^\uFEFF/, "") : each).trim();
          if (!text) continue;
          loaded.lines++;
          try {
            read(text);
          } catch (error) {
            complain(file, line, error as Error);
          }
        }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "ENOENT") throw new Error(`${file}: there is no such file`, { cause: error });
      if (!line) throw new Error(`${file}: ${message}`, { cause: error });
      complain(file, line, new Error(`the file ends here, in the middle (${message}): fetch it again`));
    }
  }
  writer.close();
  return loaded;
}
