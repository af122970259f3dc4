import { assert, boolean, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { GAP, placeBeside } from "./place-beside.ts";

const viewport = { width: 1000, height: 700 };
const box = { width: 360, height: 200 };
const target = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test.each([
  ["below, in the middle", target(400, 100, 200, 50), false, { left: 320, top: 166 }],
  ["below, as far to the side as there is room", target(900, 10, 80, 30), false, { left: 624, top: 56 }],
  ["above, where there is no room below", target(400, 600, 200, 50), false, { left: 320, top: 384 }],
  ["beside what is as high as the page", target(100, 0, 200, 700), false, { left: 316, top: 250 }],
  ["beside it on the other side, from right to left", target(420, 0, 150, 700), true, { left: 44, top: 250 }],
  ["nowhere, where the target fills the page", target(0, 0, 1000, 700), false, undefined],
])("a box goes %s", (_where, around, isRightToLeft, spot) => {
  expect(placeBeside(around, box, viewport, isRightToLeft)).toEqual(spot);
});

test("wherever a box goes, it is all in view and covers nothing of the target", () => {
  const length = integer({ min: 1, max: 900 });
  assert(
    property(
      record({
        left: integer({ min: -500, max: 1500 }),
        top: integer({ min: -500, max: 1500 }),
        width: length,
        height: length,
      }),
      record({ width: length, height: length }),
      record({ width: constantFrom(320, 768, 1280), height: constantFrom(480, 800) }),
      boolean(),
      ({ left, top, width, height }, size, viewport, isRightToLeft) => {
        const around = target(left, top, width, height);
        const spot = placeBeside(around, size, viewport, isRightToLeft);
        if (!spot) return;
        const right = spot.left + size.width;
        const bottom = spot.top + size.height;
        expect(Math.min(spot.left, spot.top)).toBeGreaterThanOrEqual(GAP);
        expect(right).toBeLessThanOrEqual(viewport.width - GAP);
        expect(bottom).toBeLessThanOrEqual(viewport.height - GAP);
        expect(
          right <= around.left ||
            spot.left >= around.right ||
            bottom <= around.top ||
            spot.top >= around.bottom,
        ).toBe(true);
      },
    ),
  );
});
