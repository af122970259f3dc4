import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { configuration, makeOutcomes, toLines } from "../../../scripts/make-outcomes.mjs";
import { countNaively, type Line } from "./naive-report.ts";
import { createFiles, linesOf, report, reportJson } from "./report-files.ts";

// On a busy machine a database takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const files = createFiles();
afterAll(() => files.remove());

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 10, 12);

const seen = (client: string, variation: string, ts = NOON, more = {}) => ({
  version: 1,
  client,
  ts,
  name: "experiment_view",
  experiment_id: "hero",
  variation,
  ...more,
});
const bought = (client: string, ts = NOON + 1000, more = {}) => ({
  version: 1,
  client,
  ts,
  name: "goal",
  goal: "purchase",
  value: 20,
  currency: "EUR",
  ...more,
});

/** The only experiment of these lines. */
async function heroOf(lines: object[], ...words: string[]) {
  const { experiments } = await reportJson(files.write("hero.ndjson", linesOf(lines)), ...words);
  return experiments[0]!;
}

/** Exposures, conversions and value by variation. */
const countsOf = ({ variations }: Awaited<ReturnType<typeof heroOf>>) =>
  Object.fromEntries(variations.map((each) => [each.id, [each.exposures, each.conversions, each.value]]));

describe("the made-up outcomes of the docs", () => {
  const folder = join(import.meta.dirname, "../../../docs/report");
  const sample = join(folder, "outcomes.ndjson.gz");

  test("are what the script makes", () => {
    expect(gunzipSync(readFileSync(sample)).toString()).toBe(toLines(makeOutcomes()));
    expect(JSON.parse(readFileSync(join(folder, "shop.json"), "utf8"))).toEqual(configuration);
  });

  test("are reported as they were made: an effect where there is one, and none where there is none", async () => {
    const { experiments, experiences, read } = await reportJson(
      sample,
      "--config",
      join(folder, "shop.json"),
    );
    const [hero, shipping] = experiments;
    expect(hero!.variations[1]!.beside!.conversion!.low).toBeGreaterThan(0);
    for (const { beside } of shipping!.variations.slice(1)) {
      expect(beside!.conversion!.low).toBeLessThan(0);
      expect(beside!.conversion!.high).toBeGreaterThan(0);
    }
    expect(experiments.map(({ sampleRatio }) => sampleRatio!.alarm)).toEqual([false, false]);
    expect(read.doubles).toBeGreaterThan(50);
    expect(experiences.map(({ id, views }) => [id, views > 500])).toEqual([
      ["hero-bold", true],
      ["shipping-bar-bottom", true],
      ["shipping-bar-top", true],
    ]);
  });

  test("are told in a terminal as the docs show", async () => {
    const guide = readFileSync(join(folder, "../report.md"), "utf8");
    const shown = guide.split("```text\n")[1]!.split("\n```")[0]!;
    const { said, code } = await report(sample, "--config", join(folder, "shop.json"));
    expect(said.split("\n")).toEqual(shown.split("\n"));
    expect(code).toBe(0);
  });
});

