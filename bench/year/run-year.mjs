import { checkLog } from "./check-log.mjs";
import { configuration } from "./shop.mjs";
import { simulateShopper } from "./simulate.mjs";

/**
 * Lets shoppers live a year, and holds the log of each against the rules.
 *
 * @param {typeof import("@shopkeeper/engine")} engine
 * @param {{ first?: number, shoppers: number, seed: number, told?: object }} options `told`: what the engine is told otherwise
 *   than the checker believes.
 */
export function runYear(engine, { first = 0, shoppers, seed, told = {} }) {
  const found = {
    shoppers,
    decisions: 0,
    shown: 0,
    advertised: 0,
    dismissed: 0,
    /** How many visits saw so many interruptions. */
    visits: /** @type {number[]} */ ([]),
    /** How many interruptions each shopper saw in the year. */
    each: /** @type {number[]} */ ([]),
    /** How often each experience was shown. */
    shows: /** @type {Record<string, number>} */ ({}),
    broken: /** @type {string[]} */ ([]),
  };
  for (let index = first; index < first + shoppers; index++) {
    const { log, decisions } = simulateShopper(engine, { ...configuration, ...told }, seed * 1e6 + index);
    const { broken, interruptions, advertised } = checkLog(log);
    found.decisions += decisions;
    found.advertised += advertised;
    found.broken.push(...broken.map((rule) => `shopper ${index}, ${rule}`));
    for (const count of interruptions) found.visits[count] = (found.visits[count] ?? 0) + 1;
    found.each.push(interruptions.reduce((sum, count) => sum + count, 0));
    for (const { type, id } of log) {
      if (type === "dismiss") found.dismissed++;
      if (type === "shown") {
        found.shown++;
        found.shows[id] = (found.shows[id] ?? 0) + 1;
      }
    }
  }
  return found;
}
