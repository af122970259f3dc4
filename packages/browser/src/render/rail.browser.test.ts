import type { Item } from "@shopkeeper/engine";
import { afterEach, expect, test, vi } from "vitest";
import { fieldOf, itemOfCard } from "./card.ts";
import { createRail, railOf, showRail } from "./rail.ts";

const mug: Item = {
  item_id: "mug",
  item_name: "Mug <b>",
  item_brand: "Nordlicht",
  price: 18,
  list_price: 24.5,
  currency: "EUR",
  url: "/mug",
  image: "/mug.svg",
  rating: 4.5,
  on_sale: true,
};
const cup: Item = { item_id: "cup", item_name: "Cup", price: 9, list_price: 9, currency: "JPY", url: "/cup" };

afterEach(() => {
  document.documentElement.lang = "";
  document.body.replaceChildren();
});
const page = (markup: string) => {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as HTMLElement;
};
const card = `<template><article>
  <a data-sk-field="url"><img data-sk-field="image"><h3 data-sk-field="name"></h3></a>
  <i data-sk-field="brand"></i><b data-sk-field="price"></b><s data-sk-field="list_price"></s>
  <u data-sk-field="on_sale">Sale</u><em data-sk-field="color"></em><q data-sk-field="rating"></q>
</article></template>`;

test("a card's fields are filled, and taken out where the product has nothing for them", () => {
  document.documentElement.lang = "en-GB";
  const container = page(`<div>${card}<p>Nothing yet</p></div>`);
  showRail(container, [mug, cup]);
  const [first, second] = container.querySelectorAll("article");
  const text = (root: Element | undefined, selector: string) => root?.querySelector(selector)?.textContent;
  expect(first!.querySelector("a")!.getAttribute("href")).toBe(new URL("/mug", location.href).href);
  expect(first!.querySelector("img")!.getAttribute("src")).toBe(new URL("/mug.svg", location.href).href);
  expect(first!.querySelector("img")!.alt).toBe("Mug <b>");
  expect(["h3", "i", "b", "s", "u", "em", "q"].map((tag) => text(first, tag))).toEqual([
    "Mug <b>",
    "Nordlicht",
    "€18.00",
    "€24.50",
    "Sale",
    undefined,
    "4.5",
  ]);
  expect(["h3", "i", "b", "s", "u", "img"].map((tag) => text(second, tag))).toEqual([
    "Cup",
    undefined,
    "JP¥9",
    undefined,
    undefined,
    undefined,
  ]);
});

test("prices are written in the page's language and the product's own currency", () => {
  document.documentElement.lang = "de";
  expect(fieldOf(mug, "price")).toBe("18,00\u00a0€");
  expect(fieldOf(cup, "price")).toBe("9\u00a0¥");
  expect(fieldOf({ price: 5, currency: "no currency" }, "price")).toBe("5");
  expect(fieldOf({ price: 5 }, "price")).toBe("5");
});

test("an empty alternative text that the merchant wrote stays empty", () => {
  const container = page('<div><template><p><img data-sk-field="image" alt=""></p></template></div>');
  showRail(container, [mug]);
  expect(container.querySelector("img")!.alt).toBe("");
});

for (const url of [
  "javascript:alert(1)",
  " java\nscript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "",
  7,
]) {
  test(`${JSON.stringify(url)} is no address for a link or an image`, () => {
    expect(fieldOf({ url: url as string }, "url")).toBeUndefined();
    expect(fieldOf({ image: url as string }, "image")).toBeUndefined();
    expect(createRail([{ item_name: "Mug", url: url as string }])).toBeUndefined();
  });
}

test("no field reads what an object inherits", () => {
  for (const field of ["constructor", "__proto__", "toString"]) expect(fieldOf(mug, field)).toBeUndefined();
});

test("below its minimum a rail shows nothing and its default stays", () => {
  const container = page(`<div data-sk-rail="cart" data-sk-min="3">${card}<p>Nothing yet</p></div>`);
  const before = document.body.innerHTML;
  expect(showRail(container, [mug, cup], railOf(container))).toBeUndefined();
  expect(showRail(container, [])).toBeUndefined();
  expect(showRail(page("<div></div>"), [])).toBeUndefined();
  expect(createRail([mug], { min: 2 })).toBeUndefined();
  page(before);
  expect(document.body.innerHTML).toBe(before);
});

test("undo gives the default children back", () => {
  const container = page(`<ul>${card}<li>Nothing yet</li></ul>`);
  const before = document.body.innerHTML;
  const undo = showRail(container, [mug])!;
  expect(container.innerText).not.toContain("Nothing");
  undo();
  expect(document.body.innerHTML).toBe(before);
  expect(container.innerText).toContain("Nothing");
});

test("a container says its strategy, limit and minimum", () => {
  expect(railOf(page('<div data-sk-rail="similar" data-sk-limit="4" data-sk-min="2"></div>'))).toEqual({
    strategy: "similar",
    limit: 4,
    min: 2,
  });
  expect(railOf(page('<div data-sk-rail="cart" data-sk-limit="many"></div>'))).toEqual({
    strategy: "cart",
    limit: 8,
    min: 1,
  });
});

