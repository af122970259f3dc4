import type { ExperimentConfiguration } from "../configuration.ts";
import { expected } from "../decide/expected.ts";
import { hash } from "../hash.ts";
import { toJson } from "../to-json.ts";
import { bucketsOf } from "./bucket.ts";
import { chooseRange, isInNamespace, rangesOf } from "./ranges.ts";

/** An experiment whose configuration has been read. */
export interface Experiment extends Pick<ExperimentConfiguration, "when" | "hashAttribute"> {
  /** Its variations, in order. */
  variations: string[];
  /** The weights in short: kept with each exposure, so that a change of a running test is noticed. */
  readonly split: number;
  /** The variation that an id falls into, before anybody asks who takes part; `undefined` for none. */
  draw(id: string): string | undefined;
  /** What this visitor has, as far as was asked. */
  drawn?: string | undefined;
}

/** Ends of ranges are sums, and so may lie a little beyond 1. */
const isRange = ([from, until]: unknown[]): boolean =>
  (from as number) >= 0 && (until as number) >= (from as number) && (until as number) < 1.02;

/**
 * Reads an experiment.
 *
 * @param id What is hashed with the visitor's id, where no other seed is given.
 * @throws Where it cannot be read; the message tells the mend.
 */
export function parseExperiment(id: string, configuration: ExperimentConfiguration): Experiment {
  const { variations, coverage = 1, seed = id, hashVersion = 2, namespace, ...others } = configuration;
  const keys = Object.keys(variations ?? {});
  const given = Object.values(variations ?? {});
  const sum = given.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0 && sum < Infinity) || given.some((weight) => typeof weight !== "number" || weight < 0))
    throw expected("variations", 'weights: { "control": 50, "bold": 50 }', given.join());
  // Where they add up to 1, or nearly, they are taken to the letter: so does GrowthBook.
  const weights = given.map((weight) => (Math.abs(sum - 1) > 0.01 ? weight / sum : weight));
  const { ranges = rangesOf(weights, coverage) } = others;
  if (
    !(
      keys.length === ranges.length &&
      [...ranges, namespace?.slice(1) ?? [0, 1]].every(isRange) &&
      /^[12]$/.test(`${hashVersion}`)
    )
  )
    throw Error(
      'coverage, hashVersion, namespace, ranges: expected parts from 0 to 1, such as 0.5 and ["page", 0, 0.5]',
    );
  const bucketOf = bucketsOf(seed, hashVersion);
  // One browser asks for the same id again and again.
  let last: string | undefined;
  let drawn: string | undefined;
  return {
    ...others,
    variations: keys,
    get split() {
      return hash(toJson([keys, others.ranges ?? weights]));
    },
    draw(id) {
      if (id !== last)
        drawn =
          !namespace || isInNamespace(id, namespace) ? keys[chooseRange(bucketOf(id), ranges)] : undefined;
      last = id;
      return drawn;
    },
  };
}
