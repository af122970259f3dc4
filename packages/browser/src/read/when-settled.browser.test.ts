import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenSettled } from "./when-settled.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Lets the observer be told of what has changed. */
const change = async (): Promise<void> => {
  document.body.append("x");
  await Promise.resolve();
};

test("a page is read when it has been at rest for 100 ms", async () => {
  const done = vi.fn();
  whenSettled(document, done);
  vi.advanceTimersByTime(80);
  await change();
  vi.advanceTimersByTime(80);
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(30);
  expect(done).toHaveBeenCalledOnce();
  await change();
  vi.advanceTimersByTime(5000);
  expect(done).toHaveBeenCalledOnce();
});

test("a page that never rests is read after 2 s", async () => {
  const done = vi.fn();
  whenSettled(document, done);
  for (let time = 0; time < 1950; time += 50) {
    await change();
    vi.advanceTimersByTime(50);
  }
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(done).toHaveBeenCalledOnce();
});

test("a page at rest that has nothing to read yet is waited for", async () => {
  const done = vi.fn();
  let enough = false;
  whenSettled(document, done, (yes) => enough && yes());
  vi.advanceTimersByTime(600);
  expect(done).not.toHaveBeenCalled();
  enough = true;
  await change();
  vi.advanceTimersByTime(100);
  expect(done).toHaveBeenCalledOnce();
});

test("undone, it is never read", () => {
  const done = vi.fn();
  whenSettled(document, done)();
  vi.advanceTimersByTime(5000);
  expect(done).not.toHaveBeenCalled();
});
