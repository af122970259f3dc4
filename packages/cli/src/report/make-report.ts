import { parseDuration } from "@shopkeeper/engine";
import { analyse } from "./analyse.ts";
import type { Looking } from "./compare.ts";
import { load } from "./load.ts";
import { planFor, readGoal, type Asked, type Configured } from "./plan.ts";
import type { Report } from "./report.ts";
import { answer, findOutcomes, type ExperienceRow } from "./tables.ts";

export interface ReportOptions extends Looking {
  timeZone: string;
  asked: Asked;
  configured: Configured;
}

/** Events of GA4's own that a shop may name as its goal. */
function goalsThatAreEvents({ asked, configured }: ReportOptions): Set<string> {
  const goals = new Set(["purchase"]);
  if (asked.goal !== undefined) goals.add(asked.goal);
  for (const experiment of Object.values(configured.experiments ?? {})) {
    const { name } = readGoal(experiment?.goal);
    if (name !== undefined) goals.add(name);
  }
  return goals;
}

const experienceOf = ({ experience_id: id, ...row }: ExperienceRow) => ({ id, ...row });

/**
 * Reads the files, and reports what is in them.
 *
 * @throws Where a file cannot be opened, with its name in front.
 */
export async function makeReport(files: string[], options: ReportOptions): Promise<Report> {
  // 70 MB that no other command needs.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  try {
    const { timeZone, asked, configured, alpha, expected, min } = options;
    const loaded = await load(connection, files, { timeZone, goals: goalsThatAreEvents(options) });
    const found = await findOutcomes(connection);
    const plans = [...found.experiments].map(([id, seen]) => {
      const plan = planFor(id, seen, found, asked, configured);
      return { ...plan, windowMs: parseDuration(plan.window) };
    });
    const { daily, multiple, experiences } = await answer(connection, plans);
    const unseen = Object.keys(configured.experiments ?? {}).filter((id) => !found.experiments.has(id));
    return {
      version: 1,
      settings: { alpha, expected, min, timeZone },
      read: {
        files,
        ...loaded,
        outcomes: found.outcomes,
        doubles: loaded.outcomes - found.outcomes,
      },
      experiments: plans.map((plan) =>
        analyse(
          plan,
          daily.filter(({ experiment_id: id }) => id === plan.id),
          multiple.find(({ experiment_id: id }) => id === plan.id)?.clients ?? 0,
          { alpha, expected, min },
        ),
      ),
      experiences: experiences.map(experienceOf),
      notes: unseen.map(
        (id) => `The experiment "${id}" is configured, but nobody in these files has seen it.`,
      ),
    };
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}
