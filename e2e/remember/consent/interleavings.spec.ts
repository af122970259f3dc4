import { expect, test } from "@playwright/test";
import * as fc from "fast-check";
import { everyEngine, oneBrowser } from "../kit/one-browser.ts";
import { actOut, type Scene } from "./act-out.ts";
import { type Step } from "./model.ts";
import { scenes } from "./scenes.ts";
import { toolNames } from "./tools.ts";

const tab = fc.nat(2);
const calm = fc.boolean();
const yes = fc.constantFrom(true, true, false);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("signal"), tab, calm, tool: fc.nat(2), word: yes }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("control"),
      tab,
      calm,
      control: fc.constantFrom("grant", "grant", "deny", "pause", "forget"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("api"),
      tab,
      calm,
      state: fc.constantFrom("granted", "granted", "denied", "pending"),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom("view", "view", "open", "close", "reload", "navigate", "back"),
      tab,
      calm,
    }),
  },
) as fc.Arbitrary<Step>;

const scene: fc.Arbitrary<Scene> = fc.record({
  tools: fc.subarray([...toolNames], { maxLength: 3 }),
  // One browser in eight sends it.
  privacyControl: fc.nat(7).map((number) => !number),
  steps: fc.array(step, { minLength: 5, maxLength: 14, size: "max" }),
});

/** What erasing took, told in the report. */
function tell(took: number[]): void {
  const sorted = [...took].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const description = `${sorted.length} looks, median ${middle} ms, longest ${sorted.at(-1)} ms`;
  test.info().annotations.push({ type: "erased", description });
  console.log(`    erased: ${description}`);
}

test.describe("in chromium", () => {
  test.describe.configure({ mode: "default" });
  const browser = oneBrowser("chromium");

  test("whatever signals, tabs and pages come in which order: where it is not granted there is not a byte", async () => {
    const numRuns = process.env["LONG"] ? 300 : 15;
    test.setTimeout(numRuns * 20_000);
    const seed = Number(process.env["SEED"]) || Math.floor(Math.random() * 2 ** 31);
    console.log(`    seed: ${seed} (SEED=${seed} runs the same again)`);
    const took: number[] = [];
    await fc.assert(
      fc.asyncProperty(scene, async (each) => void took.push(...(await actOut(browser.context, each)))),
      { numRuns, seed, interruptAfterTimeLimit: numRuns * 15_000, markInterruptAsFailure: true },
    );
    tell(took);
  });
});

for (const engine of everyEngine)
  test.describe(`in ${engine}`, () => {
    test.describe.configure({ mode: "default", timeout: 60_000 });
    const browser = oneBrowser(engine);

    for (const [name, scene] of Object.entries(scenes))
      test(`there is not a byte where it is not granted: ${name}`, async () => {
        const took = await actOut(browser.context, scene);
        expect(took.length).toBeGreaterThanOrEqual(scene.privacyControl ? 0 : 1);
        if (took[0] !== undefined) tell(took);
      });
  });
