import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countEngaged, type Engaged, engagedText, parseEngaged } from "./engaged-time.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A browser that keeps what its tabs save. */
function browser() {
  let stored: string | undefined;
  let number = 1;
  return {
    store: {
      visit: () => number,
      carry: () => parseEngaged(stored),
      save: (engaged: Engaged) => void (stored = engagedText(engaged)),
    },
    nextVisit: () => void number++,
    forget: () => void (stored = undefined),
    time: () => parseEngaged(stored)?.time,
  };
}

test("two pages of a visit, one after another, add up", () => {
  const { store } = browser();
  const first = countEngaged(store, NOON, true);
  first.act(NOON + 10 * SECOND, true);
  first.act(NOON + 20 * SECOND, false);
  const second = countEngaged(store, NOON + 21 * SECOND, true);
  expect(second.time(NOON + 26 * SECOND)).toBe(25 * SECOND);
});

test("two windows side by side do not count the same second twice, and none is lost", () => {
  const { store } = browser();
  const left = countEngaged(store, NOON, true);
  left.act(NOON + 5 * SECOND, true);
  // The other window gets the focus, while this one stays in sight.
  left.keep(NOON + 5 * SECOND);
  const right = countEngaged(store, NOON + 5 * SECOND, true);
  right.act(NOON + 10 * SECOND, true);
  right.keep(NOON + 10 * SECOND);
  left.act(NOON + 10 * SECOND, true);
  left.act(NOON + 12 * SECOND, false);
  right.act(NOON + 12 * SECOND, false);
  expect(left.time(NOON + 60 * SECOND)).toBe(12 * SECOND);
});

test("a new visit begins at nothing, with what was before the pause left out", () => {
  const { store, nextVisit } = browser();
  const page = countEngaged(store, NOON, true);
  page.act(NOON + 20 * SECOND, true);
  nextVisit();
  page.act(NOON + 40 * MINUTE, true);
  expect(page.time(NOON + 40 * MINUTE + 3 * SECOND)).toBe(3 * SECOND);
});

test("where nothing may be kept a page counts for itself, and saves nothing it could not forget", () => {
  const page = countEngaged({}, NOON, true);
  page.act(NOON + 20 * SECOND, true);
  page.act(NOON + 25 * SECOND, false);
  expect(page.time(NOON + 99 * SECOND)).toBe(25 * SECOND);
  const next = countEngaged({}, NOON + 99 * SECOND, true);
  expect(next.time(NOON + 99 * SECOND)).toBe(0);
});

test("what the store has refused or lost is not lost to this page", () => {
  const { store, forget, time } = browser();
  const page = countEngaged(store, NOON, true);
  page.act(NOON + 20 * SECOND, false);
  forget();
  page.act(NOON + 30 * SECOND, true);
  page.act(NOON + 40 * SECOND, false);
  expect(time()).toBe(30 * SECOND);
});

test("a clock that was set back does not stop the counting until it has caught up", () => {
  const { store } = browser();
  const page = countEngaged(store, NOON, true);
  page.act(NOON + 10 * SECOND, false);
  page.act(NOON - 60 * MINUTE, true);
  expect(page.time(NOON - 60 * MINUTE + 5 * SECOND)).toBe(15 * SECOND);
});

test("a stored text that is damaged is none", () => {
  for (const text of [
    null,
    undefined,
    "",
    "{}",
    "[1]",
    "[1,2]",
    '["a","b","c"]',
    "[1,-5,3]",
    "null",
    "[1,2,",
  ])
    expect(parseEngaged(text)).toBeUndefined();
  const engaged = { visit: 3, time: 41_000, upTo: NOON };
  expect(parseEngaged(engagedText(engaged))).toEqual(engaged);
});

/** What happens next: after so many seconds, in this tab. */
const step = fc.record({
  after: fc.integer({ min: 0, max: 50 }),
  tab: fc.nat(2),
  what: fc.constantFrom("use", "use", "use", "show", "hide", "blur", "ask"),
});

test.each([
  ["one tab is in sight at a time", true],
  ["windows stand side by side", false],
])("whatever the order of events, where %s, the time is that of a naive count or less", (_where, single) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { store, time } = browser();
      let now = NOON;
      const shown = [true, !single, !single];
      const signs = [NOON, NOON, NOON];
      const tabs = shown.map((visible) => countEngaged(store, now, visible));
      /** Seconds in which at least one tab was in sight and in use. */
      const naive = new Set<number>();
      for (const { after, tab, what } of steps) {
        for (let second = 0; second < after; second++, now += SECOND)
          if (tabs.some((_, index) => shown[index] && now - signs[index]! < 30 * SECOND)) naive.add(now);
        const before = shown[tab];
        const set = (index: number, visible: boolean) => {
          if (shown[index] === visible) return;
          shown[index] = visible;
          signs[index] = now;
          tabs[index]!.act(now, visible);
        };
        if (what === "use" && before) {
          signs[tab] = now;
          tabs[tab]!.act(now, true);
        } else if (what === "hide") set(tab, false);
        else if (what === "show") {
          if (single) for (const other of [0, 1, 2]) if (other !== tab) set(other, false);
          set(tab, true);
        } else if (what === "blur") tabs[tab]!.keep(now);
        for (const each of tabs) expect(each.time(now)).toBeLessThanOrEqual(naive.size * SECOND);
      }
      tabs.forEach((each) => each.keep(now));
      expect(time() ?? 0).toBeLessThanOrEqual(naive.size * SECOND);
      if (single) expect(time() ?? 0).toBe(naive.size * SECOND);
    }),
    { numRuns: 300 },
  );
});