test("what is counted is what a naive count gives, on any outcomes, at the end of any day", async () => {
  const line = fc.record({
    client: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    ts: fc.integer({ min: 0, max: 40 }).map((quarters) => NOON + quarters * 6 * 3_600_000),
    more: fc.oneof(
      fc.record({
        name: fc.constant("experiment_view"),
        experiment_id: fc.constantFrom("x", "y"),
        // Mostly one variation for each client: several are left out.
        variation: fc.constantFrom("control", "control", "control", "bold"),
      }),
      fc.record({
        name: fc.constant("goal"),
        goal: fc.constantFrom("purchase", "other"),
        experiment_id: fc.constantFrom("x", "y", undefined),
        value: fc.integer({ min: 1, max: 99 }),
      }),
    ),
    id: fc.option(fc.integer({ min: 0, max: 60 }).map(String), { nil: undefined, freq: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 5, maxLength: 80 }),
      fc.integer({ min: 1, max: 8 }),
      async (drawn, days) => {
        const lines = drawn.map(({ more, id, ...rest }): Line => ({
          ...rest,
          ...more,
          ...(id !== undefined && { id }),
        }));
        // A double is the same line again, and not another one under the same id.
        const ids = new Map(lines.map((each) => [each.id, each]));
        const honest = lines.map((each) => (each.id === undefined ? each : ids.get(each.id)!));
        const file = files.write("drawn.ndjson", linesOf(honest));
        const { experiments } = await reportJson(file, "--goal=purchase", `--window=${days}d`);
        const { counts, multiple } = countNaively(honest, "purchase", days * DAY);
        expect(experiments.map(({ id }) => id)).toEqual([...counts.keys()].sort());
        for (const experiment of experiments) {
          expect(experiment.multipleExposure).toBe(multiple.get(experiment.id) ?? 0);
          for (const { id, exposures, conversions, value } of experiment.variations) {
            const naive = counts.get(experiment.id)!.get(id);
            expect([exposures, conversions, value]).toEqual(
              naive ? [naive.exposures, naive.conversions, naive.value] : [0, 0, 0],
            );
          }
          for (const { day, variations } of experiment.days) {
            const until = countNaively(honest, "purchase", days * DAY, Date.parse(day) + DAY);
            for (const { id, exposures, conversions, value } of variations) {
              const naive = until.counts.get(experiment.id)!.get(id);
              expect([exposures, conversions, value]).toEqual(
                naive ? [naive.exposures, naive.conversions, naive.value] : [0, 0, 0],
              );
            }
          }
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

describe("what counts", () => {
  test("the first exposure, and what came after it and within the window", async () => {
    const hero = await heroOf(
      [
        seen("a", "control", NOON + DAY),
        seen("a", "control", NOON),
        bought("a", NOON - 1),
        bought("a", NOON + 2 * DAY),
        seen("b", "bold"),
        bought("b", NOON),
        bought("b", NOON + 7 * DAY - 1),
        bought("b", NOON + 7 * DAY),
      ],
      "--window=7d",
    );
    expect(countsOf(hero)).toEqual({ control: [1, 1, 20], bold: [1, 1, 40] });
  });

  test("who saw two variations is counted and told, and left out", async () => {
    const lines = [seen("a", "control"), seen("a", "bold", NOON + 1), bought("a"), seen("b", "bold")];
    const hero = await heroOf(lines);
    expect(hero.multipleExposure).toBe(1);
    expect(countsOf(hero)).toEqual({ control: [0, 0, 0], bold: [1, 0, 0] });
    const { said } = await report(files.path("hero.ndjson"));
    expect(said).toContain("1 client saw more than one variation");
  });

  test("a double once, by its id or else by all that it says", async () => {
    const lines = [seen("a", "control"), bought("a", NOON, { id: "o1" }), bought("a", NOON, { id: "o1" })];
    const hero = await heroOf([...lines, bought("a"), bought("a"), bought("a", NOON + 9000)]);
    expect(countsOf(hero)).toEqual({ control: [1, 1, 60] });
  });

  test("an order is told for each experiment that it counts for, and counts once in each", async () => {
    const other = { ...seen("a", "control"), experiment_id: "other" };
    const lines = [seen("a", "control"), other, bought("a", NOON, { experiment_id: "hero" })];
    const file = files.write(
      "two.ndjson",
      linesOf([...lines, bought("a", NOON, { experiment_id: "other" })]),
    );
    const { experiments } = await reportJson(file);
    expect(experiments.map(countsOf)).toEqual([{ control: [1, 1, 20] }, { control: [1, 1, 20] }]);
  });

  test("two orders of a client are one of what they were worth together, even days apart", async () => {
    const clients = (isSplit: boolean) =>
      Array.from({ length: 60 }, (_, index) => {
        const client = `c${index}`;
        const value = 10 + (index % 7);
        const orders = isSplit
          ? [bought(client, NOON, { value: 3 }), bought(client, NOON + 2 * DAY, { value: value - 3 })]
          : [bought(client, NOON, { value })];
        return [seen(client, index % 2 ? "bold" : "control"), ...orders];
      }).flat();
    const [whole, split] = [await heroOf(clients(false)), await heroOf(clients(true))];
    expect(whole.variations[1]!.beside!.value).not.toBeNull();
    for (const side of ["estimate", "low", "high"] as const)
      expect(split.variations[1]!.beside!.value![side]).toBeCloseTo(
        whole.variations[1]!.beside!.value![side],
        9,
      );
  });

  test("days are those of the shop", async () => {
    const night = Date.UTC(2026, 10, 10, 23, 30);
    const days = async (...words: string[]) =>
      (await heroOf([seen("a", "control", night), bought("a", night + 1000)], ...words)).days.map(
        ({ day }) => day,
      );
    expect(await days()).toEqual(["2026-11-10"]);
    expect(await days("--time-zone=Europe/Copenhagen")).toEqual(["2026-11-11"]);
    const config = files.write("zone.json", '{"timezone":"Europe/Copenhagen"}');
    expect(await days("--config", config)).toEqual(["2026-11-11"]);
    expect(await days("--config", config, "--time-zone=UTC")).toEqual(["2026-11-10"]);
    expect(await days("--time-zone", "Asia/Kathmandu")).toEqual(["2026-11-11"]);
  });

  test("money in another currency is told, and not added up", async () => {
    const lines = [
      seen("a", "control"),
      seen("b", "control"),
      bought("a"),
      bought("a", NOON + 5),
      bought("b", NOON, { currency: "DKK", value: 700 }),
    ];
    const hero = await heroOf(lines);
    expect(countsOf(hero)).toEqual({ control: [2, 2, 40] });
    expect(hero.notes.join()).toContain(
      "Value is in EUR; conversions in DKK count, but not what they were worth.",
    );
    expect(countsOf(await heroOf(lines, "--currency=dkk"))).toEqual({ control: [2, 2, 700] });
  });

  test("a mismatch of the sample ratio is an alarm, and another exit code", async () => {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      seen(`c${index}`, index < 600 ? "control" : "bold"),
    );
    const file = files.write("ratio.ndjson", linesOf(lines));
    const { code, said } = await report(file);
    expect(said).toContain("SAMPLE RATIO MISMATCH (p = 2.5e-10, chi-square 40.00, expected 50.0 % : 50.0 %)");
    expect(code).toBe(1);
    const weights = { experiments: { hero: { variations: { control: 60, bold: 40 }, goal: "purchase" } } };
    const config = files.write("shop.json", JSON.stringify(weights));
    expect((await reportJson(file, "--config", config)).experiments[0]!.sampleRatio).toMatchObject({
      p: 1,
      alarm: false,
    });
    expect((await report(file, "--config", config)).code).toBe(0);
  });

  test("the control is asked for, or named so, or the first", async () => {
    const lines = [seen("a", "blue"), seen("b", "amber")];
    const control = async (...words: string[]) => (await heroOf(lines, ...words)).control;
    expect(await control()).toBe("amber");
    expect(await control("--control=blue")).toBe("blue");
    expect((await heroOf([...lines, seen("c", "control")])).variations.map(({ id }) => id)).toEqual([
      "control",
      "amber",
      "blue",
    ]);
  });

  test("the hold-out is an experiment whose control is served nothing", async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => ({
      ...seen(`c${index}`, index % 20 ? "served" : "held-out"),
      experiment_id: "holdout",
    }));
    const config = files.write("shop.json", '{"holdout":0.05,"experiments":{}}');
    const holdout = await heroOf(lines, "--config", config);
    expect(holdout).toMatchObject({
      control: "held-out",
      sampleRatio: { p: 1 },
      notes: ["No goal was reached, or none is in the files."],
    });
  });

  test("a goal of the configuration is a name, or says its name and window", async () => {
    const lines = [
      seen("a", "control"),
      bought("a", NOON + 2 * DAY, { goal: "big" }),
      bought("a", NOON + 4 * DAY, { goal: "big" }),
      bought("a", NOON, { goal: "goal", value: 1 }),
    ];
    const valueFor = async (goal: unknown) => {
      const experiments = { hero: { variations: { control: 1 }, goal } };
      const hero = await heroOf(lines, "--config", files.write("goal.json", JSON.stringify({ experiments })));
      return [hero.goal, hero.window, hero.variations[0]!.value];
    };
    expect(await valueFor("big")).toEqual(["big", "7d", 40]);
    expect(await valueFor({ when: "cart.value > 5", name: "big", within: "3d" })).toEqual(["big", "3d", 20]);
    expect(await valueFor({ when: "cart.value > 5" })).toEqual(["goal", "7d", 1]);
    expect(await valueFor({ when: "big", within: "soon" })).toEqual(["big", "7d", 40]);
  });

  test("ranges are weights too", async () => {
    const ranges = {
      variations: { control: 1, bold: 1 },
      ranges: [
        [0, 0.1],
        [0.5, 0.8],
      ],
    };
    const config = files.write("ranges.json", JSON.stringify({ experiments: { hero: ranges } }));
    const { variations } = await heroOf([seen("a", "control")], "--config", config);
    expect(variations.map(({ weight }) => weight!.toFixed(2))).toEqual(["0.25", "0.75"]);
  });

  test("several variations share the rate of false alarms", async () => {
    const clients = (variation: string) =>
      Array.from({ length: 200 }, (_, index) => [
        seen(`${variation}${index}`, variation),
        ...(index % 4 ? [] : [bought(`${variation}${index}`)]),
      ]).flat();
    const two = [...clients("control"), ...clients("b")];
    const three = [...two, ...clients("c")];
    const widthOf = async (lines: object[], ...words: string[]) => {
      const { low, high } = (await heroOf(lines, ...words)).variations[1]!.beside!.conversion!;
      return high - low;
    };
    expect(await widthOf(three, "--alpha=0.1")).toBeCloseTo(await widthOf(two, "--alpha=0.05"), 9);
  });
});

describe("what is wrong is told, and the rest is read", () => {
  const bad = [
    ["{", "no JSON"],
    ["[1]", "no JSON object"],
    ['{"client":"a","ts":1}', '"name" is missing'],
    [JSON.stringify({ ...seen("a", "control"), client: undefined }), '"client" is missing'],
    [JSON.stringify(seen("a", "control", 1_790_000_000)), '"ts" has to be a time in milliseconds'],
    [
      JSON.stringify({ ...seen("a", "control"), variation: undefined }),
      'experiment_view without "variation"',
    ],
    [JSON.stringify({ ...bought("a"), goal: "" }), 'goal without "goal"'],
    [JSON.stringify({ ...bought("a"), value: "20" }), '"value" has to be a number'],
    [JSON.stringify({ ...bought("a"), version: 2 }), "version 2 is not known"],
  ];

  test("each bad line with its file and number", async () => {
    const text = `\uFEFF${JSON.stringify(seen("a", "control"))}\r\n\n${bad.map(([line]) => line).join("\n")}\n{"name":"page_view"}`;
    const file = files.write("bad.ndjson", text);
    const { code, complaints, said } = await report(file);
    expect(code).toBe(1);
    expect(complaints.split("\n").map((line) => line.split(": ")[0])).toEqual(
      bad.map((_, index) => `${file}:${index + 3}`),
    );
    for (const [index, line] of complaints.split("\n").entries()) expect(line).toContain(bad[index]![1]);
    expect(said).toContain("11 lines, 1 outcome · 1 about something else · 9 bad lines");
  });

  test("many bad lines are counted, and the first of them shown", async () => {
    const file = files.write("many.ndjson", `${linesOf([seen("a", "control")])}${"{\n".repeat(1500)}`);
    const { complaints } = await report(file);
    expect(complaints.split("\n")).toHaveLength(11);
    expect(complaints).toContain("… and 1,490 more bad lines");
    const { read } = await reportJson(file);
    expect([read.bad, read.badLines.length]).toEqual([1500, 1000]);
  });

  test("a file that was cut is read as far as it goes", async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => seen(`client-${index * 7919}`, "control"));
    const whole = gzipSync(linesOf(lines));
    const file = files.write("cut.ndjson.gz", whole.subarray(0, whole.length - 2000));
    const { code, complaints, said } = await report(file);
    expect(complaints).toContain("the file ends here, in the middle");
    expect(said).toMatch(/control +[12],?\d+/);
    expect(code).toBe(1);
  });

  test.each([
    ["no files", [], "Which files?"],
    ["a file that is not there", ["none.ndjson"], "none.ndjson: there is no such file"],
    ["a folder", [files.folder], "EISDIR"],
    ["an option that there is not", ["a", "--gaol=x"], "--gaol"],
    ["a rate that is none", ["a", "--alpha=5"], "--alpha 5: expected a number between 0 and 1"],
    ["a time zone that is none", ["a", "--time-zone=Mars"], "expected the name of a time zone"],
    ["a configuration that is not there", ["a", "--config=none.json"], "none.json"],
  ])("%s: exit code 2, and what to do", async (_, words, complaint) => {
    const { code, complaints } = await report(...words);
    expect(code).toBe(2);
    expect(complaints).toContain(complaint);
  });

  test.each([
    ["", "The files are empty."],
    ["hello\n", "No line could be read: expected newline-delimited JSON"],
    ['{"name":"page_view"}\n', 'None of the 1 lines is an outcome: expected "experiment_view"'],
    [
      '{"event_name":"experiment_view","event_timestamp":"1790000000000000","event_params":[{"key":"experiment_id","value":{"string_value":"x"}},{"key":"variation","value":{"string_value":"a"}}]}\n',
      "without user_pseudo_id",
    ],
  ])("nothing to report in %j", async (text, complaint) => {
    const { code, complaints } = await report(files.write("nothing.ndjson", text));
    expect(code).toBe(1);
    expect(complaints).toContain(complaint);
  });

  test("which goal counts is asked where it is not known, and a slip is told", async () => {
    const lines = [
      seen("a", "control"),
      bought("a", NOON, { goal: "newsletter" }),
      bought("a", NOON, { goal: "call" }),
    ];
    const hero = await heroOf(lines);
    expect(hero.goal).toBeNull();
    expect(hero.notes).toEqual([
      "Several goals were reached: say which counts with --goal, one of call, newsletter.",
    ]);
    expect((await heroOf(lines, "--goal=newletter")).notes[0]).toContain("Did you mean newsletter?");
    expect(countsOf(await heroOf(lines, "--goal=call"))).toEqual({ control: [1, 1, 20] });
  });

  test("what is configured and what was seen are held beside each other", async () => {
    const experiments = { hero: { variations: { control: 1, loud: 1 } }, other: { variations: ["a", "b"] } };
    const config = files.write("shop.json", JSON.stringify({ experiments }));
    const file = files.write("hero.ndjson", linesOf([seen("a", "control"), seen("b", "bold")]));
    const { experiments: reported, notes } = await reportJson(file, "--config", config);
    expect(reported[0]!.notes[0]).toContain("Seen, but not in the configuration: bold.");
    expect(reported[0]!.variations.map(({ id, weight }) => [id, weight])).toEqual([
      ["control", 0.5],
      ["loud", 0.5],
      ["bold", null],
    ]);
    expect(notes).toEqual(['The experiment "other" is configured, but nobody in these files has seen it.']);
  });
});

test("--help and --sql want no files", async () => {
  expect((await report("--help")).said).toContain("--expected NUMBER");
  const { said } = await report("--sql");
  expect(said).toContain("CREATE TABLE exposures AS");
  expect(said).toContain("COUNT(DISTINCT variation)");
});
