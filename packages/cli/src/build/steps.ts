import clickhouseBaskets from "./sql/clickhouse/baskets.sql?raw";
import clickhouseNear from "./sql/clickhouse/near.sql?raw";
import clickhouseOrderLines from "./sql/clickhouse/order_lines.sql?raw";
import clickhousePairs from "./sql/clickhouse/pairs.sql?raw";
import clickhouseRebuys from "./sql/clickhouse/rebuys.sql?raw";
import clickhouseSellers from "./sql/clickhouse/sellers.sql?raw";
import clickhouseSequence from "./sql/clickhouse/sequence.sql?raw";
import clickhouseShares from "./sql/clickhouse/shares.sql?raw";
import clickhouseSteps from "./sql/clickhouse/steps.sql?raw";
import clickhouseSupport from "./sql/clickhouse/support.sql?raw";
import clickhouseViews from "./sql/clickhouse/views.sql?raw";
import baskets from "./sql/baskets.sql?raw";
import near from "./sql/near.sql?raw";
import orderLines from "./sql/order_lines.sql?raw";
import pairs from "./sql/pairs.sql?raw";
import rebuys from "./sql/rebuys.sql?raw";
import sellers from "./sql/sellers.sql?raw";
import sequence from "./sql/sequence.sql?raw";
import shares from "./sql/shares.sql?raw";
import steps from "./sql/steps.sql?raw";
import support from "./sql/support.sql?raw";
import views from "./sql/views.sql?raw";

/**
 * The tables that are given. `events.kind` is 1 a view, 2 into the cart, 3 onto the wish list, 4 bought, 5 a word searched for;
 * `visitor`, `session` and `purchase` are 0 where they are not known; `ts` is milliseconds since 1970 (UTC), or where there is
 * no time the number of the row; `seq` is different in every row, and later in later ones. Of `items`, `category` is a number
 * from 1 on. `settings` has one row.
 */
export const TABLES = {
  events: {
    visitor: "bigint",
    session: "bigint",
    purchase: "bigint",
    ts: "bigint",
    seq: "bigint",
    item: "integer",
    kind: "integer",
  },
  items: { item: "integer", category: "integer" },
  distances: { distance: "integer", forward: "double precision", backward: "double precision" },
  settings: {
    last_ts: "double precision",
    span: "double precision",
    recency: "double precision",
    pause: "bigint",
    session_cap: "integer",
    shrink: "double precision",
    row_power: "double precision",
    column_power: "double precision",
    hop: "double precision",
    hop_limit: "integer",
    near_limit: "integer",
    epsilon: "double precision",
    neighbours: "integer",
    basket_minimum: "integer",
    popular_limit: "integer",
    same_order: "bigint",
    horizon: "bigint",
  },
} as const;

export type TableName = keyof typeof TABLES;

/** A query that becomes a table: each reads those before it. */
export interface Step {
  name: string;
  query: string;
  /** What it is, for whoever watches. */
  label: string;
}

const step = (name: string, label: string, query: string): Step => ({ name, query, label });

/** The steps in standard SQL, as DuckDB and PostgreSQL run them. */
export const STANDARD_STEPS: Step[] = [
  step("sequence", "visits", sequence),
  step("support", "how often each product is looked at", support),
  step("steps", "what follows what", steps),
  step("pairs", "both ways", pairs),
  step("near", "the nearest", near),
  step("shares", "their parts", shares),
  step("views", "with two steps", views),
  step("order_lines", "orders", orderLines),
  step("baskets", "what is bought together", baskets),
  step("sellers", "best sellers", sellers),
  step("rebuys", "what is bought again", rebuys),
];

/** The same for ClickHouse of 2018, which has no window functions. */
export const CLICKHOUSE_STEPS: Step[] = STANDARD_STEPS.map((each, index) => ({
  ...each,
  query: [
    clickhouseSequence,
    clickhouseSupport,
    clickhouseSteps,
    clickhousePairs,
    clickhouseNear,
    clickhouseShares,
    clickhouseViews,
    clickhouseOrderLines,
    clickhouseBaskets,
    clickhouseSellers,
    clickhouseRebuys,
  ][index]!,
}));
