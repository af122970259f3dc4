import { randomBytes } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import postgres from "postgres";
import { STANDARD_STEPS, TABLES, type TableName } from "../steps.ts";
import { copyRows } from "./copy-rows.ts";
import type { Engine } from "./engine.ts";

/** So many rows are fetched at a time. */
const FETCH = 50_000;

/** Without a password in it. */
const publicAddress = (address: string): string => address.replace(/\/\/[^@/]*@/, "//");

/**
 * PostgreSQL, in a schema of its own that is dropped at the end.
 *
 * @param address As `postgres://user:password@host:5432/database`; what is left out comes from `PGHOST` and so on.
 */
export async function createPostgresEngine(address: string): Promise<Engine> {
  const schema = `shopkeeper_build_${randomBytes(6).toString("hex")}`;
  let sql: postgres.Sql;
  try {
    // The default of work_mem is meant for many small questions at once; this is a few big ones.
    const connection = { search_path: schema, work_mem: "256MB", application_name: "shopkeeper build" };
    // As libpq has it, a folder with a socket is a host too: `postgres://user@/database?host=/run/postgresql`.
    const [, folder] = /[?&]host=([^&]+)/.exec(address) ?? [];
    const host = folder === undefined ? {} : { host: decodeURIComponent(folder) };
    sql = postgres(address.replace("@/", "@localhost/").replace(/([?&])host=[^&]+&?/, "$1"), {
      ...host,
      max: 1,
      connection,
      onnotice: () => {},
      prepare: false,
    });
    await sql.unsafe(`CREATE SCHEMA ${schema}`);
  } catch (error) {
    // Where nobody listens there is only a code.
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Error(`--engine ${publicAddress(address)}: ${message || code}`, { cause: error });
  }

  const create = async (name: TableName): Promise<void> => {
    const columns = Object.entries(TABLES[name]).map(([column, type]) => `${column} ${type}`);
    await sql.unsafe(`CREATE TABLE ${name} (${columns.join(", ")})`);
  };
  const insert = async (name: TableName, columns: (string | number | null)[][]): Promise<void> => {
    // Lists as the text that PostgreSQL reads: numbers need no quotes.
    const lists = columns.map((column) => `{${column.map((value) => value ?? "NULL").join(",")}}`);
    const arrays = Object.values(TABLES[name]).map((type, index) => `$${index + 1}::text::${type}[]`);
    await sql.unsafe(`INSERT INTO ${name} SELECT * FROM unnest(${arrays.join(", ")})`, lists);
  };

  return {
    async take(source: DuckDBConnection, rows, progress) {
      for (const name of Object.keys(TABLES) as TableName[]) await create(name);
      for (const name of ["distances", "settings"] as const)
        await insert(
          name,
          Object.keys(TABLES[name]).map((_, column) => rows[name].map((row) => row[column]!)),
        );
      let across = 0;
      for (const name of ["events", "items"] as const)
        for await (const columns of copyRows(source, name)) {
          await insert(name, columns);
          progress((across += columns[0]!.length));
        }
      await sql.unsafe("ANALYZE");
    },
    async run(name) {
      const { query } = STANDARD_STEPS.find((step) => step.name === name)!;
      await sql.unsafe(`CREATE TABLE ${name} AS ${query}`);
      await sql.unsafe(`ANALYZE ${name}`);
    },
    async *rows(table, columns) {
      const list = columns.map((column) => `${column}::double precision AS ${column}`);
      const order = columns.map((_, index) => index + 1);
      const cursor = sql
        .unsafe(`SELECT ${list.join(", ")} FROM ${table} ORDER BY ${order.join(", ")}`)
        .cursor(FETCH);
      for await (const rows of cursor)
        yield rows.map((row) => columns.map((column) => row[column] as number | null));
    },
    async close() {
      await sql.unsafe(`DROP SCHEMA IF EXISTS ${schema} CASCADE`).catch(() => {});
      await sql.end();
    },
  };
}
