import { describe, expect, test } from "vitest";
import { check, checkSegments } from "../../src/check.ts";
import { replay } from "../../src/replay.ts";
import { createSegments, type Asking } from "../../src/segment/segments.ts";
import { INHERITED } from "./texts.ts";

const NOW = 1_750_000_000_000;
const nothing: Asking = { now: NOW, visit: 1, fact: () => undefined };

/** As `JSON.parse` makes it: even `__proto__` is a key like others. */
const own = (entries: [string, unknown][]): Record<string, never> =>
  JSON.parse(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`);

const withFacts = (facts: Record<string, unknown>): Asking => ({
  ...nothing,
  fact: (name) => (Object.hasOwn(facts, name) ? facts[name] : undefined),
});

describe.each(INHERITED)("%s is a name like any other", (name) => {
  test("of a segment, there or not", () => {
    const texts = own([
      [name, "did(purchase)"],
      ["asks", `segment("${name}")`],
    ]);
    const segments = createSegments({ segments: texts });
    expect(segments.errors).toEqual([]);
    segments.warm([]);
    expect(segments.held(nothing)).toEqual([]);
    segments.take({ name: "purchase", ts: NOW, visit: 1 });
    expect(segments.held(nothing)).toEqual([name, "asks"].sort());
    expect(segments.holds(name, nothing)).toBe(true);
    expect(checkSegments(texts)).toEqual([]);
    const absent = createSegments({ segments: { asks: `segment("${name}")` } });
    expect(absent.errors).toMatchObject([{ segment: "asks", line: 1, column: 9 }]);
    expect(absent.holds(name, nothing)).toBe(false);
    expect(check(`segment("${name}")`, { segments: ["vip"] })).toMatchObject([{ line: 1, column: 9 }]);
    expect(createSegments({ segments: own([[name, `segment("${name}")`]]) }).errors).toMatchObject([
      { segment: name, column: 9 },
    ]);
  });

  test("of an event, and of what comes after it", () => {
    const segments = createSegments({
      segments: {
        did: `did(${name})`,
        after: `did(purchase after ${name})`,
        steps: `sequence(${name}, purchase)`,
      },
    });
    expect(segments.errors).toEqual([]);
    segments.warm([{ name: "purchase", ts: NOW - 2, visit: 1 }]);
    expect(segments.held(nothing)).toEqual(["after"]);
    segments.take({ name, ts: NOW - 1, visit: 1 });
    expect(segments.held(nothing)).toEqual(["did"]);
    segments.take({ name: "purchase", ts: NOW, visit: 1 });
    expect(segments.held(nothing)).toEqual(["after", "did", "steps"]);
  });

  test("of a field, absent unless it is the event's own", () => {
    const segments = createSegments({
      segments: {
        one: `count(view_item where known(${name})) = 1`,
        same: `count(view_item where ${name} = "x") = 1`,
        last: `last(view_item.${name}) = "x"`,
        distinct: `distinct(view_item.${name}) = 1`,
        sum: `sum(view_item.${name}) = 0`,
      },
    });
    expect(segments.errors).toEqual([]);
    segments.warm([]);
    segments.take({ name: "view_item", ts: NOW, visit: 1, items: [{}] });
    segments.take({ name: "view_item", ts: NOW, visit: 1 });
    expect(segments.held(nothing)).toEqual(["sum"]);
    segments.take({ name: "view_item", ts: NOW, visit: 1, items: [own([[name, "x"]])] });
    expect(segments.held(nothing)).toEqual(["distinct", "last", "one", "same", "sum"]);
  });

  test("of a profile's fact, and the value of one", () => {
    const segments = createSegments({
      segments: {
        known: `known(profile.${name})`,
        value: `profile.x = "${name}" and geo.country in ["${name}"]`,
      },
    });
    expect(segments.held(nothing)).toEqual([]);
    expect(segments.held(withFacts(own([[`profile.${name}`, 7]])))).toEqual(["known"]);
    expect(segments.held(withFacts({ "profile.x": name, "geo.country": name }))).toEqual(["value"]);
    expect(check(`known(profile.${name})`)).toEqual([]);
    const probes = [{ at: NOW, visit: 1, facts: own([["cart.value", 3]]) }];
    expect(replay({ segments: { s: `known(profile.${name})` }, events: [], probes })[0]!.held).toEqual([]);
  });

  test("of no fact, no field's operator, no query and no dimension", () => {
    for (const text of [
      name,
      `${name}.x = 1`,
      `${name}(purchase)`,
      `cart.value ${name} 3`,
      `top(${name}) = "x"`,
    ]) {
      expect(
        createSegments({ segments: { s: text }, isFact: (fact) => fact === "cart.value" }).errors,
      ).toHaveLength(1);
      expect(check(text)[0]).toMatchObject({ line: 1 });
    }
  });

  test("of a dimension and its field, and a value in it", () => {
    const affinity = { dimensions: own([[name, name]]), weights: own([[name, 4]]) };
    const segments = createSegments({
      segments: { top: `top(${name}) = "${name}"`, none: `affinity(${name}, "valueOf2") = 0` },
      affinity,
    });
    expect(segments.errors).toEqual([]);
    segments.warm([]);
    segments.take({ ...own([[name, name]]), name, ts: NOW, visit: 1 });
    expect(segments.held(nothing)).toEqual(["none", "top"]);
    const next = createSegments({ segments: { top: `top(${name}) = "${name}"` }, affinity });
    next.restore(JSON.parse(JSON.stringify(segments.save())));
    expect(next.held(nothing)).toEqual(["top"]);
  });

  test("of a brand", () => {
    const text = `affinity(brand, "${name}") > 50% and last(add_to_cart.item_brand) = "${name}" and
      count(add_to_cart where item_brand = "${name}") = 1`;
    const segments = createSegments({ segments: { s: text } });
    segments.warm([{ name: "add_to_cart", ts: NOW, visit: 1, items: [{ item_brand: name }] }]);
    expect(segments.held(nothing)).toEqual(["s"]);
    const unknown = createSegments({ segments: { s: `affinity(brand, "${name}") = 0` } });
    unknown.warm([{ name: "add_to_cart", ts: NOW, visit: 1, item_brand: "Prada" }]);
    expect(unknown.held(nothing)).toEqual(["s"]);
  });

  test("of an experiment", () => {
    const segments = createSegments({ segments: { s: `known(experiment("${name}"))` } });
    const among = (experiments: Record<string, string>): Asking => ({
      ...nothing,
      experiment: (key) => (Object.hasOwn(experiments, key) ? experiments[key] : undefined),
    });
    expect(segments.held(among({}))).toEqual([]);
    expect(segments.held(among(own([[name, "a"]])))).toEqual(["s"]);
    const probe = { at: NOW, visit: 1 };
    const texts = { s: `known(experiment("${name}"))` };
    expect(
      replay({ segments: texts, events: [], probes: [probe, { ...probe, experiments: own([[name, "a"]]) }] }),
    ).toEqual([
      { at: NOW, held: [] },
      { at: NOW, held: ["s"] },
    ]);
  });
});
