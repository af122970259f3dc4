import { expect, test } from "vitest";
import { contentIn } from "../words/content-in.ts";
import { english } from "../words/english.ts";
import { words as german } from "../words/german.ts";
import { readExperience, readyMade } from "./ready-made.ts";

test("a ready-made experience stands by its name alone", () => {
  expect(readyMade("idle-help")).toMatchObject({ id: "idle-help", kind: "popup", trigger: "idle 45s" });
});

test("says what the shop leaves out in the language of the page", () => {
  const { content } = readyMade("idle-help", (name) => ({ title: "Hello" })[name]);
  expect(contentIn(english, content!)).toMatchObject({
    title: "Hello",
    body: "Tell us what you are looking for.",
    action: { label: "Ask us" },
  });
  expect(contentIn(german, content!).body).toBe("Sagen Sie uns, wonach Sie suchen.");
});

test("options of attributes go over its defaults", () => {
  const options: Record<string, string> = { after: "20s", url: "/help", label: "Ask", title: "Hello" };
  expect(readyMade("idle-help", (name) => options[name])).toMatchObject({
    trigger: "idle 20s",
    content: { words: "idle-help", title: "Hello", body: undefined, action: { label: "Ask", url: "/help" } },
  });
});

test("a rail goes where the shop says, and to the main part where it does not", () => {
  expect(readyMade("recently-viewed").target).toContain("main");
  const options: Record<string, string> = { into: "#rail", limit: "4", pages: "home product" };
  expect(readyMade("recently-viewed", (name) => options[name])).toMatchObject({
    target: "#rail",
    limit: 4,
    pages: ["home", "product"],
  });
});

test("the defaults stay as they are when a shop changes its own", () => {
  readyMade("idle-help", () => "1");
  expect(readyMade("idle-help").trigger).toBe("idle 45s");
});

test("a name that nobody knows is an error that lists the known ones", () => {
  expect(() => readyMade("welcome")).toThrow(/"welcome".*welcome-back/);
});

test("a configuration names one with its options beside the name, whatever these are", () => {
  expect(readExperience({ use: "recently-viewed", limit: 4, pages: ["home", "cart"] })).toMatchObject({
    id: "recently-viewed",
    limit: 4,
    pages: ["home", "cart"],
  });
  const { use, option } = readExperience({ use: "free-shipping", threshold: 50 });
  expect([use, option!("threshold"), option!("currency"), option!("toString")]).toEqual([
    "free-shipping",
    "50",
    undefined,
    undefined,
  ]);
  expect(() => readExperience({ use: "free-shiping" })).toThrow(/"free-shiping".*free-shipping/);
  const own = { id: "mine", kind: "rail" as const };
  expect(readExperience(own)).toBe(own);
  expect(readExperience("wishlist")).toMatchObject({ id: "wishlist", use: "wishlist" });
});
