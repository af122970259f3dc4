import type { Trigger } from "@shopkeeper/engine";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { Undo } from "../dom/undo.ts";
import type { Engaged } from "./engaged-time.ts";
import { type Engagement, watchEngagement } from "./engagement.ts";
import { atOnce } from "./at-once.ts";
import { later } from "./triggers.ts";
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
  vi.spyOn(Document.prototype, "hidden", "get").mockImplementation(() => hidden);
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
  const whole = { amount: 0, text: "", ...trigger };
  const undo = watchTrigger({ ...atOnce, ...later }[whole.on]!, whole, world, fire);
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

test("scroll fires at its share of the way", async () => {
  vi.useRealTimers();
  page("<p style='height:500vh'></p>");
  watch({ on: "scroll", amount: 0.5 });
  const room = document.documentElement.scrollHeight - innerHeight;
  document.body.dispatchEvent(new WheelEvent("wheel", { bubbles: true }));
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

test("scroll does not fire where the browser goes by itself to where the shopper was, but when the shopper goes on", async () => {
  vi.useRealTimers();
  page("<p style='height:500vh'></p>");
  watch({ on: "scroll", amount: 0.5 });
  const moved = async () => new Promise((resolve) => setTimeout(resolve, 60));
  scrollTo(0, document.documentElement.scrollHeight);
  await moved();
  expect(fired()).toBe(0);
  document.body.dispatchEvent(new WheelEvent("wheel", { bubbles: true }));
  scrollBy(0, -5);
  await moved();
  expect(fired()).toBe(1);
});

test("scroll waits while the page is parsed: half of a part is not half", () => {
  page("<p style='height:500vh'></p>");
  const state = vi.spyOn(Document.prototype, "readyState", "get").mockReturnValue("loading");
  watch({ on: "scroll", amount: 0.5 });
  key();
  scrollTo(0, 9999);
  document.dispatchEvent(new Event("scroll", { bubbles: true }));
  expect(fired()).toBe(0);
  state.mockReturnValue("interactive");
  document.dispatchEvent(new Event("scroll", { bubbles: true }));
  expect(fired()).toBe(1);
});

test("of a list that grows, scroll counts what there is at the time", () => {
  const list = page("<p style='height:300vh'></p>");
  watch({ on: "scroll", amount: 0.5 });
  key();
  list.style.height = "900vh";
  scrollTo(0, innerHeight * 2);
  document.dispatchEvent(new Event("scroll", { bubbles: true }));
  expect(fired()).toBe(0);
  scrollTo(0, innerHeight * 4.1);
  document.dispatchEvent(new Event("scroll", { bubbles: true }));
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

test("click fires for the keyboard as well", async () => {
  vi.useRealTimers();
  watch({ on: "click", text: ".ask" });
  page("<button class='ask'>Ask</button>").focus();
  await userEvent.keyboard("{Enter}");
  expect(fired()).toBe(1);
  watch({ on: "click", text: ".ask" });
  await userEvent.keyboard(" ");
  expect(fired()).toBe(2);
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

test("nobody returns to a tab that was opened in the background and is looked at for the first time", () => {
  hidden = true;
  watch({ on: "return", amount: 60_000 });
  seconds(300);
  look(false);
  expect(fired()).toBe(0);
});

test("nobody returns to the tab with the back button, having been on another page in it", () => {
  watch({ on: "return", amount: 60_000 });
  dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
  look(true);
  seconds(300);
  look(false);
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  expect(fired()).toBe(0);
  look(true);
  seconds(60);
  look(false);
  expect(fired()).toBe(1);
});

test("time of a page that is opened in the background begins when it is first looked at", () => {
  engagement.stop();
  hidden = true;
  engagement = watchEngagement();
  undos.push(engagement.stop);
  watch({ on: "time", amount: 10_000 });
  seconds(600);
  expect(engagement.time()).toBe(0);
  look(false);
  seconds(9);
  expect(fired()).toBe(0);
  seconds(1);
  expect(fired()).toBe(1);
});

test("time goes on from what other pages of the visit have counted, and hands on what this one has", () => {
  let kept: Engaged | undefined = { visit: 2, time: 15_000, upTo: Date.now() };
  engagement.stop();
  engagement = watchEngagement({ visit: () => 2, carry: () => kept, save: (engaged) => (kept = engaged) });
  undos.push(engagement.stop);
  watch({ on: "time", amount: 20_000 });
  seconds(4);
  expect(fired()).toBe(0);
  seconds(1);
  expect(fired()).toBe(1);
  look(true);
  expect(kept).toEqual({ visit: 2, time: 20_000, upTo: Date.now() });
  // Nothing of this page any more: another tab was engaged.
  kept = { visit: 2, time: 50_000, upTo: Date.now() };
  seconds(10);
  expect(engagement.time()).toBe(50_000);
});

test("time that other pages have filled does not fire in the background", () => {
  const kept = { visit: 1, time: 60_000, upTo: Date.now() };
  engagement.stop();
  hidden = true;
  engagement = watchEngagement({ visit: () => 1, carry: () => kept });
  undos.push(engagement.stop);
  watch({ on: "time", amount: 20_000 });
  seconds(100);
  expect(fired()).toBe(0);
  look(false);
  expect(fired()).toBe(1);
});

test("time does not fire when a computer wakes up, but when somebody uses it again", () => {
  watch({ on: "time", amount: 20_000 });
  seconds(10);
  sleep(600);
  seconds(15);
  expect(fired()).toBe(0);
  key();
  expect(fired()).toBe(1);
});

test("nothing is kept when a field is left, only when the window is", () => {
  const save = vi.fn();
  engagement.stop();
  engagement = watchEngagement({ save });
  undos.push(engagement.stop);
  seconds(5);
  page("<input>").focus();
  (document.activeElement as HTMLElement).blur();
  expect(save).not.toHaveBeenCalled();
  dispatchEvent(new Event("blur"));
  expect(save).toHaveBeenCalledOnce();
});

test("while nobody is there no timer is set", () => {
  watch({ on: "time", amount: 60_000 });
  watch({ on: "idle", amount: 30_000 });
  look(true);
  seconds(120);
  expect(vi.getTimerCount()).toBe(0);
  look(false);
  expect(vi.getTimerCount()).toBe(2);
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
