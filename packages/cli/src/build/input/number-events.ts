import type { DuckDBConnection } from "@duckdb/node-api";
import type { Item } from "@shopkeeper/engine";
import type { Period } from "../run-steps.ts";

/** A word has to be searched for so often before it leads anywhere. */
const WORD_MINIMUM = 3;

/** Of a search so many words count. */
const WORDS = 8;

/** What the numbers in the tables stand for: the one of an item is its place here. */
export interface Numbered {
  /** Ids of products, and `q:word` of words. */
  ids: string[];
  /** Categories; that of number 1 is the first. */
  categories: string[];
  period: Period;
  /** How many rows `events` has. */
  events: number;
}

/** Words of a search: what consists of letters and digits, in lower case. */
const WORDS_QUERY = `SELECT seq, visitor, session, ts, 'q:' || words[place] AS id, place
  FROM (
    SELECT seq, visitor, session, ts, words, unnest(range(1, least(len(words), ${WORDS}) + 1)) AS place
    FROM (
      SELECT rowid AS seq, visitor, session, ts,
        list_filter(regexp_split_to_array(lower(query), '[^\\p{L}\\p{N}]+'), lambda word: word <> '') AS words
      FROM raw WHERE kind = 5 AND problem IS NULL
    )
  )`;

/** Appends what the catalogue says of categories. */
async function fillCategories(connection: DuckDBConnection, cards: Item[]): Promise<void> {
  await connection.run("CREATE TABLE card_categories (id VARCHAR, category VARCHAR)");
  const appender = await connection.createAppender("card_categories");
  for (const { item_id, item_category } of cards) {
    if (item_id === undefined || item_category === undefined) continue;
    appender.appendVarchar(item_id);
    appender.appendVarchar(item_category);
    appender.endRow();
  }
  appender.closeSync();
}

const texts = async (connection: DuckDBConnection, query: string): Promise<string[]> =>
  ((await connection.runAndReadAll(query)).getColumnsJS()[0] ?? []).map(String);

/**
 * Makes of `raw` and the catalogue the tables `events` and `items`, in which all is numbers. They are numbered in the order of
 * their ids, so that the same files give the same numbers.
 */
export async function numberEvents(
  connection: DuckDBConnection,
  cards: Item[],
  isTime: boolean,
): Promise<Numbered> {
  await fillCategories(connection, cards);
  await connection.run(`CREATE TABLE words AS ${WORDS_QUERY}`);
  await connection.run(`CREATE TABLE ids AS
    SELECT id, CAST(row_number() OVER (ORDER BY id) - 1 AS INTEGER) AS item FROM (
      SELECT DISTINCT item AS id FROM raw WHERE problem IS NULL AND kind BETWEEN 1 AND 4
      UNION ALL SELECT id FROM words GROUP BY id HAVING count(*) >= ${WORD_MINIMUM}
    )`);
  const ts = isTime ? "ts" : "seq";
  await connection.run(`CREATE TABLE events AS
    SELECT visitor, session, purchase, ${ts} AS ts, seq, ids.item AS item, kind FROM (
      SELECT visitor, session, purchase, ts, rowid * ${WORDS} AS seq, item AS id, kind
      FROM raw WHERE problem IS NULL AND kind BETWEEN 1 AND 4
      UNION ALL
      SELECT visitor, session, 0, ts, seq * ${WORDS} + place - 1, id, 5 FROM words
    ) JOIN ids USING (id)`);
  await connection.run(`CREATE TABLE item_categories AS
    SELECT DISTINCT ids.item AS item, category FROM (
      SELECT item AS id, category FROM raw WHERE category IS NOT NULL AND problem IS NULL
      UNION ALL SELECT id, category FROM card_categories
    ) JOIN ids USING (id)`);
  await connection.run(`CREATE TABLE categories AS
    SELECT category AS name, CAST(row_number() OVER (ORDER BY category) AS INTEGER) AS category
    FROM (SELECT DISTINCT category FROM item_categories)`);
  // The whole shop is category 0: every product is in it.
  await connection.run(`CREATE TABLE items AS
    SELECT item, categories.category AS category FROM item_categories JOIN categories ON name = item_categories.category
    UNION ALL SELECT item, 0 FROM ids WHERE id NOT LIKE 'q:%'`);
  await connection.run(`CREATE TABLE orders AS SELECT visitor, purchase, min(ts) AS ts, sum(value) AS value
    FROM raw WHERE kind = 4 AND problem IS NULL AND visitor <> 0 GROUP BY visitor, purchase`);
  await connection.run("DROP TABLE raw");
  const [[first, last, count] = []] = (
    await connection.runAndReadAll("SELECT min(ts), max(ts), count(*) FROM events")
  ).getRowsJS();
  return {
    ids: await texts(connection, "SELECT id FROM ids ORDER BY item"),
    categories: await texts(connection, "SELECT name FROM categories ORDER BY category"),
    period: { first: Number(first ?? 0), last: Number(last ?? 0), isTime },
    events: Number(count),
  };
}
