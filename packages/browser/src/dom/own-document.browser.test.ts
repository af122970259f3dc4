import { afterEach, expect, test } from "vitest";
import { create, selectAll } from "./elements.ts";
import { ownDocument } from "./own-document.ts";

afterEach(() => {
  for (const image of selectAll("img")) image.remove();
});

test("an element of the page that has the name of a member covers nothing", () => {
  for (const name of ["body", "readyState", "createElement", "querySelectorAll", "adoptedStyleSheets"]) {
    const image = new Image();
    image.name = name;
    document.documentElement.append(image);
  }
  // What the page itself gets.
  expect(document.body).toBeInstanceOf(HTMLImageElement);
  expect(ownDocument.body.localName).toBe("body");
  expect(ownDocument.readyState).toBe("complete");
  expect(create("p").localName).toBe("p");
  expect(selectAll("img")).toHaveLength(5);
  const sheet = new CSSStyleSheet();
  ownDocument.adoptedStyleSheets = [sheet];
  expect([...ownDocument.adoptedStyleSheets]).toEqual([sheet]);
  ownDocument.adoptedStyleSheets = [];
});

test("another type in the place of `Document`, as MooTools 1.4 puts there, changes nothing", () => {
  const { Document } = window;
  Reflect.set(window, "Document", function MooToolsDocument() {});
  try {
    expect(create("b").localName).toBe("b");
    expect(selectAll("body")).toHaveLength(1);
  } finally {
    window.Document = Document;
  }
});
