// Whatever the order of events: no trigger that waits for something the shopper does fires while nobody looks, none fires
// twice, and no more time is engaged than the page was in sight.
import type { TriggerName } from "@shopkeeper/engine";
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { watchEngagement } from "./engagement.ts";
import { atOnce } from "./at-once.ts";
import { later } from "./triggers.ts";
import { watchTrigger } from "./watch-trigger.ts";

const SECOND = 1000;
const waiting: TriggerName[] = ["idle", "exit", "scroll", "time", "visible", "click", "return"];

const acts = [
  "use",
  "wheel",
  "hide",
  "show",
  "blur",
  "leave upward",
  "scroll",
  "click",
  "focus",
  "unfocus",
  "sleep",
  "go away",
  "come back",
] as const;
const steps = fc.array(
  fc.record({ act: fc.constantFrom(...acts), amount: fc.integer({ min: 0, max: 90 }) }),
  { maxLength: 40 },
);

for (const touch of [false, true])
  test(`triggers keep their promises in random order, ${touch ? "on touch" : "with a mouse"}`, () => {
    vi.useFakeTimers();
    let hidden = false;
    let y = 0;
    vi.spyOn(Document.prototype, "hidden", "get").mockImplementation(() => hidden);
    vi.spyOn(window, "scrollY", "get").mockImplementation(() => y);
    vi.spyOn(window, "matchMedia").mockImplementation(() => ({ matches: touch }) as MediaQueryList);
    document.body.innerHTML = "<p style='height:500vh'></p><input><button>Ask</button>";
    const tell = (type: string, target: EventTarget = document) =>
      target.dispatchEvent(new Event(type, { bubbles: true }));
    const look = (away: boolean) => {
      if (hidden === away) return;
      hidden = away;
      tell("visibilitychange");
    };

    fc.assert(
      fc.property(steps, fc.boolean(), fc.integer({ min: 1, max: 60 }), (all, background, amount) => {
        hidden = background;
        y = 0;
        let visible = 0;
        const pass = (seconds: number, act = () => vi.advanceTimersByTime(seconds * SECOND)) => {
          if (!hidden) visible += seconds * SECOND;
          act();
        };
        const engagement = watchEngagement();
        const fired: string[] = [];
        const world = {
          engagement,
          pages: () => 1,
          onEvent: () => () => {},
          report: (error: unknown) => expect.unreachable(String(error)),
        };
        const undos = waiting.map((on) =>
          watchTrigger(
            { ...atOnce, ...later }[on]!,
            {
              on,
              amount: on === "scroll" ? 0.5 : amount * SECOND,
              text: on === "click" ? "button" : "p",
            },
            world,
            () => {
              // What a listener throws nobody would hear of.
              fired.push(hidden ? `${on}, hidden` : on);
            },
          ),
        );
        for (const { act, amount } of all) {
          pass(amount);
          if (act === "use") tell("keydown");
          else if (act === "wheel") tell("wheel");
          else if (act === "hide") look(true);
          else if (act === "show") look(false);
          else if (act === "blur") window.dispatchEvent(new Event("blur"));
          else if (act === "leave upward")
            document.documentElement.dispatchEvent(new MouseEvent("mouseout", { bubbles: true, clientX: 9 }));
          else if (act === "scroll") {
            if (!hidden) tell("touchmove");
            y = amount * 40;
            tell("scroll");
          } else if (act === "click" && !hidden) tell("click", document.querySelector("button")!);
          else if (act === "focus") document.querySelector("input")!.focus();
          else if (act === "unfocus") document.querySelector("input")!.blur();
          else if (act === "sleep")
            pass(amount * 60, () => vi.setSystemTime(Date.now() + amount * 60 * SECOND));
          else if (act === "go away") {
            tell("pagehide", window);
            look(true);
          } else if (act === "come back") {
            look(false);
            tell("pageshow", window);
          }
          expect(engagement.time()).toBeLessThanOrEqual(visible);
        }
        pass(100);
        expect(
          fired.filter((each, index) => each.includes("hidden") || fired.indexOf(each) !== index),
        ).toEqual([]);
        for (const undo of [engagement.stop, ...undos]) undo();
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: 150 },
    );
    vi.useRealTimers();
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });
