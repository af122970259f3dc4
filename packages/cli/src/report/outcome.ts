/** What happened, as a row of the table `lines`: from a line of the beacon, or an event of GA4. */
export interface Outcome {
  /** The same for what was sent twice. */
  id: string;
  client: string;
  /** Milliseconds since 1970 (UTC). */
  ts: number;
  /** One of {@link REQUIRED}, or an event that is a goal under its own name, as GA4's `purchase`. */
  name: string;
  experience_id?: string;
  experiment_id?: string;
  variation?: string;
  goal?: string;
  value?: number;
  /** ISO 4217. */
  currency?: string;
}

/** What each kind of outcome cannot do without. */
export const REQUIRED = {
  experiment_view: ["experiment_id", "variation"],
  experience_view: ["experience_id"],
  experience_click: ["experience_id"],
  experience_dismiss: ["experience_id"],
  experience_convert: ["experience_id"],
  goal: ["goal"],
} as const;

type OutcomeName = keyof typeof REQUIRED;

/** A line that says nothing of experiments or experiences, such as a `page_view`. */
export const OTHER = "other";
/** An event of GA4 of somebody who did not consent: https://support.google.com/analytics/answer/9976101. */
export const ANONYMOUS = "anonymous";

type Fields = Record<string, unknown>;

const isOutcome = (name: string): name is OutcomeName => Object.hasOwn(REQUIRED, name);

/** A text, also where GA4 has made a number of it. */
function text(fields: Fields, field: string): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw new Error(`"${field}" has to be a text`);
}

function number(fields: Fields, field: string): number | undefined {
  const value = fields[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Error(`"${field}" has to be a number, such as 49.9`);
}

/** Made of what it says, for what came without an id. */
const idOf = (outcome: Omit<Outcome, "id">): string => `=${JSON.stringify(Object.values(outcome))}`;

/**
 * An outcome from its fields by name.
 *
 * @param fields As the beacon has them: `client`, `ts`, `name`, and what belongs to the name.
 * @param goals Events that are goals under their own name.
 * @throws With a message that says which field is wrong.
 */
export function readOutcome(fields: Fields, goals: ReadonlySet<string>): Outcome | typeof OTHER {
  const { name, ts } = fields;
  if (typeof name !== "string") throw new Error('"name" is missing, such as "experiment_view"');
  const isGoal = !isOutcome(name) && goals.has(name);
  if (!isOutcome(name) && !isGoal) return OTHER;
  if (fields.version !== undefined && fields.version !== 1)
    throw new Error(
      `version ${JSON.stringify(fields.version)} is not known, only 1: a newer @shopkeeper/cli may know it`,
    );
  const client = text(fields, "client");
  if (client === undefined) throw new Error('"client" is missing, the random id of a browser');
  // Before 1973 in milliseconds: more likely they are seconds.
  if (typeof ts !== "number" || !(ts > 1e11 && ts < 1e14))
    throw new Error('"ts" has to be a time in milliseconds since 1970, such as 1795780800000');
  const outcome = {
    client,
    ts: Math.floor(ts),
    name,
    experience_id: text(fields, "experience_id"),
    experiment_id: text(fields, "experiment_id"),
    variation: text(fields, "variation"),
    goal: isGoal ? name : name === "goal" ? text(fields, "goal") : undefined,
    value: number(fields, "value"),
    currency: text(fields, "currency")?.toUpperCase(),
  } as Omit<Outcome, "id">;
  const missing = isOutcome(name) && REQUIRED[name].find((field) => text(fields, field) === undefined);
  if (missing) throw new Error(`${name} without "${missing}"`);
  // GA4's purchase is sent again where the page of thanks is loaded again.
  const order = name === "purchase" ? text(fields, "transaction_id") : undefined;
  const id = order === undefined ? text(fields, "id") : `purchase ${order}`;
  return { id: id ?? idOf(outcome), ...outcome };
}
