import { expect, test, vi } from "vitest";
import { drain, inSlices } from "./in-slices.ts";

/** Works for a while in steps, as seen by a clock that only the work moves on. */
function* work(steps: number, cost: number, clock: { now: number }): Generator<unknown, number> {
  for (let step = 0; step < steps; step++) {
    clock.now += cost;
    yield;
  }
  return steps;
}

const withClock = () => {
  const clock = { now: 0 };
  vi.spyOn(performance, "now").mockImplementation(() => clock.now);
  return clock;
};

test("what is short is done at once, what is long in slices between which the page goes on", async () => {
  const clock = withClock();
  const done = vi.fn();
  inSlices(work(5, 1, clock), done);
  expect(done).toHaveBeenCalledExactlyOnceWith(5);
  inSlices(work(50, 1, clock), done);
  expect(done).toHaveBeenCalledOnce();
  expect(clock.now).toBeLessThan(20);
  const turns: number[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", () => {
    turns.push(clock.now);
    port2.postMessage("");
  });
  port1.start();
  port2.postMessage("");
  await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(2));
  port1.close();
  expect(turns.length).toBeGreaterThan(1);
});

test("given up, nothing more of it is done", async () => {
  const clock = withClock();
  const done = vi.fn();
  const stop = inSlices(work(50, 5, clock), done);
  const then = clock.now;
  stop();
  await new Promise((next) => setTimeout(next, 20));
  expect(clock.now).toBe(then);
  expect(done).not.toHaveBeenCalled();
});

test("all steps at once", () => {
  expect(drain(work(50, 5, { now: 0 }))).toBe(50);
});

test("where there is no scheduler, a timer does", async () => {
  vi.stubGlobal("scheduler", undefined);
  const done = vi.fn();
  inSlices(work(50, 5, withClock()), done);
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
  vi.unstubAllGlobals();
});
