import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { showBar, showInline } from "./message.ts";
import { showPopup } from "./popup.ts";
import type { Undo } from "../dom/undo.ts";

const told = vi.fn();
const content = {
  title: "Can we help?",
  body: "Ask, {profile.name|friend}.",
  action: { label: "Ask us", url: "/help" },
};
const filling = { content, fact: () => undefined };
let undos: (Undo | undefined)[] = [];
let opener: HTMLButtonElement;

beforeEach(() => {
  opener = document.createElement("button");
  opener.textContent = "Opener";
  document.body.append(opener);
  opener.focus();
});
afterEach(() => {
  for (const undo of undos) undo?.();
  undos = [];
  vi.clearAllMocks();
  document.body.replaceChildren();
});
const keep = (undo: Undo | undefined) => {
  undos.push(undo);
  return undo!;
};
const host = () => document.querySelector("shopkeeper-overlay") as HTMLElement | null;
const inside = (selector: string) => host()!.shadowRoot!.querySelector<HTMLElement>(selector);
const box = () => inside("[part~=box]")!;
const wait = (time = 0) => new Promise((resolve) => setTimeout(resolve, time));
const acts = () => told.mock.calls.flat();
const merchant = (markup: string) => {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return { template, fact: () => undefined };
};
/** Keeps the test's page where it is. */
const stay = (event: Event) => event.preventDefault();

for (const place of ["corner", "bar", "side"] as const) {
  test(`a pop-up in the ${place} leaves the focus where it is and the page usable`, async () => {
    const clicked = vi.fn();
    opener.addEventListener("click", clicked);
    keep(showPopup(filling, told, place));
    expect(document.activeElement).toBe(opener);
    expect(box().getAttribute("role")).toBe("dialog");
    expect(box().getAttribute("aria-label")).toBe("Can we help?");
    expect(box().matches(":popover-open")).toBe(true);
    await wait(150);
    expect(document.activeElement).toBe(opener);
    opener.click();
    expect(clicked).toHaveBeenCalledOnce();
    expect(acts()).toEqual(["view"]);
  });

  test(`Escape closes the pop-up in the ${place} once, and reaches the shop`, async () => {
    const heard = vi.fn();
    addEventListener("keydown", heard);
    keep(showPopup(filling, told, place));
    await userEvent.keyboard("{Escape}");
    await userEvent.keyboard("{Escape}");
    removeEventListener("keydown", heard);
    expect(host()).toBeNull();
    expect(acts()).toEqual(["view", "dismiss"]);
    expect(heard.mock.calls.map(([event]) => event.defaultPrevented)).toEqual([false, false]);
  });
}

test("Escape belongs to a dialog of the shop first", async () => {
  keep(showPopup(filling, told));
  const dialog = document.createElement("dialog");
  document.body.append(dialog);
  dialog.showModal();
  await userEvent.keyboard("{Escape}");
  expect([dialog.open, !!host()]).toEqual([false, true]);
  await userEvent.keyboard("{Escape}");
  expect(host()).toBeNull();
});

test("a focus that was in a pop-up goes back to where it came from", () => {
  keep(showPopup(filling, told));
  inside("[part=close]")!.focus();
  inside("[part=close]")!.click();
  expect(document.activeElement).toBe(opener);
  expect(acts()).toEqual(["view", "dismiss"]);
});

test("a focus that went on in the page stays there", () => {
  const field = document.createElement("input");
  document.body.append(field);
  const undo = keep(showPopup(filling, told));
  field.focus();
  undo();
  expect(document.activeElement).toBe(field);
});

test("the dialog in the centre takes the focus and gives it back, by Escape, by its button and by undo", async () => {
  for (const close of [() => userEvent.keyboard("{Escape}"), () => inside("[part=close]")!.click()]) {
    keep(showPopup(filling, told, "center"));
    expect(box().matches("dialog:modal")).toBe(true);
    expect(host()!.shadowRoot!.activeElement).toBe(inside("[part=close]"));
    await close();
    await wait();
    expect(document.activeElement).toBe(opener);
    expect(host()).toBeNull();
  }
  expect(acts()).toEqual(["view", "dismiss", "view", "dismiss"]);
  keep(showPopup(filling, told, "center"))();
  expect(document.activeElement).toBe(opener);
  expect(acts().filter((act) => act === "dismiss")).toHaveLength(2);
});

test("a click beside the dialog in the centre closes it, one in it does not", async () => {
  keep(showPopup(filling, told, "center"));
  const { left, top } = box().getBoundingClientRect();
  const click = (clientX: number, clientY: number) =>
    box().dispatchEvent(new MouseEvent("click", { clientX, clientY }));
  click(left + 5, top + 5);
  expect(host()).not.toBeNull();
  click(left - 5, top - 5);
  expect(host()).toBeNull();
  expect(acts()).toEqual(["view", "dismiss"]);
});

