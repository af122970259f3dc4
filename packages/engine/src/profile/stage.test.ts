import { expect, test } from "vitest";
import { newProfile, type Profile } from "./profile.ts";
import { stageOf } from "./stage.ts";

test.each<[string, string, Partial<Profile>, number, boolean]>([
  ["new", "in the first visit", {}, 1, false],
  ["browsing", "in a later one", {}, 2, false],
  ["considering", "with something in the cart ever", { considered: true }, 2, false],
  ["considering", "in the first visit too", { considered: true }, 1, false],
  ["customer", "with an order", { orders: 1, considered: true }, 1, false],
  ["repeat", "with two", { orders: 2 }, 3, false],
  ["loyal", "with three", { orders: 3 }, 3, false],
  ["loyal", "with more", { orders: 30 }, 3, false],
  ["lapsed", "with any, too long ago", { orders: 3 }, 9, true],
])("%s %s", (stage, _story, parts, visit, lapsed) => {
  expect(stageOf({ ...newProfile(), ...parts }, visit, lapsed)).toBe(stage);
});
