import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { showBar, showPopup } from "./overlays.ts";
import { contrast, over, readColour } from "./contrast.ts";
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

test("a message stands at the bottom, moves nothing and is spoken once", async () => {
  const before = opener.getBoundingClientRect().top;
  keep(showBar(filling, told));
  const status = inside("[role=status]")!;
  const spoken: string[] = [];
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) spoken.push(node.textContent!);
  }).observe(status, { childList: true });
  expect(status.textContent, "a region that appears with words in it may be spoken twice").toBe("");
  expect(inside("[part=text]")!.textContent).toBe("Can we help?Ask, friend.");
  expect(opener.getBoundingClientRect().top).toBe(before);
  expect(box().getBoundingClientRect().bottom).toBeGreaterThan(innerHeight - 40);
  await expect.poll(() => spoken).toEqual(["Can we help? Ask, friend."]);
  await expect.poll(() => status.textContent, { timeout: 9000 }).toBe("");
  expect(spoken).toHaveLength(1);
  expect(document.activeElement).toBe(opener);
});

test("a page that is a grid makes no room for a message over it", () => {
  document.documentElement.style.cssText = "display:grid;row-gap:50px";
  const height = document.documentElement.scrollHeight;
  keep(showBar(filling, told));
  expect(document.documentElement.scrollHeight).toBe(height);
  document.documentElement.style.cssText = "";
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
  keep(showPopup({ ...filling, words: { close: "Schließen" } }, told));
  const button = inside("[part=close]")!;
  const { width, height } = button.getBoundingClientRect();
  expect([width, height]).toEqual([44, 44]);
  expect(button.getAttribute("aria-label")).toBe("Schließen");
});

test("the focus goes as near as may be when what had it is gone, and leaves nothing behind", () => {
  for (const place of ["corner", "center"] as const) {
    const row = document.createElement("p");
    const field = document.createElement("button");
    row.append(field);
    document.body.append(row);
    field.focus();
    const undo = keep(showPopup(filling, told, place));
    inside("[part=close]")!.focus();
    row.replaceChildren("Sold out");
    undo();
    expect(document.activeElement).toBe(row);
    opener.focus();
    expect(row.outerHTML).toBe("<p>Sold out</p>");
  }
});

test("the modal dialog that Escape has closed gives the focus on where its opener is gone", async () => {
  const row = document.createElement("p");
  const field = document.createElement("button");
  row.append(field);
  document.body.append(row);
  field.focus();
  keep(showPopup(filling, told, "center"));
  field.remove();
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => document.activeElement).toBe(row);
});

test("a mark that is drawn from inside to outside of the modal dialog does not close it", () => {
  keep(showPopup(filling, told, "center"));
  const { left, top } = box().getBoundingClientRect();
  const at = (type: string, by: number) =>
    box().dispatchEvent(new PointerEvent(type, { clientX: left + by, clientY: top + by }));
  at("pointerdown", 5);
  at("click", -5);
  expect(host()).not.toBeNull();
  at("pointerdown", -5);
  at("click", -5);
  expect(host()).toBeNull();
});

const shopsOwn: [what: string, markup: string][] = [
  ["a dialog of its own making", '<div role="dialog">Cart</div>'],
  ["a drawer", '<div aria-modal="true">Cart</div>'],
  ["an open popover", '<div popover="manual" id="menu">Menu</div>'],
];
test.each(shopsOwn)(
  "Escape belongs first to %s of the shop, also when that has closed itself by then",
  async (_what, markup) => {
    keep(showPopup(filling, told));
    const holder = document.createElement("div");
    holder.innerHTML = markup;
    document.body.append(holder);
    const menu = holder.querySelector<HTMLElement>("[popover]");
    menu?.showPopover();
    holder.addEventListener("keydown", () => holder.remove());
    const button = document.createElement("button");
    holder.append(button);
    button.focus();
    await userEvent.keyboard("{Escape}");
    expect([holder.isConnected, !!host()]).toEqual([false, true]);
    await userEvent.keyboard("{Escape}");
    expect(host()).toBeNull();
  },
);

