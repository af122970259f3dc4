// GrowthBook's published vectors: what draws here as there lets a shop bring a running test along.
import { expect, test } from "vitest";
import type { ExperimentConfiguration } from "../../src/index.ts";
import { createEngine } from "../../src/index.ts";
import { bucketsOf, type HashVersion } from "../../src/experiment/bucket.ts";
import { parseExperiment } from "../../src/experiment/experiment.ts";
import {
  chooseRange,
  isInNamespace,
  rangesOf,
  type Namespace,
  type Range,
} from "../../src/experiment/ranges.ts";
import { context, tell } from "../make.ts";
import vectors from "./growthbook-vectors.json" with { type: "json" };

/** A row of the vectors, which JSON types as a list of anything. */
const rows = <Row>(list: unknown): Row[] => list as Row[];
const close = (numbers: number[]) => numbers.map((number) => expect.closeTo(number, 9));

test("the vectors are there", () => {
  expect(vectors.hash.length + vectors.getBucketRange.length + vectors.run.length).toBe(80);
});

test.each(rows<[seed: string, id: string, version: number, bucket: number | null]>(vectors.hash))(
  "hash: %j with %j, version %i, is %j",
  (seed, id, version, bucket) => {
    if (bucket !== null) return expect(bucketsOf(seed, version as HashVersion)(id)).toBe(bucket);
    const broken = { variations: { a: 1 }, hashVersion: version } as unknown as ExperimentConfiguration;
    expect(() => parseExperiment(seed, broken)).toThrow(/hashVersion/);
  },
);

/** By the specification, weights that do not fit or do not add up to 1 are equal ones, and coverage is brought into 0 to 1. */
const asSpecified = (count: number, coverage: number, weights: number[] | null): [number[], number] => {
  const sum = weights?.reduce((all, weight) => all + weight, 0) ?? 0;
  const isFit = weights?.length === count && sum >= 0.99 && sum <= 1.01;
  return [isFit ? weights : Array(count).fill(1 / count), Math.min(1, Math.max(0, coverage))];
};

test.each(
  rows<[name: string, given: [number, number, number[] | null], ranges: Range[]]>(vectors.getBucketRange),
)("getBucketRange: %s", (_, given, ranges) => {
  expect(rangesOf(...asSpecified(...given))).toEqual(ranges.map(close));
});

test.each(rows<[name: string, bucket: number, ranges: Range[], index: number]>(vectors.chooseVariation))(
  "chooseVariation: %s",
  (_, bucket, ranges, index) => {
    expect(chooseRange(bucket, ranges)).toBe(index);
  },
);

test.each(rows<[name: string, id: string, namespace: Namespace, isIn: boolean]>(vectors.inNamespace))(
  "inNamespace: %s",
  (_, id, namespace, isIn) => {
    expect(isInNamespace(id, namespace)).toBe(isIn);
  },
);

test.each(rows<[count: number, weights: number[]]>(vectors.getEqualWeights))(
  "getEqualWeights: of %i variations",
  (count, weights) => {
    if (count < 1) return expect(weights).toEqual([]);
    const variations = Object.fromEntries(weights.map((_, index) => [`v${index}`, 50]));
    const { draw } = parseExperiment("it", { variations });
    const counts = new Map<string, number>();
    for (let id = 0; id < 10_000; id++) {
      const drawn = draw(`${id}`)!;
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    weights.forEach((weight, index) =>
      expect(Math.abs((counts.get(`v${index}`) ?? 0) / 10_000 - weight)).toBeLessThan(0.02),
    );
  },
);

/** What GrowthBook writes as a list of values has names here. */
const named = ({ variations, weights, key: _key, ...others }: Record<string, unknown>) =>
  ({
    ...others,
    hashVersion: others.hashVersion ?? 1,
    hashAttribute: `profile.${others.hashAttribute ?? "id"}`,
    variations: Object.fromEntries(
      (variations as unknown[]).map((_, index) => [`v${index}`, (weights as number[])?.[index] ?? 1]),
    ),
  }) as ExperimentConfiguration;

type Run = [
  name: string,
  context: { attributes?: Record<string, unknown> },
  experiment: Record<string, unknown>,
  value: unknown,
  takesPart: boolean,
];

test.each(rows<Run>(vectors.run))("run: %s", (_, { attributes = {} }, experiment, value, takesPart) => {
  const engine = createEngine({ experiments: { [`${experiment.key}`]: named(experiment) } });
  tell(engine, "identify", { profile: attributes });
  expect(engine.experiments.errors).toEqual([]);
  const index = (experiment.variations as unknown[]).findIndex(
    (each) => JSON.stringify(each) === JSON.stringify(value),
  );
  expect(engine.variation(`${experiment.key}`, context())).toBe(takesPart ? `v${index}` : undefined);
});
