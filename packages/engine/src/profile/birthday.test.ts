import { expect, test } from "vitest";
import { DAY, HOUR } from "../../test/make.ts";
import { birthdayIn } from "./birthday.ts";

const noon = Date.UTC(2026, 10, 27, 12);

test.each([
  ["11-27", 0],
  ["1990-11-27", 0],
  ["11-28", 12 * HOUR],
  ["1990-12-27", 29.5 * DAY],
  ["11-26", 363.5 * DAY],
  ["02-29", 93.5 * DAY],
])("to %s it is %d", (birthday, time) => {
  expect(birthdayIn(birthday, noon)).toBe(time);
});

test.each([undefined, null, "", "soon", 7, {}])("to %j it is unknown", (birthday) => {
  expect(birthdayIn(birthday, noon)).toBeNaN();
});
