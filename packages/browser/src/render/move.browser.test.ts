import { afterEach, expect, test, vi } from "vitest";
import { moveElement } from "./move.ts";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Three sections of a page, painted or not. */
function page({ painted = false } = {}): (id: string) => Element {
  vi.spyOn(AnimationTimeline.prototype, "currentTime", "get").mockReturnValue(painted ? 1 : 0);
  document.body.innerHTML =
    "<section id=a></section> <section id=b><p>b</p></section> <section id=c></section>";
  return (id) => document.getElementById(id)!;
}
const order = (): string => [...document.querySelectorAll("section")].map(({ id }) => id).join("");

for (const [position, expected] of [
  ["before", "cab"],
  ["after", "acb"],
] as const)
  test(`an element goes ${position} another, and back`, () => {
    const at = page();
    const before = document.body.innerHTML;
    const undo = moveElement(at("c"), at("a"), position);
    expect(order()).toBe(expected);
    undo!();
    expect(document.body.innerHTML).toBe(before);
  });

for (const [position, index] of [
  ["prepend", 0],
  ["append", 1],
] as const)
  test(`an element goes into another, by ${position}`, () => {
    const at = page();
    moveElement(at("c"), at("b"), position);
    expect([...at("b").children].indexOf(at("c"))).toBe(index);
  });

test("moves that stand upon each other go back from the last to the first", () => {
  const at = page();
  const before = document.body.innerHTML;
  const undos = [moveElement(at("c"), at("a"), "before"), moveElement(at("b"), at("c"), "before")];
  expect(order()).toBe("bca");
  for (const undo of undos.reverse()) undo!();
  expect(document.body.innerHTML).toBe(before);
});

test("what the shopper sees is not moved", () => {
  const at = page({ painted: true });
  expect(moveElement(at("c"), at("a"), "before")).toBeUndefined();
  expect(order()).toBe("abc");
});

test("nothing goes into itself", () => {
  const at = page();
  expect(moveElement(at("b"), at("b").firstElementChild!, "before")).toBeUndefined();
});

test("what the shop has moved on since then stays there", () => {
  const at = page();
  const undo = moveElement(at("c"), at("a"), "before");
  at("b").append(at("c"));
  undo!();
  expect(at("c").parentElement).toBe(at("b"));
});
