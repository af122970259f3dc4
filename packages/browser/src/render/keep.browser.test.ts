import { afterEach, expect, test, vi } from "vitest";
import { hearShopper } from "./contest.ts";
import { place } from "./place.ts";
import { showText } from "./text.ts";
import { showWhen } from "./when.ts";
import { watchElements } from "./watch-elements.ts";
import { watchWish } from "./wish.ts";
import type { Undo } from "../dom/undo.ts";

const stops: Undo[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});
const page = (markup: string): Element => {
  document.body.innerHTML = markup;
  return document.body.firstElementChild!;
};
const settled = () => new Promise((resolve) => setTimeout(resolve));
const text = (element: Element) => showText(element, "Ours", () => undefined)!;

test("a text that the page writes anew is ours again, and undo gives the page's newest", async () => {
  const element = page("<p>One</p>");
  const undo = text(element);
  element.textContent = "Two";
  await settled();
  expect(element.textContent).toBe("Ours");
  undo();
  expect(element.outerHTML).toBe("<p>Two</p>");
});

test("a condition, a wish and a neighbour that the page takes back are there again", async () => {
  vi.spyOn(AnimationTimeline.prototype, "currentTime", "get").mockReturnValue(0);
  const element = page("<p>Words</p><button></button>");
  const before = document.body.innerHTML;
  const button = document.querySelector("button")!;
  const neighbour = document.createElement("aside");
  const undos = [
    showWhen(element, false),
    watchWish(button, true, () => {})!,
    place(neighbour, button, "after")!,
  ];
  element.removeAttribute("hidden");
  button.removeAttribute("aria-pressed");
  neighbour.remove();
  await settled();
  expect(element.getClientRects().length).toBe(0);
  expect(button.getAttribute("aria-pressed")).toBe("true");
  expect(button.nextSibling).toBe(neighbour);
  for (const undo of undos) undo();
  expect(document.body.innerHTML).toBe(before);
});

/** Watches as the page's elements are watched, with a text in each. */
function watch(report = vi.fn()) {
  stops.push(watchElements([{ selector: "[data-sk-text]", met: text }], report));
  return report;
}
const tell = (observer: MutationObserver, target: Node) =>
  observer.observe(target, { childList: true, subtree: true, characterData: true, attributes: true });

test("where the page reverts every change, ours is made five times, then the page has its own, and peace", async () => {
  const element = page("<p data-sk-text>Theirs</p>");
  let reverted = 0;
  const page_ = new MutationObserver(() => {
    if (element.textContent === "Theirs") return;
    reverted++;
    element.textContent = "Theirs";
  });
  tell(page_, document.body);
  stops.push(() => page_.disconnect());
  const report = watch();
  await settled();
  expect(reverted).toBe(5);
  expect(element.outerHTML).toBe('<p data-sk-text="" data-sk-contested="">Theirs</p>');
  expect(report).toHaveBeenCalledOnce();
  expect(report.mock.lastCall![0].message).toMatch(/^contested: .*<p data-sk-text/);
  let mutations = 0;
  const counting = new MutationObserver((records) => (mutations += records.length));
  tell(counting, document.body);
  element.textContent = "New";
  await settled();
  await settled();
  counting.disconnect();
  // Their own write, and their own answer to it.
  expect(mutations).toBe(2);
  stops.shift()!();
  stops.shift()!();
  expect(element.outerHTML).toBe('<p data-sk-text="">Theirs</p>');
});

test("where the page renders an element anew because of us, it is left to it", async () => {
  const main = page("<main><p data-sk-text=a>Theirs</p></main>");
  let rendered = 0;
  const page_ = new MutationObserver(() => {
    if (main.firstElementChild!.textContent === "Theirs" || ++rendered > 50) return;
    main.innerHTML = "<p data-sk-text=a>Theirs</p>";
  });
  tell(page_, main);
  stops.push(() => page_.disconnect());
  const report = watch();
  await settled();
  expect(rendered).toBe(5);
  expect(report).toHaveBeenCalledOnce();
  expect(main.textContent).toBe("Theirs");
  main.innerHTML = "<p data-sk-text=a>Theirs</p>";
  await settled();
  expect(main.innerHTML).toBe('<p data-sk-text="a">Theirs</p>');
});

test("what the shopper does gives reason to render anew as often as may be", async () => {
  const main = page("<main></main>");
  stops.push(hearShopper());
  const report = watch();
  for (let times = 0; times < 12; times++) {
    main.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true }));
    await settled();
    main.innerHTML = "<p data-sk-text=a>Theirs</p><p data-sk-text=a>Theirs</p>";
    await settled();
    expect(main.textContent).toBe("OursOurs");
  }
  expect(report).not.toHaveBeenCalled();
});

test("a page that is kept for later is kept as the shop made it, and goes on as it was", async () => {
  const element = page("<p data-sk-text>Theirs</p>");
  watch();
  let kept = "";
  element.dispatchEvent(new Event("turbo:before-cache", { bubbles: true }));
  setTimeout(() => (kept = element.outerHTML));
  await settled();
  await settled();
  await settled();
  expect(kept).toBe('<p data-sk-text="">Theirs</p>');
  expect(element.textContent).toBe("Ours");
});
