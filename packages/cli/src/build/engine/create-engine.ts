import { createDuckDbEngine } from "./duckdb.ts";
import type { Engine } from "./engine.ts";

/**
 * The engine of an address; what another database needs is loaded for nobody else.
 *
 * @throws Where there is no such engine, or it cannot be reached.
 */
export async function createEngine(address: string | undefined): Promise<Engine> {
  if (address === undefined || address === "duckdb") return createDuckDbEngine();
  if (/^postgres(ql)?:/.test(address)) return (await import("./postgres.ts")).createPostgresEngine(address);
  if (/^clickhouse(s)?:/.test(address))
    return (await import("./clickhouse.ts")).createClickHouseEngine(address);
  throw new Error(`--engine ${address}: expected duckdb, postgres://… or clickhouse://…`);
}
