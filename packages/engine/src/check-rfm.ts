import type { RfmConfiguration } from "./configuration.ts";
import { parseDuration } from "./duration.ts";
import { numberOf, readCutOffs } from "./profile/rfm.ts";

const EXPECTED = {
  recency: 'durations, such as ["30d", "90d", "180d", "365d"]',
  frequency: "numbers of orders, such as [2, 3, 5, 10]",
  monetary: "amounts, such as [50, 150, 400, 1000]",
};

/**
 * Says what is wrong in the cut-offs of a configuration: a sentence for each list that the defaults stand in for.
 *
 * @example
 * checkRfm({ frequency: [3, 2, 5, 10] })
 * // ["rfm.frequency: Expected four ascending numbers of orders, such as [2, 3, 5, 10]"]
 */
export function checkRfm(rfm: RfmConfiguration | null | undefined): string[] {
  const given: Record<string, unknown> = { ...rfm };
  return Object.entries(EXPECTED).flatMap(([dimension, expected]) =>
    given[dimension] === undefined ||
    readCutOffs(given[dimension], dimension === "recency" ? parseDuration : numberOf)
      ? []
      : [`rfm.${dimension}: Expected four ascending ${expected}`],
  );
}
