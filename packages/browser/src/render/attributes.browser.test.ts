import { afterEach, expect, test } from "vitest";
import { showAttributes } from "./attributes.ts";

afterEach(() => document.body.replaceChildren());

function element(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
}

test("attributes are set and taken away, classes added and removed, and all of it goes back", () => {
  const html = '<p class="is-new big" hidden="">Hello</p>';
  const shown = element(html);
  const undo = showAttributes(shown, {
    attributes: { title: "Yours", hidden: null },
    classes: { "is-vip": true, "is-new": false, big: true },
  });
  expect(shown.outerHTML).toBe('<p class="big is-vip" title="Yours">Hello</p>');
  undo();
  expect(shown.className.split(" ").sort()).toEqual(["big", "is-new"]);
  expect(shown.hasAttribute("title")).toBe(false);
  expect(shown.hasAttribute("hidden")).toBe(true);
});

test("what the shop has changed meanwhile stays as the shop wants it", () => {
  const shown = element('<a href="/old" class="calm">Sale</a>');
  const undo = showAttributes(shown, { attributes: { href: "/new" }, classes: { loud: true, calm: false } });
  shown.setAttribute("href", "/shop");
  shown.className = "calm quiet";
  undo();
  expect(shown.outerHTML).toBe('<a href="/shop" class="calm quiet">Sale</a>');
});

test("a style is set as a strict content policy allows it, and goes back", () => {
  const shown = element('<p style="color: red">Hello</p>') as HTMLElement;
  const undo = showAttributes(shown, { attributes: { style: "color: blue" } });
  expect(shown.style.color).toBe("blue");
  undo();
  expect(shown.style.color).toBe("red");
});

for (const [name, value] of [
  ["onclick", "alert(1)"],
  ["srcdoc", "<p>"],
  ["href", "javascript:alert(1)"],
] as const)
  test(`${name} = ${value} is refused with the mend, and nothing is changed`, () => {
    const shown = element("<a>Sale</a>");
    expect(() => showAttributes(shown, { attributes: { title: "x", [name]: value } })).toThrow(`"${name}"`);
    expect(shown.outerHTML).toBe("<a>Sale</a>");
  });
