import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test, vi } from "vitest";
import { makeOutcomes } from "../../../scripts/make-outcomes.mjs";
import { createFiles, linesOf, report, reportJson } from "./report-files.ts";

// On a busy machine a database takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const files = createFiles();
afterAll(() => files.remove());

/** A parameter as the export has it: whole numbers as texts, and the other kinds absent. */
function paramOf([key, value]: [string, unknown]) {
  if (typeof value === "string") return { key, value: { string_value: value } };
  return { key, value: Number.isInteger(value) ? { int_value: String(value) } : { double_value: value } };
}

/**
 * An event as BigQuery writes it into newline-delimited JSON, with fields that nobody asks for:
 * https://support.google.com/analytics/answer/7029846
 */
function eventOf(name: string, client: string | undefined, ts: number, params: object, more: object = {}) {
  return {
    event_date: new Date(ts).toISOString().slice(0, 10).replaceAll("-", ""),
    event_timestamp: String(ts * 1000 + 123),
    event_name: name,
    event_params: [
      { key: "ga_session_id", value: { int_value: "1795780800" } },
      { key: "page_location", value: { string_value: "https://shop.example/" } },
      ...Object.entries(params).map(paramOf),
    ],
    ...(client !== undefined && { user_pseudo_id: client }),
    device: { category: "mobile" },
    platform: "WEB",
    ...more,
  };
}

/** The made-up outcomes as GA4 would export them, and page views among them. */
const outcomes = makeOutcomes({ clients: 800 }) as {
  id: string;
  client: string;
  ts: number;
  name: string;
  version: number;
}[];
const events = outcomes.flatMap(({ id, client, ts, name, ...params }) => [
  eventOf("page_view", client, ts - 5, {}),
  // What the page sends is put into batches: of the same time, with an index.
  eventOf(name, client, ts, params, { batch_event_index: String(Number(id.slice(1))) }),
]);

/** The report without what differs by nature: the names of files, and how many lines were about something else. */
async function essenceOf(file: string) {
  const { experiments, experiences } = await reportJson(file);
  return { experiments, experiences };
}

test("the same outcomes give the same report from the beacon, from GA4's export as JSON and as Parquet", async () => {
  const beacon = files.write("beacon.ndjson", linesOf(outcomes));
  const json = files.write("ga4.ndjson", linesOf(events));
  const parquet = files.path("it's.parquet");
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  await connection.run(`COPY (
    SELECT * FROM read_json('${json}', format = 'newline_delimited', columns = {
      event_date: 'VARCHAR', event_timestamp: 'BIGINT', event_name: 'VARCHAR', user_pseudo_id: 'VARCHAR',
      event_params: 'STRUCT(key VARCHAR, value STRUCT(string_value VARCHAR, int_value BIGINT, float_value DOUBLE, double_value DOUBLE))[]',
      batch_event_index: 'BIGINT', platform: 'VARCHAR' })
  ) TO '${parquet.replaceAll("'", "''")}' (FORMAT parquet)`);
  connection.closeSync();
  database.closeSync();
  const expected = await essenceOf(beacon);
  expect(expected.experiments[0]!.variations[1]!.conversions).toBeGreaterThan(10);
  expect(await essenceOf(json)).toEqual(expected);
  expect(await essenceOf(parquet)).toEqual(expected);
  expect((await reportJson(parquet)).read).toMatchObject({ others: outcomes.length, bad: 0 });
});

const NOON = Date.UTC(2026, 10, 10, 12);
const seen = (client: string | undefined, more: object = {}) =>
  eventOf("experiment_view", client, NOON, { experiment_id: "7", variation: "1" }, more);

test("ids that GA4 made numbers of are texts, and who did not consent is counted and left out", async () => {
  const numbers = eventOf("experiment_view", "a", NOON, { experiment_id: 7, variation: 1 });
  const file = files.write("numbers.ndjson", linesOf([numbers, seen("b"), seen(undefined), seen(undefined)]));
  const { experiments, read } = await reportJson(file);
  expect(experiments.map(({ id, variations }) => [id, variations[0]!.id, variations[0]!.exposures])).toEqual([
    ["7", "1", 2],
  ]);
  expect(read.anonymous).toBe(2);
  expect((await report(file)).said).toContain("2 without user_pseudo_id");
});

test("a purchase of GA4 is a goal, once by its transaction", async () => {
  const purchase = (ts: number, order: string) =>
    eventOf("purchase", "a", ts, { transaction_id: order, value: 12.5, currency: "EUR" });
  const lines = [
    seen("a"),
    purchase(NOON + 1, "T1"),
    purchase(NOON + 60_000, "T1"),
    purchase(NOON + 90_000, "T2"),
    // A batch may hold the same twice: what differs is its index. The third was exported twice.
    eventOf("sign_up", "a", NOON + 5, { value: 2 }, { batch_event_index: "1" }),
    eventOf("sign_up", "a", NOON + 5, { value: 2 }, { batch_event_index: "2" }),
    eventOf("sign_up", "a", NOON + 5, { value: 2 }, { batch_event_index: "2" }),
  ];
  const file = files.write("purchase.ndjson", linesOf(lines));
  const [bought] = (await reportJson(file)).experiments;
  expect([bought!.goal, bought!.variations[0]!.conversions, bought!.variations[0]!.value]).toEqual([
    "purchase",
    1,
    25,
  ]);
  const [signed] = (await reportJson(file, "--goal=sign_up")).experiments;
  expect([signed!.goal, signed!.variations[0]!.conversions, signed!.variations[0]!.value]).toEqual([
    "sign_up",
    1,
    4,
  ]);
});

test("where our own goal is there too, GA4's purchase does not count a second time", async () => {
  const file = files.write(
    "both.ndjson",
    linesOf([
      seen("a"),
      eventOf("purchase", "a", NOON + 1, { transaction_id: "T1", value: 30, currency: "EUR" }),
      eventOf("goal", "a", NOON + 1, { goal: "purchase", value: 30, currency: "EUR" }),
    ]),
  );
  expect((await reportJson(file)).experiments[0]!.variations[0]!.value).toBe(30);
});

test("an event that is not as exported is told", async () => {
  const file = files.write(
    "wrong.ndjson",
    linesOf([
      { ...seen("a"), event_params: { experiment_id: "x" } },
      { ...seen("a"), event_timestamp: "1795780800" },
    ]),
  );
  const { complaints } = await report(file);
  expect(complaints).toContain('wrong.ndjson:1: "event_params" has to be a list of keys with values');
  expect(complaints).toContain('wrong.ndjson:2: "event_timestamp" has to be a time in microseconds');
});
