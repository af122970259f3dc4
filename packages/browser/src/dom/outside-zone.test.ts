import { afterEach, expect, test } from "vitest";
import { outsideZone } from "./outside-zone.ts";

const host = globalThis as { Zone?: unknown };
afterEach(() => {
  delete host.Zone;
});

test("acts in the root of the zones", () => {
  const entered: string[] = [];
  host.Zone = {
    root: {
      run(act: () => unknown) {
        entered.push("root");
        return act();
      },
    },
  };
  expect(outsideZone(() => 7)).toBe(7);
  expect(entered).toEqual(["root"]);
});

test("acts at once where there are none, or where something else has that name", () => {
  expect(outsideZone(() => 7)).toBe(7);
  host.Zone = { root: "an element" };
  expect(outsideZone(() => 7)).toBe(7);
});
