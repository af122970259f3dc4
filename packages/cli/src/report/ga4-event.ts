import { ANONYMOUS, OTHER, readOutcome, type Outcome } from "./outcome.ts";

/**
 * A row of GA4's export to BigQuery, of which only this is read: https://support.google.com/analytics/answer/7029846.
 * BigQuery writes whole numbers as texts into JSON.
 */
export interface Ga4Event {
  event_name: string;
  /** Microseconds since 1970 (UTC). */
  event_timestamp: number | string;
  user_pseudo_id?: string | null;
  event_params?: { key: string; value?: Ga4Value | null }[] | null;
  batch_page_id?: number | string | null;
  batch_ordering_id?: number | string | null;
  batch_event_index?: number | string | null;
}

interface Ga4Value {
  string_value?: string | null;
  int_value?: number | string | null;
  float_value?: number | null;
  double_value?: number | null;
}

function valueOf(value: Ga4Value | null | undefined): string | number | undefined {
  const { string_value: string, int_value: int, float_value: float, double_value: double } = value ?? {};
  return string ?? (int === null || int === undefined ? (double ?? float ?? undefined) : Number(int));
}

/** What tells two events of one batch apart, which have the same time. */
const BATCH = ["batch_page_id", "batch_ordering_id", "batch_event_index"] as const;

/**
 * An outcome from an event of GA4, whose parameters have the names of the beacon's fields.
 *
 * @param goals Events that are goals under their own name, such as `purchase`.
 * @throws With a message that says which field is wrong.
 */
export function readGa4Event(
  event: Ga4Event,
  goals: ReadonlySet<string>,
): Outcome | typeof OTHER | typeof ANONYMOUS {
  const params = event.event_params ?? [];
  if (!Array.isArray(params)) throw new Error('"event_params" has to be a list of keys with values');
  const fields = Object.fromEntries(params.map(({ key, value }) => [key, valueOf(value)]));
  // Whatever parameters are called: these are the export's own.
  const { event_name: name, event_timestamp: time, user_pseudo_id: client } = event;
  const ts = Math.floor(Number(time) / 1000);
  if (!(ts > 1e11 && ts < 1e14))
    throw new Error(
      '"event_timestamp" has to be a time in microseconds since 1970, such as 1795780800000000',
    );
  const own = { ...fields, version: undefined, id: undefined, name, ts, client };
  if (typeof client !== "string" || !client)
    return readOutcome({ ...own, client: "-" }, goals) === OTHER ? OTHER : ANONYMOUS;
  const outcome = readOutcome(own, goals);
  if (outcome === OTHER || !outcome.id.startsWith("=")) return outcome;
  return { ...outcome, id: [time, ...BATCH.map((field) => event[field] ?? ""), outcome.id].join(" ") };
}
