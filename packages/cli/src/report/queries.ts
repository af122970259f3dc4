import conversions from "./sql/conversions.sql?raw";
import daily from "./sql/daily.sql?raw";
import experiences from "./sql/experiences.sql?raw";
import exposures from "./sql/exposures.sql?raw";
import goals from "./sql/goals.sql?raw";
import lifts from "./sql/lifts.sql?raw";
import multiple from "./sql/multiple.sql?raw";
import outcomes from "./sql/outcomes.sql?raw";

/**
 * The tables that are given: the lines of the files as they came, and what to make of each experiment. Texts are compared
 * letter for letter; `goal_event` is `goal`, or the event that is the goal under its own name; `ts` is milliseconds since 1970 (UTC), `day` is that day in the shop's time zone as `2026-11-27`.
 */
export const TABLES = {
  lines: `id VARCHAR(500), client VARCHAR(500), ts BIGINT, day VARCHAR(10), name VARCHAR(100), experience_id VARCHAR(500),
  experiment_id VARCHAR(500), variation VARCHAR(500), goal VARCHAR(500), value DOUBLE PRECISION, currency VARCHAR(10)`,
  experiments: `experiment_id VARCHAR(500), goal VARCHAR(500), goal_event VARCHAR(100), window_ms BIGINT, currency VARCHAR(10)`,
};

/** Queries that become tables, in this order: each reads those before it. */
export const STEPS = { outcomes, exposures, conversions, daily };

/** Queries whose answers are the report. `lifts` is for a warehouse: here it is computed in compare.ts. */
export const ANSWERS = { goals, multiple, experiences, lifts };

/** All of it as one script for a warehouse, as `shopkeeper report --sql` prints it. */
export function script(): string {
  const create = Object.entries(TABLES).map(
    ([name, columns]) => `CREATE TABLE ${name} (\n  ${columns}\n);\n`,
  );
  const steps = Object.entries(STEPS).map(([name, query]) => `CREATE TABLE ${name} AS\n${query.trim()};\n`);
  const answers = Object.entries(ANSWERS).map(([name, query]) => `-- ${name}\n${query.trim()};\n`);
  const fill = "-- Fill lines with the outcomes, and experiments with a row for each; then go on.\n";
  return [...create, fill, ...steps, ...answers].join("\n");
}
