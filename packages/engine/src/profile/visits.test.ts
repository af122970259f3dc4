import { expect, test } from "vitest";
import { DAY, event, HOUR, MINUTE, NOON } from "../../test/make.ts";
import { newProfile } from "./profile.ts";
import { stayActive, takeVisit, visitAt } from "./visits.ts";

const after = (...events: Parameters<typeof event>[]) => {
  const profile = newProfile();
  for (const [name, parameters] of events) takeVisit(profile, event(name, parameters));
  return profile;
};

test("the first visit is 1, before anything has happened and after", () => {
  expect(visitAt(newProfile(), NOON)).toBe(1);
  expect(visitAt(after(["page_view"]), NOON)).toBe(1);
});

test("30 minutes without activity end a visit", () => {
  const profile = after(["page_view"]);
  expect(visitAt(profile, NOON + 30 * MINUTE - 1)).toBe(1);
  expect(visitAt(profile, NOON + 30 * MINUTE)).toBe(2);
});

test("each event puts the end off", () => {
  const profile = after(["page_view"], ["scroll", { ts: NOON + 20 * MINUTE }]);
  expect(visitAt(profile, NOON + 49 * MINUTE)).toBe(1);
});

test("so does an activity that is no event, but not after the end", () => {
  const profile = after(["page_view"]);
  stayActive(profile, NOON + 20 * MINUTE);
  expect(visitAt(profile, NOON + 49 * MINUTE)).toBe(1);
  stayActive(profile, NOON + 51 * MINUTE);
  expect(visitAt(profile, NOON + 52 * MINUTE)).toBe(2);
});

test("a new campaign begins no visit, and does not change where this one came from", () => {
  const profile = after(
    ["page_view", { medium: "email", source: "newsletter", campaign: "sale", page_path: "/sale" }],
    ["page_view", { medium: "cpc", source: "google", page_path: "/coats", ts: NOON + MINUTE }],
  );
  expect(visitAt(profile, NOON + MINUTE)).toBe(1);
  expect(profile.landing).toMatchObject({
    medium: "email",
    source: "newsletter",
    campaign: "sale",
    page_path: "/sale",
  });
});

test("a new visit has its own pages and its own source", () => {
  const profile = after(
    ["page_view", { medium: "email", page_path: "/sale" }],
    ["page_view", { ts: NOON + MINUTE }],
    ["page_view", { ts: NOON + DAY, visit: 2, page_path: "/", medium: "direct" }],
  );
  expect(profile).toMatchObject({
    visit: 2,
    pages: 1,
    landing: { medium: "direct", page_path: "/" },
    first: NOON,
  });
});

test("the visit that was recorded greatest is the present one, and a late event of an older one changes nothing in it", () => {
  const profile = after(
    ["page_view", { ts: NOON, visit: 3, page_path: "/" }],
    ["page_view", { ts: NOON - DAY, visit: 2, page_path: "/old" }],
  );
  expect(profile).toMatchObject({
    visit: 3,
    pages: 1,
    landing: { page_path: "/" },
    first: NOON - DAY,
    last: NOON,
  });
});

test("the page that a visit began on is the earliest, in whatever order the events come", () => {
  const profile = after(
    ["page_view", { ts: NOON + MINUTE, page_path: "/second" }],
    ["page_view", { ts: NOON, page_path: "/first" }],
  );
  expect(profile).toMatchObject({ pages: 2, landing: { page_path: "/first" }, page: NOON + MINUTE });
});

test("a clock that was years ahead and is set right ends the visit", () => {
  const profile = after(["page_view", { ts: NOON + 1000 * DAY }]);
  expect(visitAt(profile, NOON)).toBe(2);
  takeVisit(profile, event("page_view", { visit: 2 }));
  expect(visitAt(profile, NOON + HOUR)).toBe(3);
});

test("the page stays the same when a new visit begins on it", () => {
  const profile = after(["page_view"], ["add_to_cart", { ts: NOON + DAY, visit: 2 }]);
  expect(profile).toMatchObject({ visit: 2, pages: 0, page: NOON });
});
