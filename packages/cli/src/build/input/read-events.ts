import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { DuckDBConnection } from "@duckdb/node-api";
import { findColumns, type NamedColumns } from "./columns.ts";
import { fileFormOf, type FileForm } from "./file-form.ts";
import { linesQuery } from "./lines-query.ts";
import { RAW, RAW_COLUMNS, quote } from "./raw.ts";
import { tableQuery, type Column } from "./table-query.ts";

/** Rows that cannot be read, of one kind. */
export interface BadRows {
  file: string;
  count: number;
  message: string;
  /** The first of them: which row (from 1, without the header), and what stands there. */
  row: number;
  example: string;
}

/** What became of the rows of all files. */
export interface EventsRead {
  rows: number;
  /** Rows about something else, such as page views, or what was given back. */
  others: number;
  bad: BadRows[];
  /** Whether files say when; else the order of their rows is all there is. */
  isTime: boolean;
}

export interface EventOptions {
  columns: NamedColumns;
  /** As strptime has it, such as `%m/%d/%Y %H:%M`. */
  timeFormat?: string | undefined;
}

const LINE = `columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = '\u0001', quote = '', escape = ''`;

/** The query that reads a file, and whether it knows times. */
async function queryOf(
  connection: DuckDBConnection,
  file: string,
  { form, isGzip }: FileForm,
  { columns, timeFormat }: EventOptions,
  folder: string,
  rejects: string,
): Promise<{ query: string; isTime: boolean }> {
  const packed = isGzip ? ", compression = 'gzip'" : "";
  if (form === "lines")
    return { query: linesQuery(`SELECT line FROM read_csv(${quote(file)}, ${LINE}${packed})`), isTime: true };
  if (form === "json") {
    const path = join(folder, `${rejects}.ndjson`);
    writeFileSync(path, unpackEvents(file, isGzip));
    return { query: linesQuery(`SELECT line FROM read_csv(${quote(path)}, ${LINE})`, file), isTime: true };
  }
  const source =
    form === "parquet"
      ? `read_parquet(${quote(file)})`
      : `read_csv(${quote(file)}, all_varchar = true, header = true, store_rejects = true, rejects_table = ${quote(rejects)}, rejects_scan = ${quote(`${rejects}_scan`)}${packed})`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
  const found: Column[] = described
    .getRowsJS()
    .map(([column, type]) => ({ column: String(column), type: String(type) }));
  if (
    form === "parquet" &&
    found.some(({ column }) => column === "event_name") &&
    found.some(({ column }) => column === "event_params")
  )
    return {
      query: linesQuery(`SELECT CAST(to_json(each) AS VARCHAR) AS line FROM ${source} AS each`),
      isTime: true,
    };
  const roles = findColumns(
    found.map(({ column }) => column),
    columns,
  );
  return { query: tableQuery(source, found, roles, timeFormat), isTime: roles.time !== undefined };
}

/** An export, or a list of events, as lines. */
function unpackEvents(file: string, isGzip: boolean): string {
  const bytes = readFileSync(file);
  let value: unknown;
  try {
    value = JSON.parse((isGzip ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`no JSON (${(error as Error).message})`, { cause: error });
  }
  const events = Array.isArray(value) ? value : (value as { events?: unknown }).events;
  if (!Array.isArray(events))
    throw new Error('expected what exportData() gives, with "events", or a list of events');
  return events.map((event: unknown) => `${JSON.stringify(event)}\n`).join("");
}

/**
 * Reads all files into the table `raw`.
 *
 * @param folder For what has to be unpacked.
 * @throws Where a file cannot be read at all, with its name in front.
 */
export async function readEvents(
  connection: DuckDBConnection,
  files: string[],
  options: EventOptions,
  folder: string,
  progress: (file: string) => void,
): Promise<EventsRead> {
  await connection.run(RAW);
  const timed: boolean[] = [];
  const rejected: BadRows[] = [];
  for (const [index, file] of files.entries()) {
    progress(file);
    const rejects = `rejects_${index}`;
    try {
      const form = await fileFormOf(file);
      const { query, isTime } = await queryOf(connection, file, form, options, folder, rejects);
      timed.push(isTime);
      await connection.run(`INSERT INTO raw SELECT ${index}, ${RAW_COLUMNS.join(", ")} FROM (${query})`);
      if (form.form === "table") rejected.push(...(await rejectedRows(connection, file, rejects)));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Error(`${file}: ${code === "ENOENT" ? "there is no such file" : message}`, { cause: error });
    }
  }
  if (new Set(timed).size > 1)
    throw new Error("Some files say when, and others do not: give those with times, or those without.");
  return { ...(await countRows(connection, files, rejected)), isTime: timed[0]! };
}

/** Lines that are no rows of the table. */
async function rejectedRows(connection: DuckDBConnection, file: string, table: string): Promise<BadRows[]> {
  const found = await connection.runAndReadAll(
    `SELECT error_type, count(DISTINCT line), min(line), arg_min(csv_line, line), arg_min(error_message, line) FROM ${table} GROUP BY 1`,
  );
  return found.getRowsJS().map(([type, count, line, text, message]) => ({
    file,
    count: Number(count),
    message: `${String(type).toLowerCase()}: ${String(message).split("\n")[0]}`,
    row: Number(line) - 1,
    example: String(text ?? ""),
  }));
}

async function countRows(
  connection: DuckDBConnection,
  files: string[],
  rejected: BadRows[],
): Promise<Omit<EventsRead, "isTime">> {
  const all = await connection.runAndReadAll(
    `SELECT file, count(*), count(*) FILTER (kind = 0 AND problem IS NULL), min(rowid) FROM raw GROUP BY file ORDER BY file`,
  );
  const bad = await connection.runAndReadAll(
    `SELECT file, problem, count(*), min(rowid), arg_min(text, rowid) FROM raw WHERE problem IS NOT NULL
     GROUP BY file, problem ORDER BY file, 4`,
  );
  const firsts = new Map<number, number>();
  let rows = 0;
  let others = 0;
  for (const [file, count, other, first] of all.getRowsJS()) {
    rows += Number(count);
    others += Number(other);
    firsts.set(Number(file), Number(first));
  }
  for (const { count } of rejected) rows += count;
  const told = bad.getRowsJS().map(([file, problem, count, row, text]) => ({
    file: files[Number(file)]!,
    count: Number(count),
    message: String(problem),
    row: Number(row) - firsts.get(Number(file))! + 1,
    example: String(text ?? ""),
  }));
  return { rows, others, bad: [...rejected, ...told] };
}
