import type { DuckDBConnection } from "@duckdb/node-api";
import { TABLES, type TableName } from "../steps.ts";

/** The rows of a given table, column by column and many at a time. Whole numbers may not fit a number: they are texts. */
export async function* copyRows(
  source: DuckDBConnection,
  name: TableName,
): AsyncGenerator<(string | number | null)[][]> {
  const columns = Object.keys(TABLES[name]);
  const result = await source.stream(
    `SELECT ${columns.map((column) => `CAST(${column} AS VARCHAR)`).join(", ")} FROM ${name}`,
  );
  let batch: (string | number | null)[][] = columns.map(() => []);
  for await (const rows of result.yieldRowsJs()) {
    for (const row of rows) row.forEach((value, index) => batch[index]!.push(value as string));
    if (batch[0]!.length < 50_000) continue;
    yield batch;
    batch = columns.map(() => []);
  }
  if (batch[0]!.length) yield batch;
}
