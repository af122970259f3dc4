import { expect, test } from "vitest";
import { contrast, over, readColour } from "./contrast.ts";

// The ratios are those of WCAG's own definition, by hand.
test.each([
  ["rgb(0, 0, 0)", "rgb(255, 255, 255)", 21],
  ["rgb(119, 119, 119)", "rgb(255, 255, 255)", 4.48],
  ["rgb(255, 0, 0)", "rgb(255, 255, 255)", 4],
  ["rgba(0, 0, 0, 0.5)", "rgb(255, 255, 255)", 3.98],
  ["oklch(0 0 0)", "color(display-p3 1 1 1)", 21],
])("%s on %s has a contrast of %d", (text, background, ratio) => {
  const back = readColour(background, document.body)!;
  const upper = over(readColour(text, document.body)!, back);
  expect(contrast(upper, back)).toBeCloseTo(ratio, 1);
  expect(contrast(back, upper)).toBe(contrast(upper, back));
});

test("what is no colour is not read, and nothing is left on the element", () => {
  document.body.style.color = "red";
  expect(readColour("CanvasTextt", document.body)).toBeUndefined();
  expect(readColour("rgba(0, 0, 0, 0)", document.body)).toEqual([0, 0, 0, 0]);
  expect(readColour("lab(50 10 10)", document.body)?.[3]).toBe(1);
  expect(document.body.style.color).toBe("red");
  document.body.removeAttribute("style");
});