test("Escape belongs first to a list that is open under a field", async () => {
  keep(showPopup(filling, told));
  const field = document.createElement("input");
  field.setAttribute("aria-expanded", "true");
  document.body.append(field);
  field.focus();
  await userEvent.keyboard("{Escape}");
  expect(host()).not.toBeNull();
  field.setAttribute("aria-expanded", "false");
  await userEvent.keyboard("{Escape}");
  expect(host()).toBeNull();
});

test("a drawer of the shop that is shut has no say", async () => {
  keep(showPopup(filling, told));
  const drawer = document.createElement("div");
  drawer.role = "dialog";
  drawer.style.cssText = "position:fixed;left:-500px;width:400px;height:400px";
  document.body.append(drawer);
  await userEvent.keyboard("{Escape}");
  expect(host()).toBeNull();
});

test("Escape closes a bar for those who are in it, and for nobody else", async () => {
  keep(showBar(filling, told));
  await userEvent.keyboard("{Escape}");
  expect(host()).not.toBeNull();
  inside("[part=close]")!.focus();
  await userEvent.keyboard("{Escape}");
  expect([host(), document.activeElement]).toEqual([null, opener]);
});

for (const place of ["bar", "corner", "side"] as const)
  test(`a pop-up in the ${place} steps aside for what has the focus`, () => {
    const covered = document.createElement("button");
    covered.style.cssText = "position:fixed;right:30px;bottom:30px";
    document.body.append(covered);
    keep(place === "bar" ? showBar(filling, told) : showPopup(filling, told, place));
    const overlap = () => {
      const [a, b] = [covered.getBoundingClientRect(), box().getBoundingClientRect()] as const;
      return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
    };
    if (place === "bar") covered.style.right = "50%";
    expect(overlap()).toBe(true);
    covered.focus();
    expect(overlap()).toBe(false);
    covered.style.cssText = "position:fixed;inset:0";
    opener.focus();
    const before = box().getBoundingClientRect();
    covered.focus();
    expect(box().getBoundingClientRect()).toEqual(before);
  });

const colours: [background: string, text: string][] = [
  ["#777", "#888"],
  ["oklch(0.7 0.1 200)", "oklch(0.75 0.1 200)"],
  ["color(display-p3 0.1 0.2 0.1)", "#111"],
  ["#fff", "rgb(0 0 0 / 0.3)"],
  ["rgb(255 255 255 / 0.5)", "#fff"],
];
test.each(colours)("a page of %s with a text of %s gets an overlay that can be read", (background, text) => {
  document.body.style.cssText = `background:${background};color:${text}`;
  keep(showPopup(filling, told));
  for (const element of [box(), inside("[part=action]")!]) {
    const { backgroundColor, color } = getComputedStyle(element);
    const back = over(readColour(backgroundColor, host()!)!, [1, 1, 1, 1]);
    expect(contrast(back, over(readColour(color, host()!)!, back))).toBeGreaterThan(4.5);
  }
  document.body.style.cssText = "";
});

test("an accent without a colour for its text is given one that can be read", () => {
  document.documentElement.style.setProperty("--sk-accent", "rgb(240, 230, 120)");
  document.body.style.cssText = "background:#fff;color:#222";
  keep(showPopup(filling, told));
  expect(getComputedStyle(inside("[part=action]")!).color).toBe("rgb(0, 0, 0)");
  document.documentElement.style.cssText = document.body.style.cssText = "";
});

test("a page whose body runs from right to left has such an overlay", () => {
  document.body.style.direction = "rtl";
  keep(showPopup(filling, told));
  const { left, right } = box().getBoundingClientRect();
  expect(left).toBeLessThan(innerWidth - right);
  document.body.style.direction = "";
});
