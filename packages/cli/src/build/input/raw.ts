/**
 * What every form of input becomes: a row for each product of an event, also for what is wrong, with its `problem`, and for
 * what is about something else (kind 0).
 */
export const RAW = `CREATE TABLE raw (
  file INTEGER, visitor BIGINT, session BIGINT, purchase BIGINT, ts BIGINT, kind INTEGER, item VARCHAR, category VARCHAR,
  query VARCHAR, value DOUBLE, problem VARCHAR, text VARCHAR
)`;

/** Columns of `raw` but for the number of the file, in the order that a query has to give them. */
export const RAW_COLUMNS = [
  "visitor",
  "session",
  "purchase",
  "ts",
  "kind",
  "item",
  "category",
  "query",
  "value",
  "problem",
  "text",
];

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const name = (column: string): string => `"${column.replaceAll('"', '""')}"`;

/** A number for a text, 0 for none: half of 64 bits, so that two texts share one in one of a billion shops. */
export const numberOf = (text: string): string =>
  `CASE WHEN ${text} IS NULL OR ${text} = '' THEN 0 ELSE CAST(hash(${text}) >> 2 AS BIGINT) + 1 END`;

/** GA4's names of events, and how others say them. */
export const KINDS: Record<number, string[]> = {
  1: [
    "view_item",
    "view",
    "views",
    "click",
    "clicks",
    "pageview",
    "page_view_product",
    "product_view",
    "detail",
    "pv",
  ],
  2: ["add_to_cart", "addtocart", "cart", "carts"],
  3: ["add_to_wishlist", "addtowishlist", "wishlist", "fav", "favorite"],
  4: ["purchase", "purchases", "buy", "transaction", "transactions", "order", "orders", "sale"],
  5: ["search", "view_search_results"],
};

/** The kind of an event by its name; 0 where it is about something else. */
export const kindOf = (text: string): string =>
  `CASE ${Object.entries(KINDS)
    .map(([kind, names]) => `WHEN lower(${text}) IN (${names.map(quote).join(", ")}) THEN ${kind}`)
    .join(" ")} ELSE 0 END`;

/** Milliseconds since 1970 of a number: of seconds, milliseconds or microseconds, or a day as 20261127. */
export const millisecondsOf = (number: string): string =>
  `CAST(CASE WHEN ${number} > 1e14 THEN ${number} / 1e3 WHEN ${number} > 1e11 THEN ${number}
    WHEN ${number} BETWEEN 19000101 AND 21001231 THEN epoch_ms(try_strptime(CAST(CAST(${number} AS BIGINT) AS VARCHAR), '%Y%m%d'))
    WHEN ${number} >= 0 THEN ${number} * 1e3 END AS BIGINT)`;
