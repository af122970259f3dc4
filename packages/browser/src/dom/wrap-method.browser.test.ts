import { expect, test } from "vitest";
import { wrapMethod } from "./wrap-method.ts";

test("the original runs first, with its this, its result and its errors", () => {
  const order: unknown[] = [];
  const object = {
    add(this: unknown, value: number): number {
      order.push(this === object);
      if (value < 0) throw new RangeError("no");
      return value + 1;
    },
  };
  wrapMethod(object, "add", (value) => order.push(value));
  expect(object.add(1)).toBe(2);
  expect(() => object.add(-1)).toThrow(RangeError);
  expect(order).toEqual([true, 1, true]);
});

test("what goes wrong on our side stays there", () => {
  const object = { add: () => 1 };
  wrapMethod(object, "add", () => {
    throw new Error("ours");
  });
  expect(object.add()).toBe(1);
});

test("on top, undoing gives back the very same method", () => {
  const list: number[] = [];
  const undo = wrapMethod(list, "push", () => {});
  expect(Object.hasOwn(list, "push")).toBe(true);
  undo();
  undo();
  expect(Object.hasOwn(list, "push")).toBe(false);
  const own = { add: () => 1 };
  const { add } = own;
  wrapMethod(own, "add", () => {})();
  expect(own.add).toBe(add);
});

test("beneath another's wrapper, undoing stops hearing and leaves the other in place", () => {
  const heard: unknown[] = [];
  const list: number[] = [];
  const undo = wrapMethod(list, "push", (value) => heard.push(value));
  const ours = list.push;
  const theirs = (...values: number[]): number => ours.apply(list, values);
  list.push = theirs;
  list.push(1);
  undo();
  list.push(2);
  expect(list.push).toBe(theirs);
  expect([...list]).toEqual([1, 2]);
  expect(heard).toEqual([1]);
});

test("what is frozen is left alone", () => {
  expect(() => wrapMethod(Object.freeze({ add: () => 1 }), "add", () => {})()).not.toThrow();
});
