import type { ExperimentConfiguration } from "../configuration.ts";
import { expected } from "../decide/expected.ts";
import { hash } from "../hash.ts";
import { clip } from "../profile/item.ts";
import { bucketOf, type HashVersion } from "./bucket.ts";
import { chooseRange, isInNamespace, type Namespace, type Range, rangesOf } from "./ranges.ts";

/** An experiment whose configuration has been read. */
export interface Experiment {
  /** Its variations, in order. */
  variations: string[];
  /** Who takes part: an expression. */
  when: string | undefined;
  /** The fact that is hashed instead of this browser's own id. */
  attribute: string | undefined;
  /**
   * The split, for people: it is kept with each exposure, so that a change of a running test is noticed.
   *
   * @example "control:0.5,bold:0.5"
   */
  split: string;
  /** The same, in short. */
  mark: number;
  /** The variation that an id falls into, before anybody asks who takes part; `undefined` for none. */
  draw(id: string): string | undefined;
}

const isPart = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 1;
const isRange = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(isPart) && value[0] <= value[1];

/**
 * Reads an experiment.
 *
 * @param id What is hashed with the visitor's id, where no other seed is given.
 * @throws Where it cannot be read; the message tells the mend.
 */
export function parseExperiment(id: string, configuration: ExperimentConfiguration): Experiment {
  const {
    variations,
    when,
    coverage = 1,
    seed = id,
    hashVersion = 2,
    ranges,
    namespace,
    hashAttribute,
  } = configuration;
  const keys = Object.keys(variations ?? {});
  const given = Object.values(variations ?? {});
  const sum = given.reduce((all, weight) => all + weight, 0);
  const wrong = given.find((weight) => !(typeof weight === "number" && weight >= 0));
  if (wrong !== undefined || !(sum > 0 && sum < Infinity))
    throw expected("variations", 'a weight for each: { "control": 50, "bold": 50 }', wrong ?? variations);
  if (!isPart(coverage)) throw expected("coverage", "a part from 0 to 1, such as 0.5", coverage);
  if (hashVersion !== 1 && hashVersion !== 2)
    throw expected("hashVersion", "2, or 1 of an old test", hashVersion);
  for (const text of [when, seed, hashAttribute])
    if (text !== undefined && typeof text !== "string")
      throw expected("when, seed, hashAttribute", "a text", text);
  if (namespace && !(typeof namespace[0] === "string" && isRange(namespace.slice(1))))
    throw expected("namespace", '["checkout", 0, 0.5]', namespace);
  if (ranges && !(Array.isArray(ranges) && ranges.length === keys.length && ranges.every(isRange)))
    throw expected("ranges", "[from, until] for each variation", ranges);
  // Where they add up to 1, or nearly, they are taken to the letter: so does GrowthBook.
  const weights = given.map((weight) => (Math.abs(sum - 1) > 0.01 ? weight / sum : weight));
  const split = keys
    .map((key, index) => `${key}:${ranges ? ranges[index]!.join("-") : +weights[index]!.toFixed(4)}`)
    .join();
  return {
    variations: keys,
    when,
    attribute: hashAttribute,
    split,
    mark: hash(clip(split)),
    draw: drawFrom(keys, ranges ?? rangesOf(weights, coverage), seed, hashVersion, namespace),
  };
}

/** Draws, and remembers the last: one browser asks for the same id again and again. */
function drawFrom(
  keys: string[],
  ranges: Range[],
  seed: string,
  version: HashVersion,
  namespace?: Namespace,
): Experiment["draw"] {
  let last: string | undefined;
  let drawn: string | undefined;
  return (id) => {
    if (id !== last) {
      last = id;
      drawn =
        !namespace || isInNamespace(id, namespace)
          ? keys[chooseRange(bucketOf(seed, id, version), ranges)]
          : undefined;
    }
    return drawn;
  };
}
