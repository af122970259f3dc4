import { afterEach, beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { Undo } from "../dom/undo.ts";
import { watchAttributes } from "./watch-attributes.ts";

const page = { item_id: "wool", item_name: "Wool", item_brand: "N", price: 89, currency: "EUR" };
let heard: [string, Record<string, unknown>][];
let undo: Undo;

// A form that is submitted would leave the test.
document.addEventListener("submit", (event) => event.preventDefault());

beforeEach(() => {
  heard = [];
  undo = watchAttributes(
    document,
    () => page,
    (name, parameters) => heard.push([name, parameters]),
  );
});
afterEach(() => {
  undo();
  document.body.replaceChildren();
});

function show(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.querySelector<HTMLElement>("#it")!;
}

test("a click is recorded with the page's product, filling in what the control leaves out", () => {
  show(
    `<button data-sk-track="add_to_cart" data-sk-item='{"quantity":2,"item_variant":"M"}'><b id="it">Add</b></button>`,
  ).click();
  expect(heard).toEqual([
    ["add_to_cart", { currency: "EUR", value: 178, items: [{ ...page, quantity: 2, item_variant: "M" }] }],
  ]);
});

test("a card's product counts before the page's", () => {
  show(
    `<li data-sk-product='{"id":"silk","price":"9,50","currency":"EUR"}'><a id="it" data-sk-track="select_item">Silk</a></li>`,
  ).click();
  expect(heard).toEqual([
    ["select_item", { currency: "EUR", items: [{ item_id: "silk", price: 9.5, currency: "EUR" }] }],
  ]);
});

test("another product is not filled in with this one, and an event about none has none", () => {
  show(`<i data-sk-track="add_to_cart" data-sk-item='{"item_id":"silk"}' id="it"></i>`).click();
  show(`<i data-sk-track="size_guide" id="it"></i>`).click();
  show(`<i data-sk-track="sign_up" data-sk-item="{broken" id="it"></i>`).click();
  expect(heard).toEqual([
    ["add_to_cart", { currency: undefined, items: [{ item_id: "silk" }] }],
    ["size_guide", {}],
    ["sign_up", {}],
  ]);
});

test("the shop's own handling goes on untouched, and what it prevents still counts", () => {
  const seen: unknown[] = [];
  const link = show(`<a id="it" href="#x" data-sk-track="select_item">Wool</a>`);
  link.addEventListener("click", (event) => {
    seen.push(event.defaultPrevented);
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  link.click();
  expect(seen).toEqual([false]);
  expect(heard).toHaveLength(1);
});

test("what the page refuses does not count", () => {
  for (const html of [
    `<button id="it" disabled data-sk-track="add_to_cart">`,
    `<button id="it" aria-disabled="true" data-sk-track="add_to_cart">`,
    `<a id="it" class="button disabled" data-sk-track="add_to_cart">`,
    `<form><select required><option value="">Size</select><button id="it" data-sk-track="add_to_cart">`,
  ])
    show(html).click();
  expect(heard).toEqual([]);
});

test("a form that validates itself is left to do so", () => {
  show(`<form novalidate><input required><button id="it" data-sk-track="add_to_cart">`).click();
  expect(heard).toHaveLength(1);
});

test("a button counts once, by click and by Enter in a field", async () => {
  show(`<form><input id="it"><button data-sk-track="add_to_cart">Add</button></form>`).focus();
  await userEvent.keyboard("{Enter}");
  expect(heard).toHaveLength(1);
  document.querySelector("button")!.click();
  expect(heard).toHaveLength(2);
});

test("a form counts when it is submitted, not when it is clicked", async () => {
  show(`<form data-sk-track="sign_up"><input id="it"><button>Join</button></form>`).click();
  expect(heard).toEqual([]);
  document.querySelector("button")!.click();
  document.querySelector("form")!.requestSubmit();
  expect(heard).toHaveLength(2);
});

test("a control within an open shadow root is heard", () => {
  const root = show(`<div id="it"></div>`).attachShadow({ mode: "open" });
  const button = root.appendChild(document.createElement("button"));
  button.setAttribute("data-sk-track", "add_to_cart");
  button.click();
  expect(heard).toHaveLength(1);
});

test("after undoing nothing is heard", () => {
  undo();
  show(`<i data-sk-track="add_to_cart" id="it"></i>`).click();
  expect(heard).toEqual([]);
});
