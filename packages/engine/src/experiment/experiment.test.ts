import { expect, test } from "vitest";
import type { ExperimentConfiguration } from "../configuration.ts";
import { parseExperiment } from "./experiment.ts";

const parse = (experiment: object) => parseExperiment("hero", experiment as ExperimentConfiguration);
const even = { control: 50, bold: 50 };

/** Which part of a few thousand ids draws each variation. */
function shares(experiment: object): Record<string, number> {
  const { draw } = parse(experiment);
  const shares: Record<string, number> = {};
  for (let id = 0; id < 5000; id++) {
    const variation = draw(`${id}`) ?? "none";
    shares[variation] = (shares[variation] ?? 0) + 1 / 5000;
  }
  return shares;
}

test.each([
  ["weights are relative", { a: 50, b: 50 }, { a: 0.5, b: 0.5 }],
  ["they need not add up to 100", { a: 3, b: 1 }, { a: 0.75, b: 0.25 }],
  ["those that add up to 1 are taken as they are", { a: 0.4, b: 0.6 }, { a: 0.4, b: 0.6 }],
  ["one may be nothing", { a: 1, b: 0 }, { a: 1 }],
  ["one variation is a rollout", { bold: 1 }, { bold: 1 }],
])("%s", (_, variations, wanted) => {
  const found = shares({ variations });
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted));
  for (const [key, share] of Object.entries(wanted)) expect(Math.abs(found[key]! - share)).toBeLessThan(0.02);
});

test("the same split is known again, however its weights are written, and another is another", () => {
  const { split } = parse({ variations: even });
  expect(parse({ variations: { control: 1, bold: 1 } }).split).toBe(split);
  expect(parse({ variations: even, when: "visitor.returning", coverage: 0.1 }).split).toBe(split);
  expect(parse({ variations: { control: 60, bold: 40 } }).split).not.toBe(split);
  expect(parse({ variations: { ...even, other: 50 } }).split).not.toBe(split);
});

test("nobody changes variation when coverage grows", () => {
  const some = parse({ variations: even, coverage: 0.2 });
  const all = parse({ variations: even });
  const ids = Array.from({ length: 1000 }, (_, index) => `visitor ${index}`);
  const taking = ids.filter((id) => some.draw(id));
  expect(taking.length).toBeGreaterThan(150);
  expect(taking.length).toBeLessThan(250);
  expect(taking.filter((id) => some.draw(id) !== all.draw(id))).toEqual([]);
});

test("parts of a namespace that do not overlap share nobody, and leave nobody out who is in one of them", () => {
  const [first, second] = [
    [0, 0.4],
    [0.4, 1],
  ].map((part) =>
    parseExperiment(`test ${part[0]}`, { variations: even, namespace: ["page", part[0]!, part[1]!] }),
  );
  for (let id = 0; id < 2000; id++)
    expect([first!.draw(`${id}`), second!.draw(`${id}`)].filter(Boolean).length).toBe(1);
});

test.each([
  [{}, /^variations: expected weights: { "control": 50, "bold": 50 }/],
  [{ variations: {} }, /^variations: /],
  [{ variations: null }, /^variations: /],
  [{ variations: { a: 0, b: 0 } }, /^variations: .*got "0,0"$/],
  [{ variations: { a: -1, b: 2 } }, /^variations: .*got "-1,2"$/],
  [{ variations: { a: "50", b: 50 } }, /^variations: /],
  [{ variations: { a: Infinity } }, /^variations: /],
  [{ variations: ["a", "b"] }, /^variations: /],
  [{ variations: even, coverage: 20 }, /^coverage, .*: expected parts from 0 to 1, such as 0.5/],
  [{ variations: even, coverage: "much" }, /^coverage/],
  [{ variations: even, coverage: -1 }, /^coverage/],
  [{ variations: even, hashVersion: 3 }, /hashVersion/],
  [{ variations: even, namespace: ["page"] }, /namespace.*\["page", 0, 0.5\]/],
  [{ variations: even, namespace: "page" }, /namespace/],
  [{ variations: even, namespace: ["page", 0.5, 0.2] }, /namespace/],
  [{ variations: even, ranges: [[0, 1]] }, /ranges/],
  [
    {
      variations: even,
      ranges: [
        [0, 50],
        [50, 100],
      ],
    },
    /ranges/,
  ],
  [{ variations: even, ranges: 5 }, /./],
])("%j is an error that tells the mend", (experiment, message) => {
  expect(() => parse(experiment)).toThrow(message);
});
