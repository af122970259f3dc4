import { afterEach, expect, test } from "vitest";
import { showWhen } from "./when.ts";

afterEach(() => document.body.replaceChildren());
const page = (markup: string) => {
  document.body.innerHTML = markup;
  return document.body.firstElementChild!;
};
const shows = (element: Element) => element.getClientRects().length > 0;

test("an element is hidden even where the shop's styles overrule `hidden`, and undo leaves no trace", () => {
  const element = page('<p style="display: flex;color:red">Secret</p>');
  const before = element.outerHTML;
  const undo = showWhen(element, false);
  expect(shows(element)).toBe(false);
  undo();
  undo();
  expect(shows(element)).toBe(true);
  expect(element.outerHTML).toBe(before);
});

test("an element that the shop wrote as hidden is shown while the condition holds", () => {
  const element = page("<p hidden>For you</p>");
  const undo = showWhen(element, true);
  expect(shows(element)).toBe(true);
  undo();
  expect(element.outerHTML).toBe('<p hidden="">For you</p>');
});

test("an element that the shop wrote as hidden is as before after hiding it", () => {
  const element = page('<p hidden="">For you</p>');
  showWhen(element, false)();
  expect(element.outerHTML).toBe('<p hidden="">For you</p>');
});

test("what the shop has done with `hidden` since then is kept", () => {
  const element = page("<p>For you</p>");
  const undo = showWhen(element, false);
  element.setAttribute("hidden", "until-found");
  undo();
  expect(element.getAttribute("hidden")).toBe("until-found");
});
