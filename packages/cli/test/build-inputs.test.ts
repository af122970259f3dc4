import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test, vi } from "vitest";
import { build, buildJson, createFolder } from "./build-files.ts";

// Every form of input, each with a row that is wrong: the others count, and that one is told.

// On a busy machine a database takes its time.
vi.setConfig({ testTimeout: 60_000 });

const folder = createFolder();
afterAll(() => folder.remove());

const T = 1_790_000_000_000;

const ndjson = (...lines: (object | string)[]): string =>
  lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");

const view = (client: string, item: string, after = 0): object => ({
  name: "view_item",
  ts: T + after,
  client,
  items: [{ item_id: item, item_category: "Bags" }],
});

/** An event as BigQuery exports those of GA4. */
const ga4 = (name: string, item: string, after = 0, user: string | null = "7.8"): object => ({
  event_date: "20260921",
  event_timestamp: String((T + after) * 1000),
  event_name: name,
  user_pseudo_id: user,
  event_params: [
    { key: "ga_session_id", value: { int_value: "1790000000" } },
    ...(name === "purchase" ? [{ key: "transaction_id", value: { string_value: "T1" } }] : []),
    ...(name === "view_search_results" ? [{ key: "search_term", value: { string_value: "red coat" } }] : []),
  ],
  items: item ? [{ item_id: item, item_name: "A bag", item_category: "Bags", price: 10, quantity: 2 }] : [],
});

/** A file, how many events it holds, and of each wrong row what is said. */
type Case = [
  name: string,
  file: string,
  content: string | Uint8Array,
  events: number,
  bad: [count: number, message: string, row: number][],
  words?: string[],
];

const CASES: Case[] = [
  [
    "lines of events",
    "events.ndjson",
    ndjson(
      view("a", "x"),
      "{cut",
      view("a", "y", 1),
      { name: "page_view", ts: T, client: "a" },
      { ...view("a", "z"), ts: "yesterday" },
    ),
    2,
    [
      [1, "no JSON", 2],
      [1, "no time", 5],
    ],
  ],
  [
    "the same, packed and with a mark of byte order",
    "events.ndjson.gz",
    gzipSync(
      `\uFEFF${ndjson(view("a", "x"), view("a", "y", 1), { ...view("a", "y", 1), client: undefined })}`,
    ),
    2,
    [[1, "nobody's", 3]],
  ],
  [
    "what exportData() gives",
    "export.json",
    JSON.stringify(
      {
        version: 1,
        events: [
          { name: "view_item", ts: T, visit: 1, items: [{ item_id: "x" }] },
          { name: "view_item", ts: T + 1, visit: 1, items: [{ item_id: "y" }, { item_name: "no id" }] },
          { name: "page_view", ts: T + 2, visit: 1 },
        ],
      },
      null,
      2,
    ),
    2,
    [[1, 'an item without "item_id"', 3]],
  ],
  [
    "GA4's export as lines",
    "ga4.json",
    ndjson(
      ga4("view_item", "x"),
      ga4("page_view", ""),
      ga4("view_item", "y", 5),
      ga4("purchase", "y", 9),
      ga4("view_item", "x", 0, null),
      ga4("add_to_cart", ""),
    ),
    3,
    [
      [1, "nobody's", 5],
      [1, 'an event without "items"', 6],
    ],
  ],
  [
    "sessions as CSV, with no times",
    "sessions.csv",
    "SessionId,ItemId\n1,10\n1,11\n2,10\n2,\n2,12\n",
    4,
    [[1, 'no product (column "ItemId")', 4]],
  ],
  [
    "sessions with semicolons, and times as text",
    "sessions-2.csv",
    "session_id;item_id;timestamp\ns1;a;2026-09-21T10:00:00.000Z\ns1;b;2026-09-21 10:01:00\ns2;a;soon\n",
    2,
    [[1, "no time that can be read", 3]],
  ],
  [
    "events with tabs, kinds and searches",
    "events.tsv",
    "visitorid\ttimestamp\tevent\titemid\tquery\n1\t1790000000\tview\ta\t\n1\t1790000001\taddtocart\ta\t\n1\t1790000002\tlogin\t\t\n1\t1790000003\tsearch\t\tBlue hats\n1\t1790000004\tview\t\t\n",
    2,
    [[1, "no product", 5]],
  ],
  [
    "orders, with what was given back",
    "orders.csv",
    "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n1,a,2,12/1/2010 8:26,2.5,17\n1,b,1,12/1/2010 8:26,4,17\n2,a,-2,12/2/2010 9:00,2.5,17\n3,a,1,never,2.5,17\n",
    2,
    [[1, "no time that can be read", 4]],
  ],
  [
    "a row with a column too many",
    "wide.csv",
    "session,item\n1,a\n1,b,c,d\n1,d\n",
    2,
    [[1, "too many columns", 2]],
  ],
];

