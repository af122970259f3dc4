/**
 * How often a property is tried. To look for longer, or to try the one case that failed again:
 *
 *     RUNS=100000 npx vitest run --project node packages/engine/test
 *     SEED=-1819918769 AT=12:3:0 npx vitest run --project node packages/engine/test -t "the name of the test"
 *
 * `SEED` and `AT` are the seed and the path that fast-check prints with a failure.
 *
 * @param share Of the runs of all properties of a file, which are 12,000 unless `RUNS` says otherwise.
 */
export function runs(share: number): {
  numRuns: number;
  seed?: number;
  path?: string;
  endOnFailure?: boolean;
} {
  const { RUNS, SEED, AT } = process.env;
  return {
    numRuns: Math.ceil(Number(RUNS ?? 12_000) * share),
    ...(SEED && { seed: Number(SEED) }),
    ...(AT && { path: AT, endOnFailure: true }),
  };
}

/** More runs take more time than a test has; milliseconds for a test that is done within `usual`. */
export const patience = (usual: number): number =>
  usual * Math.max(1, Number(process.env.RUNS ?? 0) / 12_000);
