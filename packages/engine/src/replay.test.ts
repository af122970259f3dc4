import { describe, expect, test } from "vitest";
import contract from "../test/cases/segments.json" with { type: "json" };
import { isFact } from "./profile/fact-names.ts";
import { replay, type Probe, type Replay } from "./replay.ts";
import { createSegments } from "./segment/segments.ts";

type Case = Omit<Replay, "probes"> & {
  name: string;
  probes: (Probe & { held: string[] })[];
  errors?: { segment: string; line: number; column: number }[];
};

describe("the worked cases of the contract", () => {
  for (const { name, segments, events, probes, errors = [] } of contract.cases as unknown as Case[]) {
    test(name, () => {
      expect(replay({ segments, events, probes })).toEqual(probes.map(({ at, held }) => ({ at, held })));
      expect(
        createSegments({ segments, isFact }).errors.map(({ segment, line, column }) => ({
          segment,
          line,
          column,
        })),
      ).toEqual(errors);
    });
  }
});