test("a followed link tells its product, a click beside it does not, and neither is held up", () => {
  const clicked = vi.fn();
  const container = page(`<div>${card}</div>`);
  showRail(container, [mug, cup], {}, clicked);
  let prevented: boolean | undefined;
  const stay = (event: Event) => {
    prevented = event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener("click", stay);
  container.querySelector<HTMLElement>("article b")!.click();
  expect(clicked).not.toHaveBeenCalled();
  container.querySelector<HTMLElement>("article h3")!.click();
  removeEventListener("click", stay);
  expect(clicked.mock.calls).toEqual([[mug]]);
  expect(prevented).toBe(false);
});

test("whatever is in a card knows its product", () => {
  const container = page(`<div>${card}</div>`);
  showRail(container, [mug, cup]);
  expect(itemOfCard(container.querySelectorAll("article b")[1]!)).toBe(cup);
  expect(itemOfCard(container)).toBeUndefined();
});

test("the built-in rail is a named section with a list of links, and products without name or address are left out", () => {
  const rail = createRail([mug, { item_name: "Nowhere" }, { url: "/x" }, cup], { title: "Recently viewed" })!;
  document.body.append(rail);
  const root = rail.shadowRoot!;
  expect(root.querySelector("section")!.ariaLabelledByElements).toEqual([root.querySelector("h2")]);
  expect(root.querySelector("h2")!.textContent).toBe("Recently viewed");
  expect([...root.querySelectorAll("ul > li > a")].map((a) => (a as HTMLAnchorElement).pathname)).toEqual([
    "/mug",
    "/cup",
  ]);
  const image = root.querySelector("img")!;
  expect([image.alt, image.loading, image.width > 0, image.height > 0]).toEqual(["", "lazy", true, true]);
  const [first, second] = root.querySelectorAll("li");
  expect(first!.querySelector("s")).not.toBeNull();
  expect(second!.querySelector("s")).toBeNull();
});

test("what a product cost before is said in words, and how much less that is", () => {
  document.documentElement.lang = "en-GB";
  const rail = createRail([mug, cup], { words: { listPrice: "Formerly" } })!;
  document.body.append(rail);
  const [first, second] = rail.shadowRoot!.querySelectorAll("[part=prices]");
  expect([...first!.children].map(({ textContent }) => textContent)).toEqual(["€18.00", "€24.50", "-27%"]);
  expect(getComputedStyle(first!.querySelector("s")!, "::before").content).toBe('"Formerly "');
  expect([...second!.children].map(({ textContent }) => textContent)).toEqual(["JP¥9"]);
  expect(fieldOf({ price: 99.9, list_price: 100 }, "discount_percent")).toBeUndefined();
});

const scrollButtons = (rail: HTMLElement) =>
  [...rail.shadowRoot!.querySelectorAll<HTMLElement>("[part=scroll]")].map((button) => ({
    name: button.ariaLabel,
    isSeen: button.checkVisibility({ visibilityProperty: true }),
    isOff: button.ariaDisabled === "true",
  }));
const ten = [...Array(10).keys()].map((index) => ({ ...mug, item_id: `mug ${index}` }));

test("buttons scroll a rail where there is something to scroll, and say when they have come to an end", async () => {
  const rail = createRail(ten, { title: "Seen", words: { previous: "Zurück", next: "Weiter" } })!;
  document.body.append(rail);
  const list = rail.shadowRoot!.querySelector("ul")!;
  list.style.scrollBehavior = "auto";
  await expect
    .poll(() => scrollButtons(rail))
    .toEqual([
      { name: "Zurück", isSeen: true, isOff: true },
      { name: "Weiter", isSeen: true, isOff: false },
    ]);
  const [back, on] = rail.shadowRoot!.querySelectorAll<HTMLElement>("[part=scroll]");
  on!.focus();
  for (let step = 0; step < 20; step++) on!.click();
  await expect.poll(() => scrollButtons(rail).map(({ isOff }) => isOff)).toEqual([false, true]);
  expect(rail.shadowRoot!.activeElement).toBe(on);
  for (let step = 0; step < 20; step++) back!.click();
  await expect.poll(() => list.scrollLeft).toBe(0);
});

test("from right to left, the next ones are on the left", async () => {
  document.body.dir = "rtl";
  const rail = createRail(ten)!;
  document.body.append(rail);
  const list = rail.shadowRoot!.querySelector("ul")!;
  list.style.scrollBehavior = "auto";
  rail.shadowRoot!.querySelectorAll<HTMLElement>("[part=scroll]")[1]!.click();
  await expect.poll(() => list.scrollLeft).toBeLessThan(-100);
  document.body.removeAttribute("dir");
});

test.each([1, 2])(
  "a rail of %d that is seen as a whole shows no buttons, and does not move for them",
  async (count) => {
    const rail = createRail(ten.slice(0, count), { title: "Seen" })!;
    document.body.append(rail);
    const before = rail.getBoundingClientRect().height;
    await expect.poll(() => scrollButtons(rail).map(({ isOff }) => isOff)).toEqual([true, true]);
    expect(scrollButtons(rail).map(({ isSeen }) => isSeen)).toEqual([false, false]);
    expect(rail.getBoundingClientRect().height).toBe(before);
  },
);

test("the prices of all cards stand on one line, however long the names are", () => {
  const rail = createRail([
    mug,
    { ...mug, item_name: "A mug with a name that needs three lines at the least of them all" },
  ])!;
  document.body.append(rail);
  const tops = [...rail.shadowRoot!.querySelectorAll("[part=prices]")].map(
    (e) => e.getBoundingClientRect().bottom,
  );
  expect(tops[0]).toBe(tops[1]);
});

test("the built-in rail keeps the room of its pictures before they are there", () => {
  const rail = createRail([mug])!;
  document.body.append(rail);
  const image = rail.shadowRoot!.querySelector("img")!;
  expect(image.complete && image.naturalWidth > 0).toBe(false);
  expect(image.getBoundingClientRect().height).toBeGreaterThan(100);
  // It can be watched coming into view.
  expect(rail.getBoundingClientRect().height).toBeGreaterThan(100);
});
