// Whatever a page is made of, reading it throws nothing, runs nothing, changes nothing, and never holds the page up for long.
import * as fc from "fast-check";
import { afterEach, expect, inject, test, vi } from "vitest";
import { lateDialects } from "../src/read/late-dialects.ts";
import { readPageSteps, type Named, type PageReading } from "../src/read/read-page.ts";
import { reportOn } from "../src/read/report/page-report.ts";
import { loadHere } from "../src/read/report/read-here.ts";
import { pageEvents } from "../src/read/page-events.ts";
import { countWork, type Work } from "./count-work.ts";
import { large, mutated, oddEntries, type Step } from "./mutate-page.ts";

const LONG = !!inject("long");
const RUNS = LONG ? 10_000 : 300;
const seed = Number(inject("seed")) || Math.floor(Math.random() * 2 ** 31);

/**
 * Units of work between two pauses at most; see `count-work.ts`. Some 5 million are 12 ms here, and so four times slower still
 * no long task.
 */
const MOST = 6_000_000;

const root = document.documentElement;
const home = location.href;
const ran = vi.fn();
(window as { shopkeeperRan?: unknown }).shopkeeperRan = ran;
const thrown: string[] = [];
addEventListener("error", ({ message }) => thrown.push(message));
addEventListener("unhandledrejection", ({ reason }) => thrown.push(String(reason)));

afterEach(() => {
  history.replaceState(null, "", home);
  root.innerHTML = "";
  vi.restoreAllMocks();
});

/** Those that are loaded where they are needed, all of them; what they throw is told. */
const late = (failed: (name: string, error: unknown) => void): Promise<Named[]> =>
  Promise.all(
    lateDialects.map(async ({ name, load }): Promise<Named> => {
      const read = await load(loadHere);
      return [
        name,
        (sight) => {
          try {
            return read(sight);
          } catch (error) {
            failed(name, error);
            throw error;
          }
        },
      ];
    }),
  );

/** Reads the page that stands there, and gives the most work between two pauses. */
function readCounted(
  entries: unknown[],
  dialects: Named[],
  work: Work,
): { reading: PageReading; most: number } {
  let most = 0;
  work.since();
  const steps = readPageSteps(document, entries, {}, dialects);
  for (;;) {
    const { done, value } = steps.next();
    most = Math.max(most, work.since());
    if (done) return { reading: value, most };
  }
}

test(`${RUNS} mutated pages are read, seed ${seed}`, { timeout: LONG ? 3_600_000 : 120_000 }, async () => {
  console.info(`mutated pages: seed ${seed}`);
  const failures: string[] = [];
  const dialects = await late((name, error) => failures.push(`${name}: ${String(error)}`));
  const work = countWork();
  const step = fc.tuple(fc.nat(1000), fc.nat(100_000), fc.nat(1000));
  const paths = ["/", "/product/wool", "/coats", "/search?q=%E0%A4", "/checkout/order-received/5", "/cart"];
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.nat(100),
      fc.constantFrom(...paths),
      (page, mutations, entries, path) => {
        // The base of the page before holds for this address too.
        root.innerHTML = "";
        history.replaceState(null, "", path);
        root.innerHTML = mutated(page, mutations as Step[]);
        const before = root.innerHTML;
        const { reading, most } = readCounted(oddEntries(entries), dialects, work);
        reportOn(reading);
        for (const { parameters } of pageEvents(reading.page)) structuredClone(parameters);
        for (const { needed } of lateDialects) needed(reading.sight);
        expect(root.innerHTML === before).toBe(true);
        expect(failures).toEqual([]);
        expect(most).toBeLessThan(MOST);
      },
    ),
    { seed, numRuns: RUNS, endOnFailure: true, verbose: 0 },
  );
  work.stop();
  expect(ran).not.toHaveBeenCalled();
  expect(thrown).toEqual([]);
});

// Much JSON and many marked-up elements (2 and 3) are still read in longer pieces: only told, where all is tried.
test.for(LONG ? [0, 1, 2, 3, 4] : [0, 1, 4])(
  "5 MB of kind %d are read in pieces",
  { timeout: 120_000 },
  async (kind) => {
    const dialects = await late(() => {});
    for (const page of LONG ? [0, 1, 2, 3, 4] : [kind]) {
      history.replaceState(null, "", "/product/wool");
      root.innerHTML = large(page, kind, 5_000_000);
      const work = countWork();
      const { most } = readCounted([], dialects, work);
      work.stop();
      console.info(`5 MB, page ${page} of kind ${kind}: ${(most / 1e6).toFixed(1)} million units at most`);
      if (kind != 2 && kind != 3) expect(most).toBeLessThan(MOST);
    }
  },
);
