import type { DuckDBConnection } from "@duckdb/node-api";
import type { Plan } from "./plan.ts";
import { ANSWERS, STEPS, TABLES } from "./queries.ts";

/** What there is in the outcomes, before anything is made of it. */
export interface Found {
  /** The variations that were seen, by experiment. */
  experiments: Map<string, string[]>;
  goals: { goal: string; event: string; currency: string | undefined; conversions: number }[];
}

/** What a day added to a variation: a row of daily.sql. */
export interface DailyRow {
  experiment_id: string;
  variation: string;
  day: string;
  exposures: number;
  conversions: number;
  value: number;
  value_squares: number;
}

/** A row of experiences.sql. */
export interface ExperienceRow {
  experience_id: string;
  variation: string | null;
  clients: number;
  views: number;
  clicks: number;
  dismissals: number;
  conversions: number;
}

/** Rows with plain numbers: whole ones come as texts or bigint, sums as decimals. */
async function rowsOf<Row>(connection: DuckDBConnection, query: string, texts: string[]): Promise<Row[]> {
  const result = await connection.runAndReadAll(query);
  return result.getRowObjectsJson().map((row) => {
    const cells = Object.entries(row).map(([name, cell]) => [
      name,
      texts.includes(name) || cell === null ? cell : Number(cell),
    ]);
    return Object.fromEntries(cells) as Row;
  });
}

/** Drops what was sent twice, and looks what there is. @returns What was found, and how many outcomes are left. */
export async function findOutcomes(connection: DuckDBConnection): Promise<Found & { outcomes: number }> {
  await connection.run(`CREATE TABLE outcomes AS ${STEPS.outcomes}`);
  await connection.run(`CREATE TABLE exposures AS ${STEPS.exposures}`);
  const seen = await rowsOf<{ experiment_id: string; variation: string }>(
    connection,
    "SELECT DISTINCT experiment_id, variation FROM outcomes WHERE name = 'experiment_view' ORDER BY experiment_id, variation",
    ["experiment_id", "variation"],
  );
  const experiments = new Map<string, string[]>();
  for (const { experiment_id: id, variation } of seen)
    experiments.set(id, [...(experiments.get(id) ?? []), variation]);
  const goals = await rowsOf<{ name: string; goal: string; currency: string | null; conversions: number }>(
    connection,
    ANSWERS.goals,
    ["name", "goal", "currency"],
  );
  const [count] = await rowsOf<{ outcomes: number }>(
    connection,
    "SELECT COUNT(*) AS outcomes FROM outcomes",
    [],
  );
  return {
    experiments,
    goals: goals.map(({ name, goal, currency, conversions }) => ({
      goal,
      event: name,
      currency: currency ?? undefined,
      conversions,
    })),
    outcomes: count!.outcomes,
  };
}

/** Asks the queries, once it is known what to make of each experiment. */
export async function answer(connection: DuckDBConnection, plans: (Plan & { windowMs: number })[]) {
  await connection.run(`CREATE TABLE experiments (${TABLES.experiments})`);
  const insert = await connection.prepare("INSERT INTO experiments VALUES ($1, $2, $3, $4, $5)");
  for (const { id, goal, goalEvent, windowMs, currency } of plans) {
    insert.bind([id, goal ?? null, goalEvent, BigInt(windowMs), currency ?? null]);
    await insert.run();
  }
  await connection.run(`CREATE TABLE conversions AS ${STEPS.conversions}`);
  await connection.run(`CREATE TABLE daily AS ${STEPS.daily}`);
  return {
    daily: await rowsOf<DailyRow>(connection, "SELECT * FROM daily", ["experiment_id", "variation", "day"]),
    multiple: await rowsOf<{ experiment_id: string; clients: number }>(connection, ANSWERS.multiple, [
      "experiment_id",
    ]),
    experiences: await rowsOf<ExperienceRow>(connection, ANSWERS.experiences, ["experience_id", "variation"]),
  };
}
