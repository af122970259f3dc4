import { afterEach, expect, test } from "vitest";
import { isGapUnseen, isUnseen } from "./is-unseen.ts";

afterEach(() => document.body.replaceChildren());

/** A page of blocks; each is so many viewports high, and those without a height are hidden. */
const page = (...heights: (number | undefined)[]): Element[] => {
  document.body.replaceChildren(
    ...heights.map((height) => {
      const block = document.createElement("div");
      block.style.height = `${(height ?? 0) * 100}vh`;
      block.hidden = height === undefined;
      return block;
    }),
  );
  return [...document.body.children];
};

const painted = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

test("what lies below the viewport or is not displayed is unseen", async () => {
  const [above, below, hidden] = page(2, 1, undefined);
  await painted();
  expect([above, below, hidden].map((element) => isUnseen(element!))).toEqual([false, true, true]);
});

test("a hidden element may be shown below what is in view, and not in the midst of it", async () => {
  const [, first, , second] = page(0.2, undefined, 2, undefined, 1);
  await painted();
  expect(isGapUnseen(first!)).toBe(false);
  expect(isGapUnseen(second!)).toBe(true);
});

test("of several hidden ones beside one another all stand in the same place", async () => {
  const [, first, second] = page(2, undefined, undefined);
  await painted();
  expect(isGapUnseen(first!)).toBe(true);
  expect(isGapUnseen(second!)).toBe(true);
});

test("an only child stands where its parent begins", async () => {
  const [, parent] = page(2, 0.1);
  const child = parent!.appendChild(document.createElement("p"));
  child.hidden = true;
  await painted();
  expect(isGapUnseen(child)).toBe(true);
  document.body.firstElementChild!.remove();
  expect(isGapUnseen(child)).toBe(false);
});
