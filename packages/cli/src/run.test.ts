import { expect, test } from "vitest";
import { run, type Shell } from "./run.ts";

const NOW = 1_750_000_000_000;

/** A shell with these files, which remembers what it was told. */
function shellWith(files: Record<string, string>): Shell & { said: string[]; complaints: string[] } {
  const said: string[] = [];
  const complaints: string[] = [];
  return {
    said,
    complaints,
    read(file) {
      const text = files[file];
      if (text === undefined) throw new Error("no such file");
      return text;
    },
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
  };
}

test("without a command, with an unknown one or without a file it says how it is called", () => {
  for (const words of [[], ["check"], ["dance", "a"], ["constructor", "a"], ["check", "a", "b"]]) {
    const shell = shellWith({});
    expect(run(words, shell)).toBe(2);
    expect(shell.complaints[0]).toContain("shopkeeper check FILE");
  }
});

test("a file that is not there is named", () => {
  const shell = shellWith({});
  expect(run(["check", "a.json"], shell)).toBe(2);
  expect(shell.complaints).toEqual(["a.json: no such file"]);
});

test("a good configuration is good", () => {
  const configuration = {
    version: 1,
    segments: { buyer: "did(purchase)" },
    experiences: [
      { id: "hello", kind: "message", when: 'segment("buyer")' },
      { id: "all", kind: "message" },
    ],
  };
  const shell = shellWith({ "a.json": JSON.stringify(configuration) });
  expect(run(["check", "a.json"], shell)).toBe(0);
  expect(shell.said).toEqual(["a.json: all expressions are good"]);
});

test("what is wrong in a configuration is told with its owner, place and mend", () => {
  const configuration = {
    segments: { lapsed: "since(purchase) > 90", rich: "cart.vallue > 500" },
    experiences: [{ id: "hello", when: 'segment("lapsd")' }],
  };
  const shell = shellWith({ "a.json": JSON.stringify(configuration) });
  expect(run(["check", "a.json"], shell)).toBe(1);
  expect(shell.complaints).toEqual([
    "a.json: segment rich, 1:1: There is no fact cart.vallue. Did you mean cart.value?\n  cart.vallue > 500\n  ^^^^^^^^^^^\n",
    'a.json: experience hello, 1:9: There is no segment "lapsd". Did you mean lapsed?\n  segment("lapsd")\n          ^^^^^^^\n',
  ]);
});

test("cut-offs that cannot be used are told with what was expected", () => {
  const rfm = { recency: ["30d", "90d", "180d", "1y"], frequency: [2, 3, 5, 10], monetary: [100, 50] };
  const shell = shellWith({ "a.json": JSON.stringify({ version: 1, rfm }) });
  expect(run(["check", "a.json"], shell)).toBe(1);
  expect(shell.complaints).toEqual([
    'a.json: rfm.recency: Expected four ascending durations, such as ["30d", "90d", "180d", "365d"]\n',
    "a.json: rfm.monetary: Expected four ascending amounts, such as [50, 150, 400, 1000]\n",
  ]);
  expect(shell.said).toEqual([]);
});

test("a file that is no JSON is one expression", () => {
  const shell = shellWith({ a: "visitor.returning\n  and nope\n" });
  expect(run(["check", "a"], shell)).toBe(1);
  expect(shell.complaints[0]).toMatch(/^a: 2:7: There is no fact nope/);
});

test("JSON that is broken, or no object, is told", () => {
  for (const text of ["{", "[]", "7"]) {
    for (const command of ["check", "replay"]) {
      const shell = shellWith({ "a.json": text });
      expect(run([command, "a.json"], shell)).toBe(1);
      expect(shell.complaints[0]).toMatch(/^a\.json: .+/);
    }
  }
});

test("a file with something else where an object should be is told", () => {
  const shell = shellWith({ "a.json": '{"segments":null,"events":7}' });
  expect(run(["check", "a.json"], shell)).toBe(1);
  expect(run(["replay", "a.json"], shell)).toBe(1);
  expect(shell.complaints).toHaveLength(2);
});

test("a replay says what held at each probe", () => {
  const file = {
    segments: { buyer: "did(purchase)", wrong: "did(purchase" },
    events: [{ name: "purchase", ts: NOW, visit: 1 }],
    probes: [
      { at: NOW + 1, visit: 1 },
      { at: NOW - 1, visit: 1, facts: {} },
    ],
  };
  const shell = shellWith({ "a.json": JSON.stringify(file) });
  expect(run(["replay", "a.json"], shell)).toBe(1);
  expect(shell.said).toEqual(["2025-06-15T15:06:40.001Z  buyer", "2025-06-15T15:06:39.999Z  -"]);
  expect(shell.complaints[0]).toMatch(/^a\.json: segment wrong, 1:13: Expected \)/);
});
