import { describe, expect, test } from "vitest";
import type { Node } from "../../src/segment/node.ts";
import { cart } from "./stories/cart.ts";
import { customers } from "./stories/customers.ts";
import { moment } from "./stories/moment.ts";
import { taste } from "./stories/taste.ts";
import { welcome } from "./stories/welcome.ts";
import { recipes, slug } from "./guide.ts";
import { mutants } from "./mutants.ts";
import { play } from "./play.ts";
import { print, read } from "./print.ts";
import type { Stories } from "./stories.ts";
import type { Visitor } from "./visitor.ts";

const stories: Stories = { ...welcome, ...cart, ...taste, ...customers, ...moment };

const all = Object.entries(recipes).map(([name, text]): [string, string] => [slug(name), text]);

/** A recipe may ask for others by their names: these. */
const asked = Object.fromEntries(
  all.filter(([name]) => all.some(([, text]) => text.includes(`segment("${name}")`))),
);

const holds = (who: Visitor, name: string): boolean =>
  play(who, { ...asked, [slug(name)]: recipes[name]! }).includes(slug(name));

test("every recipe of the guide is played, and every play is a recipe of the guide", () => {
  expect(Object.keys(stories)).toEqual(Object.keys(recipes));
});

describe.each(Object.entries(stories))("%s", (name, { fits, misses, unknown }) => {
  test.each(Object.entries(fits))("is who %s", (_, who) => {
    expect(holds(who, name)).toBe(true);
  });

  test.each(Object.entries(misses))("is not who %s", (_, who) => {
    expect(holds(who, name)).toBe(false);
  });

  test.each(Object.entries(unknown))("is not said of who %s", (_, who) => {
    expect(holds(who, name)).toBe(false);
  });

  test("means every word of it: without any part, these shoppers would be sorted otherwise", () => {
    const texts = mutants(recipes[name]!);
    const unnoticed = new Set(texts);
    expect(texts).not.toEqual([]);
    const segments = { ...asked, [slug(name)]: recipes[name]!, ...Object.fromEntries(texts.entries()) };
    for (const who of Object.values({ ...fits, ...misses, ...unknown })) {
      const held = play(who, segments);
      for (const [index, mutant] of texts.entries())
        if (held.includes(`${index}`) !== held.includes(slug(name))) unnoticed.delete(mutant);
    }
    expect([...unnoticed]).toEqual([]);
  });
});

/** A tree without the words that it was written in; as text, for its limits may be infinite. */
const bare = (node: Node): string =>
  JSON.stringify(node, (key, value: unknown) =>
    key === "text" ? undefined : value === Infinity ? "∞" : value,
  );

test.each(Object.values(recipes))("printing leaves it what it is: %s", (text) => {
  expect(bare(read(print(read(text))))).toBe(bare(read(text)));
});
