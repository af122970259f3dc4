import type { Told } from "./sinks.ts";

interface Host {
  dataLayer?: unknown;
  gtag?: unknown;
}

/**
 * What GA4 is told, besides the name. All of it each time: Tag Manager keeps a value until another is pushed, so that the
 * variation of one experience would stand at the next one.
 */
const PARAMETERS = [
  "experience_id",
  "experiment_id",
  "variation",
  "goal",
  "value",
  "currency",
  "due",
  "days",
  "items",
] as const;

/** Whether Tag Manager reads this data layer: its snippet leaves a mark in it. */
const isTagManagers = (layer: unknown[]): boolean =>
  layer.some((entry) => !!(entry as Record<string, unknown> | null)?.["gtm.start"]);

/**
 * Pushes an outcome as GA4 takes it: to Tag Manager as an object with `event`, to Google's tag alone by `gtag`. Where
 * there is neither yet, the data layer is made, and whoever comes finds the event in it.
 *
 * @throws Where the page has something else of that name.
 * @see https://developers.google.com/tag-platform/tag-manager/datalayer
 */
export function pushToDataLayer(host: object, told: Told): void {
  const page = host as Host;
  const given = told as Partial<Record<(typeof PARAMETERS)[number], unknown>>;
  // An image of that name is none.
  if (page.dataLayer && !Array.isArray(page.dataLayer))
    throw new Error("window.dataLayer is something else than a list");
  const layer = (page.dataLayer ??= []) as unknown[];
  const parameters = Object.fromEntries(PARAMETERS.map((name) => [name, given[name]]));
  if (typeof page.gtag !== "function" || isTagManagers(layer))
    layer.push({ event: told.name, ...parameters });
  else {
    const known = Object.entries(parameters).filter(([, value]) => value !== undefined);
    page.gtag("event", told.name, Object.fromEntries(known));
  }
}
