import type { Trigger } from "@shopkeeper/engine";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Undo } from "../dom/undo.ts";
import { type Engagement, watchEngagement } from "./engagement.ts";
import { watchTrigger } from "./watch-trigger.ts";

const fire = vi.fn();
const report = vi.fn();
let engagement: Engagement;
let undos: Undo[];
let heard: Record<string, () => void>;
let pageViews: number;
let hidden: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
  engagement = watchEngagement();
  undos = [engagement.stop];
  heard = {};
  pageViews = 1;
});
afterEach(() => {
  for (const undo of undos) undo();
  vi.useRealTimers();
  vi.restoreAllMocks();
  fire.mockClear();
  report.mockClear();
  document.body.replaceChildren();
  scrollTo(0, 0);
});

function watch(trigger: Partial<Trigger> & Pick<Trigger, "on">): Undo {
  const world = {
    engagement,
    report,
    pages: () => pageViews,
    onEvent(name: string, listener: () => void) {
      heard[name] = listener;
      return () => delete heard[name];
    },
  };
  const undo = watchTrigger({ amount: 0, text: "", ...trigger }, world, fire);
  undos.push(undo);
  return undo;
}
const fired = () => fire.mock.calls.length;
const seconds = (count: number) => vi.advanceTimersByTime(count * 1000);
const key = (target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true }));
const look = (away: boolean) => {
  hidden = away;
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
};
const page = (markup: string) => {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as HTMLElement;
};
/** The computer sleeps: time goes on, and no timer with it. */
const sleep = (count: number) => vi.setSystemTime(Date.now() + count * 1000);

test("load fires at once, and once", () => {
  watch({ on: "load" });
  expect(fired()).toBe(1);
});

test("idle fires once, so long after the last sign of life", () => {
  watch({ on: "idle", amount: 30_000 });
  seconds(20);
  key();
  seconds(29);
  expect(fired()).toBe(0);
  seconds(1);
  expect(fired()).toBe(1);
  seconds(600);
  expect(fired()).toBe(1);
});

test("idle does not fire while somebody is in a form field, and waits anew afterwards", () => {
  page("<input>").focus();
  watch({ on: "idle", amount: 30_000 });
  seconds(100);
  expect(fired()).toBe(0);
  (document.activeElement as HTMLElement).blur();
  seconds(15);
  expect(fired()).toBe(0);
  seconds(30);
  expect(fired()).toBe(1);
});

test("idle does not fire when a computer wakes up, but after it has idled awake", () => {
  watch({ on: "idle", amount: 30_000 });
  seconds(10);
  sleep(3600);
  seconds(20);
  expect(fired()).toBe(0);
  seconds(30);
  expect(fired()).toBe(1);
});

test("idle does not fire in a tab that nobody looks at, and begins anew when it is looked at", () => {
  watch({ on: "idle", amount: 30_000 });
  look(true);
  seconds(300);
  look(false);
  seconds(29);
  expect(fired()).toBe(0);
  seconds(1);
  expect(fired()).toBe(1);
});

test("time counts what is engaged: not the tab in the background, nor the chair that is empty", () => {
  watch({ on: "time", amount: 50_000 });
  seconds(10);
  look(true);
  seconds(100);
  look(false);
  expect(engagement.time()).toBe(10_000);
  seconds(300);
  // After 30 s without a sign of life nobody is there any more.
  expect(engagement.time()).toBe(40_000);
  key();
  seconds(9);
  expect(fired()).toBe(0);
  seconds(2);
  expect(fired()).toBe(1);
});

test("a sleeping computer adds at most half a minute of engagement, and a clock set back takes none", () => {
  seconds(10);
  sleep(3600);
  expect(engagement.time()).toBe(30_000);
  sleep(-7200);
  expect(engagement.time()).toBeGreaterThanOrEqual(0);
  key();
  seconds(5);
  expect(engagement.time()).toBe(5000);
});

test("a carousel that moves by itself is no sign of life", () => {
  const carousel = page("<div style='overflow:auto;height:10px'><p style='height:900px'></p></div>");
  watch({ on: "idle", amount: 3000 });
  seconds(2);
  carousel.dispatchEvent(new Event("scroll"));
  seconds(1);
  expect(fired()).toBe(1);
});

test("exit fires when the pointer leaves the page upward, not to the side nor between elements", () => {
  watch({ on: "exit" });
  const leave = (init: MouseEventInit) =>
    document.documentElement.dispatchEvent(new MouseEvent("mouseout", { bubbles: true, ...init }));
  leave({ clientX: -1, clientY: 200 });
  leave({ clientY: 0, relatedTarget: document.body });
  expect(fired()).toBe(0);
  leave({ clientY: -1 });
  leave({ clientY: -1 });
  expect(fired()).toBe(1);
});

