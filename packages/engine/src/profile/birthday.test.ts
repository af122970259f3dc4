import { expect, test } from "vitest";
import { DAY, HOUR } from "../../test/make.ts";
import { birthdayIn } from "./birthday.ts";

const noon = Date.UTC(2026, 10, 27, 12);

test.each([
  ["11-27", 0],
  ["1990-11-27", 0],
  ["2030-11-27", 0],
  ["1990-11-27T23:30:00Z", 0],
  ["11-28", 12 * HOUR],
  ["1990-12-27", 29.5 * DAY],
  ["11-26", 363.5 * DAY],
  ["01-01", 34.5 * DAY],
  ["02-29", 93.5 * DAY],
])("to %s it is %d", (birthday, time) => {
  expect(birthdayIn(birthday, noon)).toBe(time);
});

test("it is 0 from the first to the last moment of the day", () => {
  const day = Date.UTC(2026, 10, 27);
  expect(birthdayIn("11-27", day - 1)).toBe(1);
  expect(birthdayIn("11-27", day)).toBe(0);
  expect(birthdayIn("11-27", day + DAY - 1)).toBe(0);
  expect(birthdayIn("11-27", day + DAY)).toBe(364 * DAY);
});

test("who was born on 29 February has it then, and on 1 March in a year without one", () => {
  expect(birthdayIn("1992-02-29", Date.UTC(2028, 1, 29, 12))).toBe(0);
  expect(birthdayIn("1992-02-29", Date.UTC(2028, 2, 1))).toBe(365 * DAY);
  expect(birthdayIn("1992-02-29", Date.UTC(2027, 1, 28, 12))).toBe(12 * HOUR);
  expect(birthdayIn("1992-02-29", Date.UTC(2027, 2, 1, 12))).toBe(0);
  expect(birthdayIn("1992-02-29", Date.UTC(2027, 2, 2))).toBe(364 * DAY);
});

const TEXTS =
  "|soon|27|1990|1990-12|13-01|00-10|11-31|02-30|11-00|1-5|12/10|10.12.1990|1990-13-45|-5|--|12-10-|__proto__";

test.each([
  undefined,
  null,
  7,
  true,
  {},
  [],
  ["11-27"],
  Symbol("11-27"),
  Object.create(null),
  ...TEXTS.split("|"),
])("to %o it is unknown", (birthday) => {
  expect(birthdayIn(birthday, noon)).toBeNaN();
});
