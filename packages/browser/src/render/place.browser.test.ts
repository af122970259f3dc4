import { afterEach, expect, test, vi } from "vitest";
import { place } from "./place.ts";

const painted = (yes: boolean) =>
  vi.spyOn(AnimationTimeline.prototype, "currentTime", "get").mockReturnValue(yes ? 100 : 0);
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});
function page(height: string): HTMLElement {
  document.body.innerHTML = `<main style="height:${height}"><p>One</p></main><footer>Footer</footer>`;
  return document.querySelector("main")!;
}
const node = () => document.createElement("aside");

test("before the first paint a node goes anywhere, and undo takes it out again", () => {
  painted(false);
  const main = page("10px");
  const before = document.body.innerHTML;
  const expected = {
    append: "P,ASIDE|MAIN,FOOTER",
    prepend: "ASIDE,P|MAIN,FOOTER",
    before: "P|ASIDE,MAIN,FOOTER",
    after: "P|MAIN,ASIDE,FOOTER",
    replace: "P,ASIDE|MAIN,FOOTER",
  };
  const names = (element: Element) => [...element.children].map(({ tagName }) => tagName).join();
  for (const [position, order] of Object.entries(expected)) {
    const undo = place(node(), main, position as keyof typeof expected)!;
    expect(`${names(main)}|${names(document.body)}`).toBe(order);
    undo();
    expect(document.body.innerHTML).toBe(before);
  }
});

test("after it a node goes only where nothing moves that is seen", () => {
  painted(true);
  let main = page("10px");
  for (const position of ["append", "prepend", "before", "after", "replace"] as const)
    expect(place(node(), main, position)).toBeUndefined();
  expect(document.querySelector("aside")).toBeNull();

  main = page("300vh");
  for (const position of ["prepend", "before", "replace"] as const)
    expect(place(node(), main, position)).toBeUndefined();
  for (const position of ["append", "after"] as const)
    expect(place(node(), main, position)).toBeTypeOf("function");
});

test("what has just been added, or is not displayed, is not seen", () => {
  painted(true);
  expect(place(node(), page("10px"), "prepend", true)).toBeTypeOf("function");
  const main = page("10px");
  main.hidden = true;
  expect(place(node(), main, "prepend")).toBeTypeOf("function");
});