const touch = () =>
  vi
    .spyOn(window, "matchMedia")
    .mockImplementation((query) => ({ matches: query === "(hover:none)" }) as MediaQueryList);
const scrollAt = (y: number) => {
  vi.spyOn(window, "scrollY", "get").mockReturnValue(y);
  document.dispatchEvent(new Event("scroll", { bubbles: true }));
};

test("exit on touch fires at a fast way up from far down, not at a slow one", () => {
  touch();
  watch({ on: "exit" });
  const deep = innerHeight * 3;
  scrollAt(deep);
  for (let y = deep; y > 0; y -= innerHeight / 10) {
    vi.advanceTimersByTime(200);
    scrollAt(y);
  }
  expect(fired()).toBe(0);
  scrollAt(deep);
  for (let y = deep; y > 0; y -= innerHeight / 4) {
    vi.advanceTimersByTime(50);
    scrollAt(y);
  }
  expect(fired()).toBe(1);
});

test("exit on touch fires at a return to the tab", () => {
  touch();
  watch({ on: "exit" });
  look(true);
  expect(fired()).toBe(0);
  look(false);
  expect(fired()).toBe(1);
});

test("exit with a mouse does not", () => {
  watch({ on: "exit" });
  look(true);
  look(false);
  expect(fired()).toBe(0);
});

test("scroll fires at its share of the way", async () => {
  vi.useRealTimers();
  page("<p style='height:500vh'></p>");
  watch({ on: "scroll", amount: 0.5 });
  const room = document.documentElement.scrollHeight - innerHeight;
  const scrolled = async (top: number) => {
    scrollTo(0, top);
    await new Promise((resolve) => setTimeout(resolve, 60));
  };
  await scrolled(room * 0.45);
  expect(fired()).toBe(0);
  await scrolled(room * 0.5 + 1);
  expect(fired()).toBe(1);
});

test("scroll never fires on a page that cannot be scrolled", () => {
  watch({ on: "scroll", amount: 0.5 });
  document.dispatchEvent(new Event("scroll", { bubbles: true }));
  expect(fired()).toBe(0);
});

test("pages fires when so many have been seen", () => {
  watch({ on: "pages", amount: 3 });
  pageViews = 2;
  heard.page_view!();
  expect(fired()).toBe(0);
  pageViews = 3;
  heard.page_view!();
  expect(fired()).toBe(1);
  watch({ on: "pages", amount: 3 });
  expect(fired()).toBe(2);
});

test("visible fires when such an element comes into sight, also one that comes late", async () => {
  vi.useRealTimers();
  watch({ on: "visible", text: ".late" });
  page("<p style='height:300vh'></p><p class='late'>Late</p>");
  const wait = () => new Promise((resolve) => setTimeout(resolve, 100));
  await wait();
  expect(fired()).toBe(0);
  document.querySelector(".late")!.scrollIntoView();
  await wait();
  expect(fired()).toBe(1);
});

test("click fires for a click in such an element, even where the shop stops it", () => {
  watch({ on: "click", text: ".help, .ask" });
  const row = page("<p><a>Other</a><button class='ask'><b>Ask</b></button></p>");
  row.addEventListener("click", (event) => event.stopPropagation());
  row.querySelector("a")!.click();
  expect(fired()).toBe(0);
  row.querySelector("b")!.click();
  expect(fired()).toBe(1);
});

test("event fires when one of that name is recorded", () => {
  watch({ on: "event", text: "add_to_cart" });
  expect(Object.keys(heard)).toEqual(["add_to_cart"]);
  heard.add_to_cart!();
  expect(fired()).toBe(1);
  expect(Object.keys(heard)).toEqual([]);
});

test("return fires when somebody is back after so long", () => {
  watch({ on: "return", amount: 60_000 });
  look(true);
  seconds(30);
  look(false);
  expect(fired()).toBe(0);
  look(true);
  seconds(60);
  look(false);
  expect(fired()).toBe(1);
});

for (const on of ["click", "visible"] as const) {
  test(`a selector of ${on} that is none is reported, and nothing is thrown`, () => {
    const failed = vi.fn();
    addEventListener("error", failed);
    watch({ on, text: "p:::" });
    document.body.click();
    removeEventListener("error", failed);
    expect(report).toHaveBeenCalledOnce();
    expect(failed).not.toHaveBeenCalled();
    expect(fired()).toBe(0);
  });
}

test("undo lets go of everything", () => {
  page("<p style='height:500vh'></p>");
  const stops = (["idle", "time", "exit", "scroll", "pages", "click", "event", "return"] as const).map((on) =>
    watch({ on, amount: 1000, text: "body" }),
  );
  pageViews = 0;
  for (const stop of stops) stop();
  seconds(100);
  document.body.click();
  look(true);
  seconds(100);
  look(false);
  expect(fired()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  expect(Object.keys(heard)).toEqual([]);
});
