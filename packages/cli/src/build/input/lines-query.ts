import { kindOf, numberOf, quote } from "./raw.ts";

/** What is read of an event: of ours, and of GA4's as BigQuery exports them (support.google.com/analytics/answer/7029846). */
const SHAPE = JSON.stringify({
  name: "VARCHAR",
  event_name: "VARCHAR",
  ts: "BIGINT",
  event_timestamp: "BIGINT",
  client: "VARCHAR",
  user_pseudo_id: "VARCHAR",
  visit: "BIGINT",
  search_term: "VARCHAR",
  transaction_id: "VARCHAR",
  ecommerce: { transaction_id: "VARCHAR" },
  event_params: [{ key: "VARCHAR", value: { string_value: "VARCHAR", int_value: "BIGINT" } }],
  items: [{ item_id: "VARCHAR", item_category: "VARCHAR", price: "DOUBLE", quantity: "DOUBLE" }],
});

const parameter = (key: string): string =>
  `list_filter(e.event_params, lambda each: each.key = ${quote(key)})[1].value`;

/**
 * Rows of `raw` from lines of JSON, each an event.
 *
 * @param source A query with one column, `line`.
 * @param visitor Whose events they are that do not say so themselves: those of an export are of one visitor.
 */
export const linesQuery = (source: string, visitor?: string): string => `
  SELECT ${numberOf("visitor_text")} AS visitor,
    CASE WHEN session_part IS NULL THEN 0 ELSE ${numberOf("concat(visitor_text, ' ', session_part)")} END AS session,
    CASE WHEN kind = 4 THEN ${numberOf("coalesce(order_text, concat(visitor_text, ' ', ts // 86400000))")} ELSE 0 END AS purchase,
    ts, kind, trim(each.item_id) AS item, each.item_category AS category, query,
    CASE WHEN kind = 4 THEN each.price * coalesce(each.quantity, 1) END AS value,
    CASE WHEN problem IS NULL AND kind BETWEEN 1 AND 4 AND nullif(trim(each.item_id), '') IS NULL
      THEN 'an item without "item_id"' ELSE problem END AS problem,
    CASE WHEN problem IS NOT NULL OR (kind BETWEEN 1 AND 4 AND nullif(trim(each.item_id), '') IS NULL) THEN line END AS text
  FROM (
    SELECT *, unnest(CASE WHEN problem IS NULL AND kind BETWEEN 1 AND 4 THEN items
      ELSE [{ item_id: NULL::VARCHAR, item_category: NULL::VARCHAR, price: NULL::DOUBLE, quantity: NULL::DOUBLE }] END) AS each
    FROM (
      SELECT *, CASE
        WHEN NOT is_json THEN 'no JSON'
        WHEN event IS NULL THEN 'no event: "name" (or of GA4 "event_name") is missing'
        WHEN kind = 0 THEN NULL
        WHEN ts IS NULL THEN 'no time: "ts" has to be milliseconds since 1970 ("event_timestamp" of GA4 microseconds)'
        WHEN visitor_text IS NULL THEN 'nobody''s: "client" (or of GA4 "user_pseudo_id", without consent) is missing'
        WHEN kind = 5 AND query IS NULL THEN 'a search without "search_term"'
        WHEN kind < 5 AND len(coalesce(items, [])) = 0 THEN 'an event without "items"'
      END AS problem
      FROM (
        SELECT line, is_json, coalesce(e.name, e.event_name) AS event, ${kindOf("coalesce(e.name, e.event_name)")} AS kind,
          CASE WHEN e.ts > 1e11 AND e.ts < 1e14 THEN e.ts WHEN e.event_timestamp > 1e14 THEN e.event_timestamp // 1000 END AS ts,
          coalesce(e.client, e.user_pseudo_id${visitor === undefined ? "" : `, ${quote(visitor)}`}) AS visitor_text,
          coalesce(e.visit, ${parameter("ga_session_id")}.int_value) AS session_part,
          coalesce(e.transaction_id, e.ecommerce.transaction_id, ${parameter("transaction_id")}.string_value) AS order_text,
          coalesce(e.search_term, ${parameter("search_term")}.string_value) AS query, e.items AS items
        FROM (
          SELECT line, coalesce(json_valid(line), false) AS is_json,
            CASE WHEN json_valid(line) AND json_type(line) = 'OBJECT' THEN from_json(line, ${quote(SHAPE)}) END AS e
          FROM (${source})
        )
      )
    )
  )`;
