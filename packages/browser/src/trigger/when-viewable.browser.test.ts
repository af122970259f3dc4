import { afterEach, expect, test, vi } from "vitest";
import { whenViewable } from "./when-viewable.ts";

const act = vi.fn();
let undo: (() => void) | undefined;
afterEach(() => {
  undo?.();
  act.mockClear();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  scrollTo(0, 0);
});

/** An element of this height, a part of the screen's, below another. */
function watch(top: number, height: number) {
  const [before, element] = [top, height].map((part) => {
    const box = document.body.appendChild(document.createElement("div"));
    box.style.height = `${part * innerHeight}px`;
    return box;
  });
  undo = whenViewable(element!, act);
  return { before: before!, element: element! };
}
const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
const acted = (times: number) => vi.waitFor(() => expect(act).toHaveBeenCalledTimes(times), 5000);

test("half in view for a second is viewable, once", async () => {
  watch(0.8, 0.4);
  await wait(500);
  expect(act).not.toHaveBeenCalled();
  await acted(1);
});

test("less than half is not", async () => {
  watch(0.9, 0.4);
  await wait(1500);
  expect(act).not.toHaveBeenCalled();
});

test("what is scrolled past is not", async () => {
  watch(2, 0.4);
  scrollTo(0, innerHeight * 2);
  await wait(300);
  scrollTo(0, 0);
  await wait(1500);
  expect(act).not.toHaveBeenCalled();
});

test("of what is many screens long, half a screen is enough", async () => {
  watch(0.3, 40);
  await acted(1);
});

test("the second begins anew when the tab is looked at again", async () => {
  const hidden = vi.spyOn(Document.prototype, "hidden", "get").mockReturnValue(true);
  watch(0, 0.5);
  const change = () => document.dispatchEvent(new Event("visibilitychange"));
  await wait(1300);
  expect(act).not.toHaveBeenCalled();
  hidden.mockReturnValue(false);
  change();
  await wait(300);
  hidden.mockReturnValue(true);
  change();
  await wait(1300);
  expect(act).not.toHaveBeenCalled();
  hidden.mockReturnValue(false);
  change();
  await acted(1);
});

test("after undo nothing happens", async () => {
  watch(0, 0.5);
  await wait(200);
  undo!();
  await wait(1200);
  expect(act).not.toHaveBeenCalled();
});
