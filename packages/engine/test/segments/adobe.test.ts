import { describe, expect, test } from "vitest";
import type { AffinityConfiguration } from "../../src/configuration.ts";
import type { ShopEvent } from "../../src/event.ts";
import { createSegments, type Asking, type Segments } from "../../src/segment/segments.ts";

const NOW = 1_750_000_000_000;
const affinity: AffinityConfiguration = { model: "adobe" };

const click = (category: string, at: number, visit = 1): ShopEvent => ({
  name: "view_item",
  ts: NOW + at,
  visit,
  item_category: category,
});

const asking = (visit: number, at = 1000): Asking => ({ now: NOW + at, visit, fact: () => undefined });

const CLICKS = ["mens-clothing", "accessories", "jewelry", "accessories"].map((category, index) =>
  click(category, index),
);

const TEXTS = Object.fromEntries(
  Object.entries({
    accessories: [9, 4.5, 2.25],
    "mens-clothing": [8, 4, 2],
    jewelry: [5, 2.5, 1.25],
    shoes: [0],
  }).flatMap(([category, points]) =>
    points.map((value) => [`${category} ${value}`, `affinity(category, "${category}") = ${value}`]),
  ),
);
TEXTS["top"] = 'top(category) = "accessories"';

const open = (): Segments => createSegments({ segments: TEXTS, affinity });

const clicked = (...events: ShopEvent[]): Segments => {
  const segments = open();
  segments.warm([]);
  for (const event of events) segments.take(event);
  return segments;
};

const FIRST = ["accessories 9", "jewelry 5", "mens-clothing 8", "shoes 0", "top"];
const SECOND = ["accessories 4.5", "jewelry 2.5", "mens-clothing 4", "shoes 0", "top"];
const THIRD = ["accessories 2.25", "jewelry 1.25", "mens-clothing 2", "shoes 0", "top"];

describe("affinity in points, as Adobe Target counts them", () => {
  test("10 for the first click of all, 5 for each later one, 1 less where another category is new", () => {
    expect(clicked(...CLICKS).held(asking(1))).toEqual(FIRST);
  });

  test("are halved by every visit, without a click in it or a page", () => {
    const segments = clicked(...CLICKS);
    expect(segments.held(asking(1))).toEqual(FIRST);
    expect(segments.held(asking(2))).toEqual(SECOND);
    expect(segments.held(asking(3))).toEqual(THIRD);
    expect(clicked(...CLICKS).held(asking(3))).toEqual(THIRD);
  });

  test("do not fade within a visit", () => {
    const segments = clicked(...CLICKS);
    expect(segments.held(asking(1, 365 * 86_400_000))).toEqual(FIRST);
  });

  test("go on where they stopped on another page, and from the history", () => {
    const segments = clicked(...CLICKS.slice(0, 2));
    segments.held(asking(1, 2));
    const next = open();
    next.restore(JSON.parse(JSON.stringify(segments.save())));
    for (const event of CLICKS.slice(2)) next.take(event);
    expect(next.held(asking(1))).toEqual(FIRST);
    const warmed = open();
    warmed.warm(CLICKS);
    expect(warmed.held(asking(2))).toEqual(SECOND);
  });

  test("of a later visit come on top of what is left", () => {
    const segments = createSegments({ segments: { s: 'affinity(category, "jewelry") = 7.5' }, affinity });
    segments.warm([...CLICKS, click("jewelry", 5, 2)]);
    expect(segments.held(asking(2))).toEqual(["s"]);
  });

  test("are kept of five categories, the weakest goes", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const segments = createSegments({
      segments: Object.fromEntries(names.map((name) => [name, `affinity(category, "${name}") > 0`])),
      affinity,
    });
    // The second has 1 point when the sixth comes, the others have more.
    segments.warm([...names.slice(0, 5), "a", "c", "d", "e", "f"].map((name, index) => click(name, index)));
    expect(segments.held(asking(1))).toEqual(["a", "c", "d", "e", "f"]);
  });
});
