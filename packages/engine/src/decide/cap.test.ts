import { expect, test } from "vitest";
import { type Exposure, newExposure } from "../profile/exposures.ts";
import { DAY, HOUR, NOON } from "../../test/make.ts";
import { limitOf, parseCaps, usedOf } from "./cap.ts";

test("a list of caps is read", () => {
  const list =
    "1 per visit, 2 per 7d,3 ever, rest 30d, until convert, 1 dismissal ever, 2 dismissals per 30d";
  expect(parseCaps(list)).toEqual([
    { text: "1 per visit", times: 1, per: "visit" },
    { text: "2 per 7d", times: 2, per: 7 * DAY },
    { text: "3 ever", times: 3, per: "ever" },
    { text: "rest 30d", rest: 30 * DAY },
    { text: "until convert", until: "convert" },
    { text: "1 dismissal ever", dismissals: 1, per: Infinity },
    { text: "2 dismissals per 30d", dismissals: 2, per: 30 * DAY },
  ]);
});

test.each([
  "",
  "once",
  "1",
  "per visit",
  "1 per",
  "1 per day",
  "rest",
  "rest soon",
  "rest 0s",
  "until",
  "until bought",
  "-1 ever",
  "0 dismissals ever",
  "11 dismissals ever",
  "2 dismissals per visit",
  "2 dismissals",
])("%j is an error that tells the mend", (text) => {
  expect(() => parseCaps(text)).toThrow(/^cap: expected "1 per visit", "2 per 7d".*, got "/);
});

test("more shows than are kept with their time are an error, but for ever", () => {
  expect(() => parseCaps("11 per 7d")).toThrow(/up to 10/);
  expect(() => parseCaps("11 per visit")).toThrow(/up to 10/);
  expect(parseCaps("10 per visit, 11 ever")).toHaveLength(2);
});

const shown: Exposure = {
  ...newExposure("a"),
  total: 3,
  recent: [
    [NOON - 8 * DAY, 2],
    [NOON - 2 * DAY, 3],
    [NOON - HOUR, 4],
  ],
};

test.each([
  ["1 per visit", "shown in this visit", shown, true],
  ["2 per visit", "shown once in this visit", shown, false],
  ["1 per visit", "shown in an earlier visit", { ...shown, recent: shown.recent.slice(0, 2) }, false],
  ["2 per 7d", "shown twice within 7 days", shown, true],
  ["3 per 7d", "shown three times, one of them 8 days ago", shown, false],
  ["2 per 2d", "shown exactly 2 days ago, and since", shown, false],
  ["3 ever", "shown three times", shown, true],
  ["4 ever", "shown three times", shown, false],
  ["0 ever", "never shown", newExposure("a"), true],
  ["rest 30d", "never dismissed", shown, false],
  ["rest 30d", "dismissed 29 days ago", { ...shown, dismiss: NOON - 29 * DAY }, true],
  ["rest 30d", "dismissed 30 days ago", { ...shown, dismiss: NOON - 30 * DAY }, false],
  ["rest 30d", "dismissed while the clock was a year ahead", { ...shown, dismiss: NOON + 365 * DAY }, false],
  ["2 dismissals ever", "never dismissed", shown, false],
  ["2 dismissals ever", "dismissed once", { ...shown, dismissals: [NOON - 300 * DAY] }, false],
  [
    "2 dismissals ever",
    "dismissed twice, long ago",
    { ...shown, dismissals: [NOON - 300 * DAY, NOON - 200 * DAY] },
    true,
  ],
  [
    "2 dismissals per 30d",
    "dismissed twice, once of it 30 days ago",
    { ...shown, dismissals: [NOON - 30 * DAY, NOON] },
    false,
  ],
  [
    "2 dismissals per 30d",
    "dismissed twice within 30 days",
    { ...shown, dismissals: [NOON - 30 * DAY + 1, NOON] },
    true,
  ],
  ["until convert", "not converted", shown, false],
  ["until convert", "converted", { ...shown, convert: NOON - 300 * DAY }, true],
])("%s, %s", (text, _story, exposure, capped) => {
  const [cap] = parseCaps(text);
  const used = usedOf(cap!, exposure, NOON, 4);
  const [most, rest] = limitOf(cap!);
  expect(most === undefined ? used < rest! : used >= most).toBe(capped);
});
