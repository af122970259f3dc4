import { afterEach, expect, test } from "vitest";
import { fillText, showText } from "./text.ts";

const facts: Record<string, unknown> = {
  "profile.name": "Ada",
  "visitor.visits": 1234.5,
  "cart.empty": false,
  none: "",
};
const fact = (name: string) => facts[name];
afterEach(() => {
  document.documentElement.lang = "";
  document.body.replaceChildren();
});
const page = (markup: string) => {
  document.body.innerHTML = markup;
  return document.body.firstElementChild!;
};

test("facts stand in their places, and what was given where they are unknown", () => {
  expect(fillText("Welcome back, {profile.name|friend}!", fact)).toBe("Welcome back, Ada!");
  expect(fillText("{ profile.name } and {profile.friend|a friend}", fact)).toBe("Ada and a friend");
  expect(fillText("Hello{profile.title|} you", fact)).toBe("Hello you");
  expect(fillText("No facts { } {", fact)).toBe("No facts { } {");
});

test("there is no text where a fact is unknown, empty or no words, and nothing stands for it", () => {
  expect(fillText("Hello, {profile.friend}", fact)).toBeUndefined();
  expect(fillText("Hello, {none}", fact)).toBeUndefined();
  expect(fillText("Hello, {cart.empty}", fact)).toBeUndefined();
});

test("numbers are written as the page's language does", () => {
  document.documentElement.lang = "de";
  expect(fillText("{visitor.visits}", fact)).toBe("1.234,5");
  document.documentElement.lang = "no such language";
  expect(fillText("{visitor.visits}", fact)).toBe("1234.5");
});

test("a text is never HTML", () => {
  const element = page("<p>Default</p>");
  showText(element, "{x}", () => "<img src=x onerror=alert(1)>");
  expect(element.childElementCount).toBe(0);
  expect(element.textContent).toBe("<img src=x onerror=alert(1)>");
});

test("undo gives the very nodes back that were there", () => {
  const element = page("<p>Wel<b>come</b>!</p>");
  const nodes = [...element.childNodes];
  const undo = showText(element, "Hello, {profile.name}", fact)!;
  expect(element.textContent).toBe("Hello, Ada");
  undo();
  undo();
  expect([...element.childNodes]).toEqual(nodes);
  expect(element.innerHTML).toBe("Wel<b>come</b>!");
});

test("the one text of an element stays the same node, for a framework may own it", () => {
  const element = page("<p>Welcome</p>");
  const node = element.firstChild;
  const undo = showText(element, "Hello, {profile.name}", fact)!;
  expect(element.firstChild).toBe(node);
  expect(element.textContent).toBe("Hello, Ada");
  undo();
  expect(element.textContent).toBe("Welcome");
});

test("what the shop has written since then is not undone", () => {
  const element = page("<p>Welcome</p>");
  const undo = showText(element, "Hello, {profile.name}", fact)!;
  element.textContent = "New";
  undo();
  expect(element.textContent).toBe("New");
});

test("the default stays where a fact is unknown", () => {
  const element = page("<p>Welcome</p>");
  showText(element, "Hello, {profile.friend}", fact)!();
  expect(element.outerHTML).toBe("<p>Welcome</p>");
});
