import { expect, test } from "vitest";
import { setAttribute } from "./set-attribute.ts";

const element = (tag: string, attributes: Record<string, string> = {}): Element => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

test("an attribute is set, and as it was after undo", () => {
  const link = element("a", { href: "/old", title: "Old" });
  const undos = [
    setAttribute(link, "href", "/new"),
    setAttribute(link, "title", null),
    setAttribute(link, "id", "x"),
  ];
  expect(link.outerHTML).toBe('<a href="/new" id="x"></a>');
  for (const undo of undos) undo();
  expect([link.getAttribute("href"), link.getAttribute("title"), link.id]).toEqual(["/old", "Old", ""]);
});

test("what the shop has made of it since then stays", () => {
  const link = element("a", { href: "/old" });
  const undo = setAttribute(link, "href", "/new");
  link.setAttribute("href", "/newest");
  undo();
  expect(link.getAttribute("href")).toBe("/newest");
});

test("a style is set and taken back", () => {
  const box = element("p", { style: "color: red;" });
  const undo = setAttribute(box, "style", "color:blue;width:9px");
  expect((box as HTMLElement).style.width).toBe("9px");
  undo();
  expect(box.getAttribute("style")).toBe("color: red;");
  const bare = element("p");
  setAttribute(bare, "style", "width:9px")();
  expect(bare.hasAttribute("style")).toBe(false);
});

test.each([
  ["a", "href", "javascript:x()"],
  ["a", "HREF", " java\tscript:x()"],
  ["button", "formaction", "javascript:x()"],
  ["p", "onclick", "x()"],
  ["iframe", "srcdoc", "x"],
  ["iframe", "src", "data:text/html,x"],
  ["script", "src", "/x.js"],
  ["link", "href", "/x.css"],
  ["base", "href", "/x/"],
  ["object", "data", "/x"],
])("<%s %s=%j> is not set", (tag, name, value) => {
  const made = element(tag);
  setAttribute(made, name, value)();
  expect(made.attributes.length).toBe(0);
});

test("what runs can still be hidden", () => {
  const plugin = element("object");
  const undo = setAttribute(plugin, "hidden", "shopkeeper");
  expect(plugin.getAttribute("hidden")).toBe("shopkeeper");
  undo();
  expect(plugin.hasAttribute("hidden")).toBe(false);
});
