import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exit } from "./exit.ts";
import type { World } from "./world.ts";

const fire = vi.fn();
const fired = () => fire.mock.calls.length;
let undo: () => void;
let hidden: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  vi.spyOn(Document.prototype, "hidden", "get").mockImplementation(() => hidden);
});
afterEach(() => {
  undo();
  vi.useRealTimers();
  vi.restoreAllMocks();
  fire.mockClear();
  document.body.replaceChildren();
});

/** Waits for the exit, on a page that has been looked at for a while. */
function watch(seconds = 10) {
  undo = exit({ on: "exit", amount: 0, text: "" }, {} as World, fire);
  vi.advanceTimersByTime(seconds * 1000);
}
const pointer = (type: string, init: MouseEventInit) => {
  const event = new MouseEvent(type, { bubbles: true, clientX: 50, ...init });
  // The clock of events is not the one that the test turns.
  Object.defineProperty(event, "timeStamp", { value: Date.now() });
  document.documentElement.dispatchEvent(event);
};
/** The pointer goes up and out at so many pixels a second. */
const goUp = (speed: number, clientX = 50) => {
  for (let clientY = 200; clientY > 0; clientY -= speed / 50) {
    pointer("mousemove", { clientX, clientY });
    vi.advanceTimersByTime(20);
  }
  pointer("mouseout", { clientX, clientY: -1 });
};
const look = (away: boolean) => {
  hidden = away;
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
};

test("exit fires when the pointer leaves the page upward, not to the side nor between elements", () => {
  watch();
  pointer("mouseout", { clientX: -1, clientY: 200 });
  pointer("mouseout", { clientY: 0, relatedTarget: document.body });
  expect(fired()).toBe(0);
  pointer("mouseout", { clientY: -1 });
  expect(fired()).toBe(1);
});

test("a pointer that leaves fast fires, one that drifts out does not", () => {
  watch();
  goUp(200);
  expect(fired()).toBe(0);
  goUp(1500);
  expect(fired()).toBe(1);
});

test("a pointer that rested at the upper edge, at a menu, does not fire when it leaves", () => {
  watch();
  pointer("mousemove", { clientY: 300 });
  pointer("mousemove", { clientY: 4 });
  vi.advanceTimersByTime(1000);
  pointer("mouseout", { clientY: -1 });
  expect(fired()).toBe(0);
});

test("a pointer that leaves through a frame at the upper edge fires", () => {
  watch();
  const frame = document.body.appendChild(document.createElement("iframe"));
  pointer("mouseout", { clientY: 90, relatedTarget: frame });
  vi.advanceTimersByTime(60);
  pointer("mouseout", { clientY: -1 });
  expect(fired()).toBe(1);
});

test("a pointer on its way to the scroll bar does not fire", () => {
  watch();
  goUp(1500, document.documentElement.clientWidth + 3);
  expect(fired()).toBe(0);
});

test("nobody leaves in the first seconds, also of a tab that was in the background", () => {
  hidden = true;
  watch(60);
  look(false);
  vi.advanceTimersByTime(2000);
  goUp(1500);
  expect(fired()).toBe(0);
  vi.advanceTimersByTime(1000);
  goUp(1500);
  expect(fired()).toBe(1);
});

test("who opens a list to choose from, or writes, does not leave, and is not taken for it later", () => {
  watch();
  const list = document.body.appendChild(document.createElement("select"));
  list.focus();
  goUp(1500);
  list.blur();
  vi.advanceTimersByTime(5000);
  expect(fired()).toBe(0);
});

const touch = () =>
  vi
    .spyOn(window, "matchMedia")
    .mockImplementation((query) => ({ matches: query === "(hover:none)" }) as MediaQueryList);
const tell = (type: string) => document.dispatchEvent(new Event(type, { bubbles: true }));
const scrollAt = (y: number) => {
  vi.spyOn(window, "scrollY", "get").mockReturnValue(y);
  tell("scroll");
};
/** Goes up to the top in steps of so many milliseconds, each a part of the screen's height. */
const scrollUp = (from: number, part: number, pace: number, finger: boolean) => {
  scrollAt(from);
  for (let y = from; y > 0; y -= innerHeight * part) {
    if (finger) tell("touchmove");
    vi.advanceTimersByTime(pace);
    scrollAt(y);
  }
};

test("exit on touch fires at a fast swipe up from far down, not at a slow one", () => {
  touch();
  watch();
  scrollUp(innerHeight * 3, 0.1, 200, true);
  expect(fired()).toBe(0);
  scrollUp(innerHeight * 3, 0.25, 50, true);
  expect(fired()).toBeGreaterThan(0);
});

test("a fling goes on without the finger", () => {
  touch();
  watch();
  tell("touchmove");
  scrollUp(innerHeight * 3, 0.25, 50, false);
  expect(fired()).toBeGreaterThan(0);
});

test("a link to the top is no exit, not even right after a swipe", () => {
  touch();
  watch();
  scrollUp(innerHeight * 3, 0.5, 20, false);
  tell("touchmove");
  tell("click");
  scrollUp(innerHeight * 3, 0.5, 20, false);
  expect(fired()).toBe(0);
});

test("pulling the page down at its top is no exit, nor the bounce at its end", () => {
  touch();
  watch();
  for (const y of [0, -40, -120, 0]) {
    tell("touchmove");
    scrollAt(y);
  }
  const end = innerHeight * 4;
  for (const y of [end, end + innerHeight * 0.3, end]) {
    tell("touchmove");
    scrollAt(y);
  }
  expect(fired()).toBe(0);
});

test("a swipe up near the top is no exit: there was nothing to leave", () => {
  touch();
  watch();
  scrollUp(innerHeight * 0.9, 0.25, 30, true);
  expect(fired()).toBe(0);
});

test("a carousel that is swiped is not the page", () => {
  touch();
  watch();
  const carousel = document.body.appendChild(document.createElement("div"));
  scrollAt(innerHeight * 3);
  tell("touchmove");
  vi.spyOn(window, "scrollY", "get").mockReturnValue(0);
  carousel.dispatchEvent(new Event("scroll"));
  expect(fired()).toBe(0);
});

test("exit on touch fires at a return to the tab, not after a glance at something else", () => {
  touch();
  watch(0);
  look(true);
  vi.advanceTimersByTime(500);
  look(false);
  expect(fired()).toBe(0);
  look(true);
  vi.advanceTimersByTime(5000);
  expect(fired()).toBe(0);
  look(false);
  expect(fired()).toBe(1);
});

test("exit with a mouse does not fire at a return", () => {
  watch();
  look(true);
  vi.advanceTimersByTime(5000);
  look(false);
  expect(fired()).toBe(0);
});