test("the action is a real link, whose click is told and goes through; then the box goes away", async () => {
  keep(showPopup(filling, told));
  addEventListener("click", stay);
  const link = inside("a[part=action]") as HTMLAnchorElement;
  expect(link.href).toBe(new URL("/help", location.href).href);
  link.click();
  removeEventListener("click", stay);
  await wait(10);
  expect(acts()).toEqual(["view", "click"]);
  expect(host()).toBeNull();
});

test("an action without a safe address is no link at all", () => {
  keep(
    showPopup(
      { ...filling, content: { ...content, action: { label: "x", url: "javascript:alert(1)" } } },
      told,
    ),
  );
  expect(inside("a")).toBeNull();
});

test("texts are texts, with facts in them", () => {
  keep(showPopup({ content: { title: "<b>{profile.name}</b>" }, fact: () => "<i>Ada</i>" }, told));
  expect(inside("[part=title]")!.textContent).toBe("<b><i>Ada</i></b>");
});

test("nothing is shown where there is nothing to say", () => {
  expect(
    showPopup({ content: { title: "Hello, {profile.name}" }, fact: () => undefined }, told),
  ).toBeUndefined();
  expect(showBar({ fact: () => undefined }, told)).toBeUndefined();
  expect(host()).toBeNull();
  expect(acts()).toEqual([]);
});

test("a merchant's template is styled by the shop and named by its heading, and its scripts do not run", async () => {
  const style = document.createElement("style");
  style.textContent = ".offer { color: rgb(1, 2, 3) }";
  document.body.append(style);
  keep(
    showPopup(merchant('<img src="/none" onerror="window.hacked = 1"><h2 class="offer">10 % off</h2>'), told),
  );
  expect(getComputedStyle(document.querySelector(".offer")!).color).toBe("rgb(1, 2, 3)");
  expect(document.querySelector(".offer")!.getClientRects().length).toBe(1);
  expect(box().getAttribute("aria-label")).toBe("10 % off");
  await wait(100);
  expect("hacked" in window).toBe(false);
});

test("a merchant's buttons close and convert, and links count as clicks", async () => {
  const markup =
    '<p>Offer</p><button data-sk-do="dismiss">No</button><button data-sk-do="convert">Yes</button><a href="#there">Look</a>';
  for (const selector of ["[data-sk-do=dismiss]", "[data-sk-do=convert]", "a"]) {
    keep(showPopup(merchant(markup), told));
    host()!.querySelector<HTMLElement>(selector)!.click();
    await wait(10);
    expect(host()).toBeNull();
  }
  expect(acts()).toEqual(["view", "dismiss", "view", "convert", "view", "click"]);
});

test("a message stands at the bottom, moves nothing and is announced once", async () => {
  const before = opener.getBoundingClientRect().top;
  keep(showBar(filling, told));
  const status = inside("[role=status]")!;
  const changes: number[] = [];
  new MutationObserver((records) => changes.push(records.length)).observe(status, { childList: true });
  expect(status.textContent).toBe("Can we help?Ask, friend.");
  expect(opener.getBoundingClientRect().top).toBe(before);
  expect(box().getBoundingClientRect().bottom).toBeGreaterThan(innerHeight - 40);
  await wait(300);
  expect(changes.length).toBe(1);
  expect(status.textContent).toBe("Can we help?Ask, friend.");
  expect(document.activeElement).toBe(opener);
});

test("a page that is a grid makes no room for a message over it", () => {
  document.documentElement.style.cssText = "display:grid;row-gap:50px";
  const height = document.documentElement.scrollHeight;
  keep(showBar(filling, told));
  expect(document.documentElement.scrollHeight).toBe(height);
  document.documentElement.style.cssText = "";
});

test("a message in the page takes its place there, and undo takes it out", () => {
  const before = document.body.innerHTML;
  const undo = keep(showInline(filling, told, document.body, "prepend", true));
  const message = document.body.shadowRoot!.firstElementChild!;
  const box = message.shadowRoot!.querySelector("[part~=box]")!;
  expect(getComputedStyle(box).position).toBe("relative");
  expect(box.textContent).toContain("Can we help?");
  undo();
  expect(document.body.innerHTML).toBe(before);
});

test("undo is silent and may be called twice", async () => {
  const undo = keep(showPopup(filling, told));
  undo();
  undo();
  await userEvent.keyboard("{Escape}");
  await wait(150);
  expect(acts()).toEqual(["view"]);
  expect(host()).toBeNull();
});

test("an overlay has the colours and the font of the page", () => {
  document.body.style.cssText = "background:rgb(10, 20, 30);color:rgb(200, 210, 220);font-family:serif";
  keep(showPopup(filling, told));
  const style = getComputedStyle(box());
  expect([style.backgroundColor, style.color, style.fontFamily]).toEqual([
    "rgb(10, 20, 30)",
    "rgb(200, 210, 220)",
    "serif",
  ]);
  document.body.style.cssText = "";
});

test("the close button is large enough for a thumb and says what it does", () => {
  keep(showPopup({ ...filling, close: "Schließen" }, told));
  const button = inside("[part=close]")!;
  const { width, height } = button.getBoundingClientRect();
  expect([width, height]).toEqual([44, 44]);
  expect(button.getAttribute("aria-label")).toBe("Schließen");
});
