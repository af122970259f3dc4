import { randomBytes } from "node:crypto";
import { CLICKHOUSE_STEPS, TABLES, type TableName } from "../steps.ts";
import { copyRows } from "./copy-rows.ts";
import type { Engine } from "./engine.ts";

/** Steps that every shard runs on its own part, for all of a visit is on one. */
const ON_SHARDS = new Set(["sequence", "steps"]);

const TYPES = { bigint: "Int64", integer: "Int32", "double precision": "Float64" } as const;

/** Where the servers are, and what they are called together. */
interface Address {
  hosts: string[];
  headers: Record<string, string>;
  cluster: string | undefined;
}

/** @throws Where several servers are named without their cluster. */
export function parseClickHouseAddress(address: string): Address {
  const [, tls, user, hosts = "", query] =
    /^clickhouse(s?):\/\/(?:([^@/]*)@)?([^/?]+)\/?(?:\?(.*))?$/.exec(address) ?? [];
  const [name, password = ""] = (user ?? "").split(":").map(decodeURIComponent);
  const cluster = new URLSearchParams(query).get("cluster") ?? undefined;
  const all = hosts.split(",").filter((host) => host);
  if (!all.length)
    throw new Error(
      "expected clickhouse://host:8123, or several as clickhouse://one:8123,two:8123/?cluster=NAME",
    );
  if (all.length > 1 && cluster === undefined)
    throw new Error("several servers need ?cluster=NAME, as they call it in remote_servers");
  return {
    hosts: all.map((host) => `http${tls}://${/:\d+$/.test(host) ? host : `${host}:8123`}`),
    headers: name ? { "X-ClickHouse-User": name, "X-ClickHouse-Key": password } : {},
    cluster,
  };
}

/** Every shard's own part of a table, and where there are several, all of it on the first. */
const isShared = (name: string): boolean => name === "events" || ON_SHARDS.has(name);

/**
 * ClickHouse by HTTP, in a database of its own on every shard that is dropped at the end. Events are spread by visit; what is made of one
 * visit is made where it is, and all else on the first server, which asks the others.
 *
 * @param address As `clickhouse://user:password@one:8123,two:8123/?cluster=NAME`; one server needs no cluster.
 */
export async function createClickHouseEngine(address: string): Promise<Engine> {
  const { hosts, headers, cluster } = parseClickHouseAddress(address);
  const [first] = hosts as [string, ...string[]];
  const database = `shopkeeper_build_${randomBytes(6).toString("hex")}`;
  const ask = async (host: string, query: string, body?: string, into = database): Promise<string> => {
    // Names of the statement go with the address where rows are the body.
    const url = `${host}/?${new URLSearchParams({ database: into, ...(body !== undefined && { query }) }).toString()}`;
    let response;
    try {
      response = await fetch(url, { method: "POST", headers, body: body ?? query });
    } catch (error) {
      const cause = (error as Error).cause as Error | undefined;
      throw new Error(`--engine: ${host} cannot be reached (${cause?.message ?? (error as Error).message})`, {
        cause: error,
      });
    }
    const text = await response.text();
    if (!response.ok) throw new Error(`--engine: ${host}: ${text.trim().slice(0, 500)}`);
    return text;
  };
  const everywhere = (query: string): Promise<string[]> => Promise.all(hosts.map((host) => ask(host, query)));
  /** What the first server knows the parts by. */
  const gather = (name: string): Promise<string> =>
    ask(
      first,
      cluster === undefined
        ? `CREATE VIEW ${name} AS SELECT * FROM ${name}_local`
        : `CREATE TABLE ${name} AS ${name}_local ENGINE = Distributed(${cluster}, ${database}, ${name}_local)`,
    );
  const drop = (): Promise<unknown> =>
    Promise.allSettled(
      hosts.map((host) => ask(host, `DROP DATABASE IF EXISTS ${database}`, undefined, "default")),
    );
  try {
    for (const host of hosts) await ask(host, `CREATE DATABASE ${database}`, undefined, "default");
  } catch (error) {
    await drop();
    throw error;
  }

  return {
    async take(source, rows, progress) {
      for (const name of Object.keys(TABLES) as TableName[]) {
        const columns = Object.entries(TABLES[name]).map(([column, type]) => `${column} ${TYPES[type]}`);
        await everywhere(
          `CREATE TABLE ${isShared(name) ? `${name}_local` : name} (${columns.join(", ")}) ENGINE = MergeTree() ORDER BY tuple()`,
        );
      }
      await gather("events");
      const lines = (list: (string | number | null)[][]): string =>
        list.map((row) => `${row.join("\t")}\n`).join("");
      for (const name of ["distances", "settings"] as const)
        for (const host of hosts)
          await ask(host, `INSERT INTO ${name} FORMAT TabSeparated`, lines(rows[name]));
      let across = 0;
      for (const name of ["events", "items"] as const)
        for await (const columns of copyRows(source, name)) {
          const all = columns[0]!.map((_, row) => columns.map((column) => column[row]!));
          // Those of one visitor, or of one visit of nobody known, together.
          const shards = name === "events" ? hosts : [first];
          const shardOf = (row: (string | number | null)[]): number =>
            Number(
              BigInt(String(row[0] === "0" ? (row[1] === "0" ? row[2] : row[1]) : row[0])) %
                BigInt(shards.length),
            );
          for (const [index, host] of shards.entries()) {
            const own = shards.length > 1 ? all.filter((row) => shardOf(row) === index) : all;
            if (own.length)
              await ask(
                host,
                `INSERT INTO ${name === "events" ? "events_local" : name} FORMAT TabSeparated`,
                lines(own),
              );
          }
          progress((across += all.length));
        }
    },
    async run(name) {
      const { query } = CLICKHOUSE_STEPS.find((step) => step.name === name)!;
      const create = (table: string): string =>
        `CREATE TABLE ${table} ENGINE = MergeTree() ORDER BY tuple() AS ${query}`;
      if (!ON_SHARDS.has(name)) await ask(first, create(name));
      else {
        await everywhere(create(`${name}_local`));
        await gather(name);
      }
    },
    async *rows(table, columns) {
      const text = await ask(
        first,
        `SELECT ${columns.join(", ")} FROM ${table} ORDER BY ${columns.join(", ")} FORMAT TabSeparated`,
      );
      yield text
        .split("\n")
        .slice(0, -1)
        .map((line) => line.split("\t").map((value) => (value === "\\N" ? null : Number(value))));
    },
    close: () => drop().then(() => {}),
  };
}
