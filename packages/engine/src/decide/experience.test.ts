import { expect, test } from "vitest";
import { parseExperience } from "./experience.ts";

test("a pop-up that says nothing else waits for 30 seconds of nothing and comes once a visit", () => {
  expect(parseExperience({ id: "help", kind: "popup" })).toMatchObject({
    triggers: [{ on: "idle", amount: 30_000 }],
    caps: [{ times: 1, per: "visit" }],
    interrupts: true,
  });
});

test("what stands in the page comes at once and stays", () => {
  expect(parseExperience({ id: "rail", kind: "rail" })).toMatchObject({
    triggers: [{ on: "load" }],
    caps: [],
    interrupts: false,
  });
});

test("a tour comes once and interrupts, a redirect leads away once a visit and interrupts nobody", () => {
  expect(parseExperience({ id: "guide", kind: "tour" })).toMatchObject({
    triggers: [{ on: "load" }],
    caps: [{ times: 1, per: "ever" }],
    interrupts: true,
  });
  expect(parseExperience({ id: "away", kind: "redirect" })).toMatchObject({
    caps: [{ times: 1, per: "visit" }],
    interrupts: false,
  });
});

test("a kind that nobody knows is an error that lists the known ones", () => {
  expect(() => parseExperience({ id: "a", kind: "banner" as never })).toThrow(
    /kind: expected swap.*"banner"/,
  );
});

test("what is said counts", () => {
  expect(
    parseExperience({ id: "a", kind: "popup", trigger: "exit", cap: "3 ever", until: "2026-12-01T00:00Z" }),
  ).toMatchObject({
    triggers: [{ on: "exit" }],
    caps: [{ times: 3, per: "ever" }],
    from: undefined,
    until: { at: Date.UTC(2026, 11, 1), local: false },
  });
});

test.each([
  { trigger: "sometimes" },
  { cap: "once" },
  { from: "today" },
  { when: 3 },
  { trigger: 3 },
  { id: 3 },
  { cap: null },
  { pages: ["home", null] },
])("%j is an error", (wrong) => {
  expect(() => parseExperience({ id: "a", kind: "message", ...(wrong as object) })).toThrow(
    /: expected .+, got ./,
  );
});
