import { expect, test } from "vitest";
import { contentIn } from "./content-in.ts";
import { english } from "./english.ts";
import { fillIn } from "./fill-in.ts";
import { words as german } from "./german.ts";

test("texts that the shop leaves out are those of the ready-made experience, in the page's language", () => {
  expect(contentIn(german, { words: "idle-help", action: { url: "/help" } })).toEqual({
    title: "Können wir helfen?",
    body: "Sagen Sie uns, wonach Sie suchen.",
    action: { label: "Fragen Sie uns", url: "/help" },
  });
});

test("the shop's own texts go over ours, and an empty one leaves ours out", () => {
  const own = { words: "idle-help", title: "Hello", body: "", action: { label: "Write", url: "/help" } };
  expect(contentIn(german, own)).toEqual({
    title: "Hello",
    body: "",
    action: { label: "Write", url: "/help" },
  });
});

test("what is not ready-made stays as it is", () => {
  expect(contentIn(german, { title: "Sale" })).toMatchObject({ title: "Sale", body: undefined });
  for (const words of ["idle", "__proto__", "constructor"])
    expect(contentIn(english, { words })).toEqual({
      title: undefined,
      body: undefined,
      action: { label: "" },
    });
});

test("values are put into their places, as they are", () => {
  expect(fillIn(german.step, { step: "1", steps: "3" })).toBe("1 von 3");
  expect(fillIn("{a} {b} {constructor}", { a: "$& {b}" })).toBe("$& {b} {b} {constructor}");
});
