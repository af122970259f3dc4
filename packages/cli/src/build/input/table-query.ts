import type { NamedColumns } from "./columns.ts";
import { kindOf, millisecondsOf, name, numberOf, quote } from "./raw.ts";

/** A column of a file with its type in DuckDB. */
export interface Column {
  column: string;
  type: string;
}

/** Milliseconds of a column, however it says the time. */
function timeOf({ column, type }: Column, format: string | undefined): string {
  if (type.startsWith("TIMESTAMP") || type === "DATE") return `epoch_ms(CAST(${name(column)} AS TIMESTAMP))`;
  const text = `trim(CAST(${name(column)} AS VARCHAR))`;
  if (format !== undefined) return `epoch_ms(try_strptime(${text}, ${quote(format)}))`;
  const number = `TRY_CAST(${name(column)} AS DOUBLE)`;
  return `CASE WHEN ${number} IS NULL THEN epoch_ms(TRY_CAST(${text} AS TIMESTAMP)) ELSE ${millisecondsOf(number)} END`;
}

/**
 * Rows of `raw` from a table of events, orders or sessions.
 *
 * @param source What is read from, such as `read_parquet('…')`.
 * @param timeFormat How a time is written, where it is not usual, as strptime has it.
 */
export function tableQuery(
  source: string,
  columns: Column[],
  roles: NamedColumns,
  timeFormat: string | undefined,
): string {
  const text = (role: keyof NamedColumns): string =>
    roles[role] === undefined ? "NULL::VARCHAR" : `nullif(trim(CAST(${name(roles[role])} AS VARCHAR)), '')`;
  const time = columns.find(({ column }) => column === roles.time);
  // Without a word on what happened, what belongs to an order was bought, and all else looked at.
  const kind = roles.event ? kindOf("event_text") : roles.order ? "4" : "1";
  const ts = time ? timeOf(time, timeFormat) : "NULL::BIGINT";
  const quantity =
    roles.quantity === undefined ? "1" : `coalesce(TRY_CAST(${text("quantity")} AS DOUBLE), 1)`;
  const whole = `concat_ws(',', ${columns.map(({ column }) => name(column)).join(", ")})`;
  const owner = `session_text IS NULL AND visitor_text IS NULL AND order_text IS NULL`;
  const problems = [
    `WHEN kind = 0 THEN NULL`,
    `WHEN kind <> 5 AND item IS NULL THEN ${quote(`no product (column "${roles.item}")`)}`,
    `WHEN kind = 5 AND query IS NULL THEN 'a search without words'`,
    `WHEN ${owner} THEN ${quote(
      `nobody's: ${[roles.session, roles.visitor, roles.order]
        .filter((each) => each !== undefined)
        .map((each) => `"${each}"`)
        .join(" and ")} empty`,
    )}`,
    ...(time
      ? [
          `WHEN ts IS NULL THEN ${quote(`no time that can be read (column "${time.column}"; say how with --time-format)`)}`,
        ]
      : []),
  ];
  return `SELECT ${numberOf("visitor_text")} AS visitor,
    ${numberOf(roles.session === undefined && !time ? "coalesce(session_text, visitor_text, order_text)" : "session_text")} AS session,
    CASE WHEN kind = 4 THEN ${numberOf("coalesce(order_text, session_text, concat(visitor_text, ' ', ts // 86400000))")} ELSE 0 END AS purchase,
    ts, kind, item, category, query,
    CASE WHEN kind = 4 THEN price * quantity END AS value, problem, CASE WHEN problem IS NOT NULL THEN whole END AS text
  FROM (
    SELECT *, CASE ${problems.join(" ")} END AS problem
    FROM (
      SELECT *, CASE WHEN quantity > 0 THEN ${kind} ELSE 0 END AS kind
      FROM (
        SELECT ${text("visitor")} AS visitor_text, ${text("session")} AS session_text, ${text("order")} AS order_text,
          ${text("event")} AS event_text, ${ts} AS ts, ${text("item")} AS item, ${text("category")} AS category,
          ${text("query")} AS query, ${quantity} AS quantity,
          ${roles.price === undefined ? "NULL::DOUBLE" : `TRY_CAST(${text("price")} AS DOUBLE)`} AS price, ${whole} AS whole
        FROM ${source}
      )
    )
  )`;
}
