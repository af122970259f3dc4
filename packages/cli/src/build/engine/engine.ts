import type { DuckDBConnection } from "@duckdb/node-api";
import type { TableName } from "../steps.ts";

/** A database that runs the steps of a build. */
export interface Engine {
  /**
   * Takes the given tables `events` and `items` from where the files were read, `distances` and `settings` from rows.
   *
   * @param progress Told how many rows are across.
   */
  take(source: DuckDBConnection, rows: Settings, progress: (rows: number) => void): Promise<void>;
  /** Makes the table of one step. */
  run(step: string): Promise<void>;
  /** All of a table, in the order of its first columns. All columns are numbers. */
  rows(table: string, columns: string[]): AsyncIterable<(number | null)[][]>;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

/** The rows of the small tables. */
export type Settings = Pick<Record<TableName, number[][]>, "distances" | "settings">;
