import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showTour, type Step, type TourWorld } from "./tour.ts";

const told = vi.fn();
const report = vi.fn();
const failures: unknown[] = [];
const failed = (event: Event) => failures.push((event as ErrorEvent).error ?? event.type);
let undo: (() => void) | undefined;
let opener: HTMLButtonElement;

beforeEach(() => {
  addEventListener("error", failed);
  addEventListener("unhandledrejection", failed);
  document.body.innerHTML = `<button id=opener>Opener</button><p id=one>One</p><p id=two>Two</p><p id=three>Three</p>
    <div style="height:3000px"></div><p id=far>Far</p>`;
  opener = document.querySelector("button")!;
  opener.focus();
});
afterEach(async () => {
  undo?.();
  undo = undefined;
  expect(host()).toBeNull();
  removeEventListener("error", failed);
  removeEventListener("unhandledrejection", failed);
  expect(failures.splice(0)).toEqual([]);
  vi.restoreAllMocks();
  told.mockClear();
  report.mockClear();
  document.body.replaceChildren();
  document.documentElement.removeAttribute("dir");
  scrollTo(0, 0);
  await page.viewport(800, 600);
});

const steps: Step[] = [
  { target: "#one", title: "First", body: "This is one." },
  { target: "#two", title: "Second" },
  { target: "#three", body: "Only words." },
];
const show = (given: Step[] = steps, more: Partial<TourWorld> = {}) =>
  (undo = showTour(given, { told, report, fact: () => undefined, ...more }));
