import { expect, test } from "vitest";
import { event, HOUR, NOON } from "../../test/make.ts";
import { newProfile, type Profile, takeEvent } from "./profile.ts";

const told = (...events: [act: string, parameters?: Record<string, unknown>][]): Profile => {
  const profile = newProfile();
  for (const [act, parameters] of events)
    takeEvent(profile, event(`experience_${act}`, { experience_id: "help", ...parameters }));
  return profile;
};

test("shows are counted, and kept with their time and visit", () => {
  const { exposures } = told(["view"], ["view", { ts: NOON + 1 }], ["view", { ts: NOON + HOUR, visit: 2 }]);
  expect(exposures).toMatchObject([
    {
      id: "help",
      total: 3,
      recent: [
        [NOON, 1],
        [NOON + 1, 1],
        [NOON + HOUR, 2],
      ],
    },
  ]);
});

test("a show that comes late stands where it belongs", () => {
  const { exposures } = told(["view", { ts: NOON + HOUR, visit: 2 }], ["view"]);
  expect(exposures).toMatchObject([
    {
      total: 2,
      recent: [
        [NOON, 1],
        [NOON + HOUR, 2],
      ],
    },
  ]);
});

test("the last dismissal and conversion are kept, with their visit", () => {
  const { exposures } = told(
    ["dismiss", { visit: 2 }],
    ["dismiss", { ts: NOON - HOUR }],
    ["convert", { ts: NOON + 1, visit: 3 }],
  );
  expect(exposures).toMatchObject([{ dismiss: NOON, convert: NOON + 1, over: 3, total: 0 }]);
});

test("of many shows only the last ten keep their time", () => {
  const { exposures } = told(
    ...(Array.from({ length: 30 }, (_, index): [string, object] => ["view", { ts: NOON + index }]) as []),
  );
  expect(exposures[0]).toMatchObject({ total: 30 });
  expect(exposures[0]!.recent).toEqual(Array.from({ length: 10 }, (_, index) => [NOON + 20 + index, 1]));
});

test("dismissals are kept with their time, and so is the last click", () => {
  const { exposures } = told(
    ["view"],
    ["dismiss", { ts: NOON + 2 }],
    ["dismiss", { ts: NOON + 1 }],
    ["click"],
  );
  expect(exposures).toMatchObject([{ dismissals: [NOON + 1, NOON + 2], click: NOON }]);
});

test("what was saved before dismissals were kept goes on from there", () => {
  const profile = told(["view"], ["dismiss"]);
  delete profile.exposures[0]!.dismissals;
  takeEvent(profile, event("experience_dismiss", { experience_id: "help", ts: NOON + 1 }));
  expect(profile.exposures).toMatchObject([{ dismissals: [NOON + 1], dismiss: NOON + 1 }]);
});

test("a click is no exposure", () => {
  expect(told(["click"]).exposures).toEqual([]);
});

test("a goal that is reached elsewhere is a conversion, and takes nothing off the page for the visit", () => {
  const { exposures } = told(["view"], ["convert", { ts: NOON + 1, goal: "purchase" }]);
  expect(exposures).toMatchObject([{ convert: NOON + 1, over: 0 }]);
});