test.each(CASES)("%s", async (_, file, content, events, bad) => {
  const words = file === "orders.csv" ? ["--time-format", "%m/%d/%Y %H:%M"] : [];
  const built = await buildJson(
    "--events",
    folder.write(file, content),
    "--out",
    folder.path(`${file}-out`),
    "--allow-bad",
    "1",
    ...words,
  );
  expect(built.events).toBe(events);
  expect(built.bad).toHaveLength(bad.length);
  for (const [index, [count, message, row]] of bad.entries()) {
    const found = built.bad[index]!;
    expect(found).toMatchObject({ count, row });
    expect(found.message).toContain(message);
    expect(found.file).toContain(file);
  }
});

/** A file of Parquet, as DuckDB writes it from a query. */
async function parquet(name: string, query: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`COPY (${query}) TO '${folder.path(name)}' (FORMAT parquet)`);
  connection.closeSync();
  return folder.path(name);
}

test("a table as Parquet: times with their own type", async () => {
  const file = await parquet(
    "table.parquet",
    "SELECT * FROM (VALUES (1, 'a', TIMESTAMP '2026-09-21 10:00:00'), (1, 'b', TIMESTAMP '2026-09-21 10:01:00'), (1, NULL, NULL)) AS t (user_id, product_id, created_at)",
  );
  const built = await buildJson("--events", file, "--out", folder.path("table-out"), "--allow-bad", "1");
  expect(built.events).toBe(2);
  expect(built.bad[0]!.message).toContain("no product");
});

test("GA4's export as Parquet", async () => {
  const lines = folder.write(
    "ga4-source.json",
    ndjson(ga4("view_item", "x"), ga4("view_item", "y", 5), ga4("view_item", "x", 0, null)),
  );
  const file = await parquet("ga4.parquet", `SELECT * FROM read_json('${lines}')`);
  const built = await buildJson("--events", file, "--out", folder.path("ga4-out"), "--allow-bad", "1");
  expect(built.events).toBe(2);
  expect(built.bad[0]!.message).toContain("nobody's");
});

test("words that are searched for lead to what was looked at next", async () => {
  const lines = Array.from({ length: 4 }, (_, index) => [
    { name: "search", ts: T, client: `c${index}`, search_term: "Rouge, Écharpe!" },
    view(`c${index}`, "scarf", 1000),
    view(`c${index}`, "hat", 2000),
  ]).flat();
  const built = await buildJson(
    "--events",
    folder.write("search.ndjson", ndjson(...lines)),
    "--out",
    folder.path("search-out"),
  );
  expect(built.words).toBe(2);
  // The two words, and the two products.
  expect(built.tables.views).toBe(4);
});

test.each<[string, string[], string]>([
  ["no events", ["--out", "x"], "Which events?"],
  ["no folder", ["--events", "x"], "Where to?"],
  ["a file that is not there", ["--events", "none.csv", "--out", "x"], "none.csv: there is no such file"],
  ["an option that there is not", ["--evnts", "x"], "--evnts"],
  [
    "a number that is none",
    ["--events", "x", "--out", "y", "--tune", "long"],
    "--tune long: expected a number",
  ],
  [
    "an engine that there is not",
    ["--events", "SESSIONS", "--out", "OUT", "--engine", "oracle://x"],
    "--engine oracle://x: expected duckdb",
  ],
  [
    "a column that is not there",
    ["--events", "SESSIONS", "--out", "OUT", "--item", "sku"],
    'there is no column "sku" (--item): the columns are SessionId, ItemId',
  ],
  ["a table of something else", ["--events", "ELSE", "--out", "OUT"], "no column says which product"],
  ["what is packed otherwise", ["--events", "XZ", "--out", "OUT"], "packed with xz"],
])("%s: exit 2, and what to do", async (_, words, message) => {
  const files: Record<string, string> = {
    SESSIONS: folder.write("small.csv", "SessionId,ItemId\n1,10\n1,11\n"),
    ELSE: folder.write("else.csv", "colour,weight\nred,10\n"),
    XZ: folder.write("packed.csv.xz", Uint8Array.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])),
    OUT: folder.path("never"),
  };
  const { code, complaints } = await build(...words.map((word) => files[word] ?? word));
  expect(code).toBe(2);
  expect(complaints).toContain(message);
});