const host = () => document.querySelector<HTMLElement>("shopkeeper-tour");
const all = (selector: string) => [...(host()?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const inside = (selector: string) => all(selector)[0]!;
const box = () => inside("[part~=box]");
const ring = () => inside("[part~=ring]");
const says = (part: string) => inside(`[part=${part}]`)?.textContent;
const press = (part: string) => inside(`[part=${part}]`).click();
const acts = () => told.mock.calls.flat();
const focused = () => host()?.shadowRoot?.activeElement ?? null;
const wait = (time = 50) => new Promise((resolve) => setTimeout(resolve, time));
const element = (selector: string) => document.querySelector<HTMLElement>(selector)!;
/** Whether the ring lies around a target. */
const isAround = (selector: string) => {
  const [outer, inner] = [ring(), element(selector)].map((each) => each.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
  ];
  return Math.abs(inner.top - outer.top - 6) < 1.5 && Math.abs(outer.bottom - inner.bottom - 6) < 1.5;
};
const settled = (look: () => void) => vi.waitFor(look, 5000);

test("a tour begins beside its first target, and takes neither the focus nor the page along", async () => {
  show();
  expect(says("title")).toBe("First");
  expect(says("step")).toBe("1 of 3");
  expect(box().getAttribute("role")).toBe("dialog");
  expect(box().getAttribute("aria-label")).toBe("First");
  expect(box().hasAttribute("aria-modal")).toBe(false);
  await wait(150);
  expect(document.activeElement).toBe(opener);
  expect(scrollY).toBe(0);
  expect(acts()).toEqual(["view"]);
  expect(isAround("#one")).toBe(true);
  const clicked = vi.fn();
  opener.addEventListener("click", clicked);
  await userEvent.click(opener);
  expect(clicked).toHaveBeenCalledOnce();
});

test("nothing lies over the close button, wherever on it one presses", async () => {
  show();
  await wait(300);
  const { left, top, right, bottom } = inside("[part=close]").getBoundingClientRect();
  for (const [x, y] of [
    [left + 4, (top + bottom) / 2],
    [right - 4, (top + bottom) / 2],
    [(left + right) / 2, bottom - 4],
  ] as const)
    expect(host()!.shadowRoot!.elementFromPoint(x, y)?.getAttribute("part")).toBe("close");
});

test("next and back lead through the steps, done ends it: viewed once, converted once", async () => {
  show();
  expect(inside("[part=back]")).toBeUndefined();
  press("action");
  expect([says("step"), says("title")]).toEqual(["2 of 3", "Second"]);
  press("back");
  expect(says("step")).toBe("1 of 3");
  press("action");
  press("action");
  expect([says("step"), says("body"), says("action")]).toEqual(["3 of 3", "Only words.", "Done"]);
  expect(box().getAttribute("aria-label")).toBe("Only words.");
  press("action");
  expect(host()).toBeNull();
  expect(acts()).toEqual(["view", "convert"]);
});

test("after next the focus is in the box of the step, and at the end where it was before", async () => {
  show();
  await userEvent.keyboard("{Escape}");
  expect(document.activeElement).toBe(opener);
  show();
  inside("[part=action]").focus();
  await userEvent.keyboard("{Enter}");
  expect(says("step")).toBe("2 of 3");
  expect(focused()).toBe(box());
  await userEvent.keyboard("{Tab}");
  expect(focused()).toBe(inside("[part=close]"));
  await userEvent.keyboard(" ");
  expect(host()).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test("the close button is the first that the keyboard comes to, has a name and is large enough", () => {
  show();
  expect(all("button").map((button) => button.ariaLabel ?? button.textContent)).toEqual(["Close", "Next"]);
  for (const button of all("button")) {
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
  press("close");
  expect(acts()).toEqual(["view", "dismiss"]);
});

test("Escape ends it once, and a dialog of the shop closes first", async () => {
  show();
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.append("Sizes");
  dialog.showModal();
  await userEvent.keyboard("{Escape}");
  expect(dialog.open).toBe(false);
  expect(acts()).toEqual(["view"]);
  await userEvent.keyboard("{Escape}");
  await userEvent.keyboard("{Escape}");
  expect(acts()).toEqual(["view", "dismiss"]);
});

test("arrow keys stay the page's", async () => {
  show();
  const heard = vi.fn<(event: KeyboardEvent) => void>();
  addEventListener("keydown", heard);
  await userEvent.keyboard("{ArrowRight}{ArrowDown}");
  removeEventListener("keydown", heard);
  expect(heard.mock.calls.map(([event]) => event.defaultPrevented)).toEqual([false, false]);
  expect(says("step")).toBe("1 of 3");
});

test("each step is spoken once: by a live region where the focus stays away, else by the focus", async () => {
  show();
  expect(says("status")).toBe("");
  await settled(() => expect(says("status")).toBe("1 of 3 First This is one."));
  press("action");
  await wait(250);
  expect(inside("[part=status]")).toBeUndefined();
  expect(focused()).toBe(box());
  for (const id of box().getAttribute("aria-describedby")!.split(" "))
    expect(host()!.shadowRoot!.getElementById(id)).not.toBeNull();
});

test("steps whose target is missing or hidden, whose text is unknown or whose selector is none are left out", () => {
  element("#two").hidden = true;
  const given = [
    { target: "#none", title: "Nowhere" },
    { target: "p:::", title: "Wrong" },
    { title: "Hello {profile.name}" },
    { target: "#two", title: "Hidden" },
    steps[0]!,
    steps[2]!,
  ];
  show(given);
  expect([says("step"), says("title")]).toEqual(["1 of 2", "First"]);
  press("action");
  expect([says("step"), says("body"), says("action")]).toEqual(["2 of 2", "Only words.", "Done"]);
  expect(report).toHaveBeenCalledOnce();
});

test("where there is nothing to show there is no tour, and more than six steps are told", () => {
  expect(show([])).toBeUndefined();
  expect(show([{ target: "#none", title: "Nowhere" }])).toBeUndefined();
  expect(told).not.toHaveBeenCalled();
  show(Array.from({ length: 7 }, (_, index) => ({ title: String(index) })));
  expect(says("step")).toBe("1 of 6");
  expect(report).toHaveBeenCalledOnce();
});

test("texts are texts, with facts in them, and the names are those of the shop's language", () => {
  show([{ title: "<img src=x onerror=alert(1)> {profile.name}" }, steps[0]!], {
    fact: (name) => (name === "profile.name" ? "Ada" : undefined),
    words: { close: "Schließen", back: "Zurück", next: "Weiter", done: "Fertig", step: "{step} von {steps}" },
  });
  expect(says("title")).toBe("<img src=x onerror=alert(1)> Ada");
  expect(all("img")).toEqual([]);
  expect(inside("[part=close]").ariaLabel).toBe("Schließen");
  expect([says("step"), says("action")]).toEqual(["1 von 2", "Weiter"]);
  press("action");
  expect([says("back"), says("action")]).toEqual(["Zurück", "Fertig"]);
});

test("a tour whose first target is out of view waits until the shopper comes to it", async () => {
  show([{ target: "#far", title: "Far" }, ...steps]);
  await wait(200);
  expect(host()).toBeNull();
  expect(scrollY).toBe(0);
  element("#far").scrollIntoView();
  await settled(() => expect(says("title")).toBe("Far"));
  expect(acts()).toEqual(["view"]);
});

test("a tour that waits comes no more after its undo, and not while somebody writes", async () => {
  show([{ target: "#far", title: "Far" }]);
  undo!();
  element("#far").scrollIntoView();
  await wait(200);
  expect(host()).toBeNull();
  scrollTo(0, 0);
  show([{ target: "#far", title: "Far" }]);
  const field = element("#far").appendChild(document.createElement("input"));
  field.focus();
  await wait(300);
  expect(host()).toBeNull();
  field.blur();
  await settled(() => expect(host()).not.toBeNull());
});

test("next brings its target into view, the ring follows, and what scrolls away leaves the box in reach", async () => {
  show([steps[0]!, { target: "#far", title: "Far" }]);
  press("action");
  await settled(() => expect(scrollY).toBeGreaterThan(1000));
  await settled(() => expect(isAround("#far")).toBe(true));
  await settled(() => expect(box().part.contains("beside")).toBe(true));
  scrollTo(0, 0);
  await settled(() => expect(box().part.contains("sheet")).toBe(true));
  expect(getComputedStyle(ring()).visibility).toBe("hidden");
  const { top, bottom } = box().getBoundingClientRect();
  expect(top >= 0 && bottom <= innerHeight).toBe(true);
});

test("the target keeps its markup and its box, and nothing is shifted", () => {
  const before = document.body.outerHTML;
  const places = [...document.querySelectorAll("p")].map((each) =>
    JSON.stringify(each.getBoundingClientRect()),
  );
  show();
  expect(document.body.outerHTML).toBe(before);
  expect(
    [...document.querySelectorAll("p")].map((each) => JSON.stringify(each.getBoundingClientRect())),
  ).toEqual(places);
  undo!();
  expect(document.body.outerHTML).toBe(before);
});

test("a target that a framework draws anew is met again; one that goes is passed over, silently", async () => {
  show();
  const again = element("#one").cloneNode(true);
  element("#one").replaceWith(again);
  await settled(() => expect(isAround("#one")).toBe(true));
  expect(says("title")).toBe("First");
  element("#one").style.display = "none";
  await settled(() => expect(says("title")).toBe("Second"));
  expect(document.activeElement).toBe(opener);
  expect(says("step")).toBe("1 of 2");
  element("#three").remove();
  element("#two").remove();
  await settled(() => expect(host()).toBeNull());
  expect(acts()).toEqual(["view"]);
});

test("a step that comes because the one before has gone does not move the page", async () => {
  show([steps[0]!, { target: "#far", title: "Far" }]);
  element("#one").remove();
  await settled(() => expect(says("title")).toBe("Far"));
  await wait(300);
  expect(scrollY).toBe(0);
  expect(box().part.contains("sheet")).toBe(true);
});

test("another page of the app ends it, and nobody is told of it", async () => {
  const before = location.href;
  show();
  history.pushState(null, "", "?other");
  expect(host()).toBeNull();
  history.replaceState(null, "", before);
  expect(acts()).toEqual(["view"]);
});

test("without popovers or anchors it is placed by us, and follows", async () => {
  vi.spyOn(CSS, "supports").mockReturnValue(false);
  const original = HTMLElement.prototype.showPopover;
  Reflect.deleteProperty(HTMLElement.prototype, "showPopover");
  try {
    show();
    expect(isAround("#one")).toBe(true);
    expect(box().part.contains("anchored")).toBe(false);
    const { top } = box().getBoundingClientRect();
    expect(top).toBeCloseTo(element("#one").getBoundingClientRect().bottom + 16, 0);
    // The observers have told what they have to tell at first.
    await wait(200);
    opener.style.height = "200px";
    dispatchEvent(new Event("resize"));
    await settled(() => expect(isAround("#one")).toBe(true));
    expect(box().getBoundingClientRect().top).toBeGreaterThan(top + 100);
  } finally {
    HTMLElement.prototype.showPopover = original;
  }
});

test("the browser anchors what it can, and the box is where we would put it", () => {
  show();
  expect(box().part.contains("anchored")).toBe(true);
  expect(box().matches(":popover-open")).toBe(true);
  expect(box().style.top).toBe("");
  const { top, left, right } = box().getBoundingClientRect();
  expect(top).toBeCloseTo(element("#one").getBoundingClientRect().bottom + 16, 0);
  expect(left >= 0 && right <= innerWidth).toBe(true);
});

test("at 320 pixels it is a sheet at the lower edge, or at the upper where it would cover its target", async () => {
  await page.viewport(320, 480);
  show([steps[0]!, { target: "#far", title: "Far" }]);
  await settled(() => expect(box().part.contains("sheet")).toBe(true));
  const below = box().getBoundingClientRect();
  expect(below.left >= 0 && below.right <= 320 && below.bottom <= 480).toBe(true);
  expect(below.top).toBeGreaterThan(200);
  document.body.style.paddingBottom = "0";
  press("action");
  // The end of the page: it cannot be scrolled to the middle.
  await settled(() => expect(element("#far").getBoundingClientRect().bottom).toBeLessThanOrEqual(480));
  await settled(() => expect(box().part.contains("away")).toBe(true));
  expect(box().getBoundingClientRect().top).toBeLessThan(40);
});

test("from right to left its buttons are at the left, and it is in view", () => {
  document.documentElement.dir = "rtl";
  show();
  expect(getComputedStyle(box()).direction).toBe("rtl");
  const [button, around] = [inside("[part=action]"), box()].map((each) => each.getBoundingClientRect());
  expect(button!.left - around!.left).toBeLessThan(around!.right - button!.right);
  expect(around!.left >= 0 && around!.right <= innerWidth).toBe(true);
});

test("it is not printed, and moves only for who likes that", () => {
  show();
  const rules = host()!.shadowRoot!.adoptedStyleSheets.flatMap((sheet) =>
    [...sheet.cssRules].map((rule) => rule.cssText),
  );
  expect(
    rules.some(
      (rule) => rule.startsWith("@media print") && rule.includes(":host { display: none !important"),
    ),
  ).toBe(true);
  expect(
    rules
      .filter((rule) => rule.includes("animation:"))
      .every((rule) => rule.startsWith("@media (prefers-reduced-motion: no-preference)")),
  ).toBe(true);
});
