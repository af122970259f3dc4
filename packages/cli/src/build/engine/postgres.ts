import { randomBytes } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import pg from "pg";
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
  const client = new pg.Client({ connectionString: address });
  const schema = `shopkeeper_build_${randomBytes(6).toString("hex")}`;
  try {
    await client.connect();
    await client.query(`CREATE SCHEMA ${schema}`);
  } catch (error) {
    await client.end().catch(() => {});
    throw new Error(`--engine ${publicAddress(address)}: ${(error as Error).message}`, { cause: error });
  }
  await client.query(`SET search_path TO ${schema}`);
  // The default is meant for many small questions at once; this is a few big ones.
  await client.query("SET work_mem = '256MB'");

  const create = async (name: TableName): Promise<void> => {
    const columns = Object.entries(TABLES[name]).map(([column, type]) => `${column} ${type}`);
    await client.query(`CREATE TABLE ${name} (${columns.join(", ")})`);
  };
  const insert = async (name: TableName, columns: (string | number | null)[][]): Promise<void> => {
    const arrays = Object.values(TABLES[name]).map((type, index) => `$${index + 1}::${type}[]`);
    await client.query(`INSERT INTO ${name} SELECT * FROM unnest(${arrays.join(", ")})`, columns);
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
      await client.query("ANALYZE");
    },
    async run(name) {
      const { query } = STANDARD_STEPS.find((step) => step.name === name)!;
      await client.query(`CREATE TABLE ${name} AS ${query}`);
      await client.query(`ANALYZE ${name}`);
    },
    async *rows(table, columns) {
      const list = columns.map((column) => `${column}::double precision`);
      const order = columns.map((_, index) => index + 1);
      await client.query("BEGIN");
      await client.query(
        `DECLARE rows CURSOR FOR SELECT ${list.join(", ")} FROM ${table} ORDER BY ${order.join(", ")}`,
      );
      for (;;) {
        const { rows } = await client.query<(number | null)[]>({
          text: `FETCH ${FETCH} FROM rows`,
          rowMode: "array",
        });
        if (!rows.length) break;
        yield rows;
      }
      await client.query("COMMIT");
    },
    async close() {
      await client.query("ROLLBACK").catch(() => {});
      await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`).catch(() => {});
      await client.end();
    },
  };
}
