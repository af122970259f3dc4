import { afterEach, expect, test, vi } from "vitest";
import { english } from "./english.ts";
import { words as german } from "./german.ts";
import { langAt } from "./language-of.ts";
import { loadWords, type LoadWords } from "./words.ts";

const html = document.documentElement;
afterEach(() => {
  document.body.replaceChildren();
  html.lang = "";
});

/** Words with a part that comes when the test lets it. */
function slowly(own?: object) {
  const parts = new Map<string, { come(part: object): void; fail(): void }>();
  const load = vi.fn(
    (name: string) =>
      new Promise((come, fail) => parts.set(name, { come, fail: () => fail(new Error("404")) })),
  );
  const arrived = vi.fn();
  return { parts, load, arrived, wordsAt: loadWords(load as unknown as LoadWords, own, arrived) };
}

test("an English page, or one in a language that we do not have, loads nothing", () => {
  const { load, wordsAt } = slowly();
  for (const lang of ["en", "en-GB", "zh", "", "tlh"]) {
    html.lang = lang;
    expect(wordsAt()).toEqual(english);
  }
  expect(load).not.toHaveBeenCalled();
});

test("another language is loaded when it is first asked for, once", async () => {
  html.lang = "de-AT";
  const { parts, load, arrived, wordsAt } = slowly();
  expect(wordsAt()).toBeUndefined();
  expect(wordsAt()).toBeUndefined();
  await vi.waitFor(() => expect(load.mock.calls).toEqual([["words-de"]]));
  parts.get("words-de")!.come({ words: german });
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce());
  expect(wordsAt()).toEqual(german);
  expect(load).toHaveBeenCalledOnce();
});

test("English stands for what cannot be loaded, and for a word that the file does not know", async () => {
  html.lang = "de";
  const failing = slowly();
  failing.wordsAt();
  await vi.waitFor(() => failing.parts.get("words-de")!.fail());
  await vi.waitFor(() => expect(failing.arrived).toHaveBeenCalledOnce());
  expect(failing.wordsAt()).toEqual(english);

  const older = slowly();
  older.wordsAt();
  await vi.waitFor(() => older.parts.get("words-de")!.come({ words: { close: "Schließen" } }));
  await vi.waitFor(() => expect(older.wordsAt()).toEqual({ ...english, close: "Schließen" }));

  const throwing = loadWords(
    () => {
      throw new TypeError("no such part");
    },
    undefined,
    () => {},
  );
  throwing();
  await vi.waitFor(() => expect(throwing()).toEqual(english));
  expect(loadWords(undefined, undefined, () => {})()).toEqual(english);
});

test("the shop's own words go over ours in every language; what is not a text is left out", () => {
  html.lang = "zh";
  const own = JSON.parse(
    '{"close":"关闭","next":7,"done":null,"lang":"zh","__proto__":{"back":"x"}}',
  ) as object;
  expect(slowly(own).wordsAt()).toEqual({ ...english, close: "关闭", lang: "zh" });
});

test("the language of an element is that of the nearest one around it, out of shadow roots too", () => {
  html.lang = "en";
  document.body.innerHTML = `<div lang="fr"><form><input name="closest"></form><p lang=""></p><i lang="AR-eg"></i></div>`;
  const at = (selector: string): string => langAt(document.querySelector(selector)!);
  expect([at("form"), at("p"), at("i"), at("body")]).toEqual(["fr", "", "AR-eg", "en"]);
  const root = document.querySelector("div")!.attachShadow({ mode: "open" });
  const inside = root.appendChild(document.createElement("b"));
  expect(langAt(inside)).toBe("fr");
  html.removeAttribute("lang");
  expect(langAt(document.body)).toBe("");
  expect(langAt(document.createElement("b"))).toBe("");
});
