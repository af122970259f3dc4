import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Undo } from "../dom/undo.ts";
import { watchElements } from "./watch-elements.ts";

let log: string[];
let stops: Undo[];
beforeEach(() => {
  log = [];
  stops = [];
});
afterEach(() => {
  for (const stop of stops) stop();
  document.body.replaceChildren();
});

const settled = () => new Promise((resolve) => setTimeout(resolve));
const add = (markup: string) => {
  document.body.insertAdjacentHTML("beforeend", markup);
  return document.body.lastElementChild!;
};
/** Writes down who comes and who leaves. */
function watch(...selectors: string[]) {
  const report = vi.fn();
  const watched = selectors.map((selector) => ({
    selector,
    met(element: Element, fresh: boolean) {
      log.push(`${element.id}${fresh ? " fresh" : ""}`);
      return () => log.push(`${element.id} left`);
    },
  }));
  stops.push(watchElements(watched as never, report));
  return report;
}

test("elements that are there are met at once, and those that come before they can be painted", async () => {
  add("<p id=a data-sk-when></p>");
  watch("[data-sk-when]");
  expect(log).toEqual(["a"]);
  add("<div><div><p id=b data-sk-when></p></div></div>");
  await Promise.resolve();
  expect(log).toEqual(["a", "b fresh"]);
});

test("an element is told of when it leaves, alone or with what it is in, and met again when it comes back", async () => {
  const around = add("<div><p id=a data-sk-when></p></div>");
  watch("[data-sk-when]");
  around.remove();
  await settled();
  document.body.append(around);
  await settled();
  expect(log).toEqual(["a", "a left", "a fresh"]);
});

test("an element that is moved is not disturbed", async () => {
  const list = add("<div><p id=a data-sk-when></p><p id=b data-sk-when></p></div>");
  watch("[data-sk-when]");
  list.append(list.firstElementChild!);
  document.body.prepend(list);
  await settled();
  expect(log).toEqual(["a", "b"]);
});

test("each kind is met for itself", () => {
  add("<p id=a data-sk-when data-sk-text></p>");
  watch("[data-sk-when]", "[data-sk-text]", "#b");
  expect(log).toEqual(["a", "a"]);
});

test("who is not ready is asked again with what the parser brings, and not any more when the document is parsed", async () => {
  const met = vi.fn(() => undefined);
  stops.push(watchElements([{ selector: ".late", met }], vi.fn()));
  add("<p class=late></p>");
  await settled();
  const { length } = met.mock.calls;
  add("<p></p>");
  await settled();
  expect(met.mock.calls.length).toBe(length);
});

test("a changed attribute of ours means to be met anew", async () => {
  const element = add("<p id=a data-sk-text=one></p>");
  watch("[data-sk-text]");
  element.setAttribute("data-sk-text", "two");
  element.setAttribute("class", "three");
  await settled();
  element.removeAttribute("data-sk-text");
  await settled();
  expect(log).toEqual(["a", "a left", "a", "a left"]);
});

test("stop undoes everything and hears nothing more", async () => {
  add("<p id=a data-sk-when></p>");
  watch("[data-sk-when]");
  stops[0]!();
  add("<p id=b data-sk-when></p>");
  await settled();
  expect(log).toEqual(["a", "a left"]);
});

test("a selector that is none is reported, and the others work", async () => {
  const report = watch("p:::", "[data-sk-when]");
  add("<p id=a data-sk-when></p>");
  await settled();
  expect(report).toHaveBeenCalledOnce();
  expect(log).toEqual(["a fresh"]);
});

test("what throws is reported once and disturbs nobody else", async () => {
  const report = vi.fn();
  const met = vi.fn(() => {
    throw new Error("broken");
  });
  stops.push(watchElements([{ selector: ".x", met }], report));
  watch(".x");
  add("<p id=a class=x></p>");
  await settled();
  expect(report).toHaveBeenCalledOnce();
  expect(log).toEqual(["a fresh"]);
});

test("a page that adds ten thousand nodes pays one query for them", async () => {
  watch("[data-sk-when]", "[data-sk-slot]", "[data-sk-text]", "[data-sk-rail]");
  const rows = Array.from({ length: 2500 }, () => "<tr><td><b>1</b></td><td>2</td></tr>").join("");
  const spy = vi.spyOn(Element.prototype, "querySelectorAll");
  add(`<table>${rows}</table>`);
  await settled();
  expect(spy).toHaveBeenCalledOnce();
  spy.mockRestore();
});
