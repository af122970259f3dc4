import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Built } from "../src/build/build.ts";
import { buildJson, createFolder, makeEvents } from "./build-files.ts";
import { findClickHouse, startClickHouse } from "./clickhouse.ts";
import { findPostgres, startPostgres } from "./postgres.ts";

// One model, whichever database counts. LONG=1, and apt-get install postgresql clickhouse-server.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = createFolder();
const events = folder.write("events.ndjson", makeEvents({ visitors: 1500 }));
let expected: Built;

const buildOn = (name: string, address: string): Promise<Built> =>
  buildJson("--events", events, "--out", folder.path(name), "--engine", address);

beforeAll(async () => {
  expected = await buildOn("duckdb", "duckdb");
  // Something of everything, or equal sums would say nothing.
  for (const [rows] of Object.values(expected.checksums)) expect(rows).toBeGreaterThan(3);
});
afterAll(() => folder.remove());

const same = (built: Built): void => {
  expect(built.checksums).toEqual(expected.checksums);
  // The name is a hash of all files.
  expect(built.build).toBe(expected.build);
};

const postgres = process.env.LONG ? findPostgres() : undefined;

test.skipIf(!postgres)("PostgreSQL makes the same files", async () => {
  const server = startPostgres(postgres!);
  try {
    same(await buildOn("postgres", server.address));
    expect(server.run("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'shopkeeper%'").trim()).toBe("0");
  } finally {
    server.stop();
  }
});

const clickHouse = process.env.LONG ? findClickHouse() : undefined;

describe.skipIf(!clickHouse).each([1, 2])("ClickHouse with %i shards", (shards) => {
  let server: Awaited<ReturnType<typeof startClickHouse>>;
  beforeAll(async () => {
    server = await startClickHouse(clickHouse!, shards);
  });
  afterAll(() => server?.stop());

  test("makes the same files", async () => {
    same(await buildOn(`clickhouse-${shards}`, server.address));
    const [first] = server.address.slice("clickhouse://".length).split(/[,/]/);
    const left = await fetch(
      `http://${first}/?query=${encodeURIComponent("SELECT name FROM system.databases WHERE name LIKE 'shopkeeper%'")}`,
    );
    expect(await left.text()).toBe("");
  });
});
