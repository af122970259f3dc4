import { describe, expect, test } from "vitest";
import type { ShopEvent } from "../event.ts";
import type { Asking } from "./asking.ts";
import { createSegments, type Segments } from "./segments.ts";

const NOW = 1_750_000_000_000;
const MINUTE = 60_000;

const asking = (now = NOW, visit = 1, facts: Record<string, unknown> = {}): Asking => ({
  now,
  visit,
  fact: (name) => facts[name],
});

const event = (name: string, ts = NOW, more: object = {}): ShopEvent => ({ name, ts, visit: 1, ...more });

const segmentsOf = (texts: Record<string, string>, events: ShopEvent[] = []): Segments => {
  const segments = createSegments({ segments: texts });
  segments.warm(events);
  return segments;
};

/** Asks, and lets it forget what is not needed any more. */
const settle = (segments: Segments, now: number): readonly string[] => {
  const held = segments.held(asking(now));
  segments.save();
  return held;
};

const reload = (segments: Segments, texts: Record<string, string>): Segments => {
  const next = createSegments({ segments: texts });
  next.restore(JSON.parse(JSON.stringify(segments.save())));
  return next;
};

describe("conditions", () => {
  test("the same text gives the same object", () => {
    const segments = segmentsOf({});
    expect(segments.condition("did(purchase)")).toBe(segments.condition("did(purchase)"));
  });

  test("one that cannot be compiled has its place and never holds", () => {
    const condition = segmentsOf({}).condition("true or cart.value >");
    expect(condition.error).toEqual({ line: 1, column: 21, message: "expected value" });
    expect(condition.holds(asking())).toBe(false);
  });

  test("one may ask for a named segment", () => {
    const segments = segmentsOf({ buyer: "did(purchase)" }, [event("purchase")]);
    expect(segments.condition('segment("buyer")').holds(asking())).toBe(true);
    expect(segments.condition('segment("byuer")').error).toMatchObject({ column: 9 });
    expect(segments.holds("buyer", asking())).toBe(true);
    expect(segments.holds("toString", asking())).toBe(false);
  });
});

describe("what is evaluated again", () => {
  /** A fact that jumps is asked for its next moment whenever what looks at it is evaluated. */
  const counting = (texts: Record<string, string>) => {
    const segments = createSegments({ segments: texts, pace: () => 0 });
    segments.warm([]);
    let evaluated: string[] = [];
    const until = (name: string): number => {
      evaluated.push(name);
      return Infinity;
    };
    return {
      segments,
      evaluatedIn(asking: Asking): string[] {
        evaluated = [];
        segments.held({ ...asking, until });
        return evaluated;
      },
    };
  };
  const texts = {
    cart: "cart.value > 1",
    hour: "now.hour > 1 or did(search)",
    views: "visit.pages > 1 and count(view_item) > 1",
    stage: 'visitor.stage = "new" and segment("cart")',
  };
  const facts = { "cart.value": 0, "now.hour": 0, "visit.pages": 5, "visitor.stage": "new" };

  test("is what a fact has touched, and what refers to it where that made a difference", () => {
    const { evaluatedIn } = counting(texts);
    expect(evaluatedIn(asking(NOW, 1, facts)).sort()).toEqual(Object.keys(facts));
    expect(evaluatedIn(asking(NOW + 1, 1, facts))).toEqual([]);
    expect(evaluatedIn(asking(NOW + 2, 1, { ...facts, "cart.value": 1 }))).toEqual(["cart.value"]);
    expect(evaluatedIn(asking(NOW + 3, 1, { ...facts, "cart.value": 2 }))).toEqual([
      "cart.value",
      "visitor.stage",
    ]);
  });

  test("is what an event has touched", () => {
    const { segments, evaluatedIn } = counting(texts);
    evaluatedIn(asking(NOW, 1, facts));
    segments.take(event("view_item", NOW + 1));
    expect(evaluatedIn(asking(NOW + 1, 1, facts))).toEqual(["visit.pages"]);
    segments.take(event("scroll", NOW + 2));
    expect(evaluatedIn(asking(NOW + 2, 1, facts))).toEqual([]);
  });

  test("is nothing for an event of another brand than the one that is asked for", () => {
    const { segments, evaluatedIn } = counting({
      klint: 'now.hour < 9 and did(view_item where item_brand = "Klint" and price > 5)',
    });
    evaluatedIn(asking(NOW, 1, facts));
    segments.take(event("view_item", NOW + 1, { items: [{ item_brand: "Halm", price: 9 }] }));
    expect(evaluatedIn(asking(NOW + 1, 1, facts))).toEqual([]);
    segments.take(event("view_item", NOW + 2, { items: [{ item_brand: "KLINT", price: 9 }] }));
    expect(evaluatedIn(asking(NOW + 2, 1, facts))).toEqual(["now.hour"]);
    expect(segments.held(asking(NOW + 3, 1, facts))).toEqual(["klint"]);
  });

  test("is what time has turned", () => {
    const { segments, evaluatedIn } = counting({ rested: "visit.pages > 1 and not did(search within 1m)" });
    segments.take(event("search"));
    evaluatedIn(asking(NOW, 1, facts));
    expect(evaluatedIn(asking(NOW + MINUTE - 1, 1, facts))).toEqual([]);
    expect(evaluatedIn(asking(NOW + MINUTE, 1, facts))).toEqual(["visit.pages"]);
  });
});

describe("a query that has not seen the history", () => {
  test("holds nowhere, not even where it is negated or would not be looked at", () => {
    const segments = createSegments({
      segments: {
        negated: "not did(purchase)",
        unneeded: "true or did(purchase)",
        refers: 'true or segment("negated")',
        free: "true",
      },
    });
    expect(segments.cold).toBe(true);
    expect(segments.held(asking())).toEqual(["free"]);
    segments.warm([]);
    expect(segments.cold).toBe(false);
    expect(segments.held(asking())).toEqual(["free", "negated", "refers", "unneeded"]);
  });

  test("is given it once, and the others do not count twice", () => {
    const segments = segmentsOf({ one: "count(purchase) = 1" }, [event("purchase")]);
    const late = segments.condition("count(purchase where value > 5) = 1");
    expect(segments.cold).toBe(true);
    expect(segments.held(asking())).toEqual(["one"]);
    expect(late.holds(asking())).toBe(false);
    segments.warm([event("purchase", NOW, { value: 10 })]);
    expect(late.holds(asking())).toBe(true);
    expect(segments.held(asking())).toEqual(["one"]);
  });

  test("is one again when the clock goes back behind what was added up", () => {
    const events = [event("purchase"), event("purchase", NOW + MINUTE)];
    const segments = segmentsOf({ one: "count(purchase) = 1", two: "count(purchase) = 2" }, events);
    expect(settle(segments, NOW + 10 * MINUTE)).toEqual(["two"]);
    expect(segments.held(asking(NOW))).toEqual([]);
    expect(segments.cold).toBe(true);
    segments.warm(events);
    expect(segments.held(asking(NOW))).toEqual(["one"]);
    expect(segments.held(asking(NOW + 10 * MINUTE))).toEqual(["two"]);
  });

  test("is one again when the clock goes back behind what it has counted", () => {
    const events = [event("purchase"), event("purchase", NOW + 1)];
    const segments = segmentsOf({ one: "count(purchase) = 1" }, events);
    expect(settle(segments, NOW + 5000)).toEqual([]);
    expect(segments.held(asking(NOW + 2))).toEqual([]);
    expect(segments.cold).toBe(false);
    expect(segments.held(asking(NOW))).toEqual([]);
    expect(segments.cold).toBe(true);
    segments.warm(events);
    expect(segments.held(asking(NOW))).toEqual(["one"]);
    expect(segments.held(asking(NOW + 1))).toEqual([]);
    expect(segments.cold).toBe(false);
  });

  test("is one again when a step of a sequence comes much too late", () => {
    const segments = segmentsOf({ s: "sequence(view_item, purchase)" }, [
      event("purchase", NOW),
      event("view_item", NOW + 1),
    ]);
    expect(settle(segments, NOW + MINUTE)).toEqual([]);
    segments.take(event("view_item", NOW - 1));
    expect(segments.cold).toBe(true);
  });
});

describe("an event that comes late", () => {
  const SECOND = 1000;

  test("counts where it belongs", () => {
    const segments = segmentsOf(
      {
        two: "count(view_item) = 2",
        first: 'first(view_item.item_id) = "late"',
        last: 'last(view_item.item_id) = "early"',
      },
      [event("view_item", NOW, { item_id: "early" })],
    );
    settle(segments, NOW + MINUTE);
    segments.take(event("view_item", NOW - MINUTE, { item_id: "late" }));
    expect(segments.cold).toBe(false);
    expect(segments.held(asking(NOW + MINUTE))).toEqual(["first", "last", "two"]);
  });

  test("and ends an `after` among what was added up sends for the history", () => {
    const events = [0, 10, 20, 30].map((s) => event("view_item", NOW + s * SECOND));
    const segments = segmentsOf({ two: "count(view_item after purchase) = 2" }, events);
    expect(settle(segments, NOW + MINUTE)).toEqual([]);
    const late = event("purchase", NOW + 15 * SECOND);
    segments.take(late);
    expect(segments.cold).toBe(true);
    segments.warm([...events, late]);
    expect(segments.held(asking(NOW + MINUTE))).toEqual(["two"]);
  });

  test("does not let a clock that goes back see what it may not", () => {
    const events = [event("view_item", NOW), event("view_item", NOW + 14 * SECOND)];
    const segments = segmentsOf({ two: "count(view_item) = 2" }, events);
    settle(segments, NOW + 24 * SECOND);
    segments.take(event("view_item", NOW + SECOND));
    settle(segments, NOW + 15 * SECOND);
    expect(segments.held(asking(NOW + 13 * SECOND))).toEqual([]);
    expect(segments.cold).toBe(true);
  });

  test("is not the one that was seen last", () => {
    const added = (brand: string, ts: number): ShopEvent => event("add_to_cart", ts, { item_brand: brand });
    const segments = segmentsOf({ s: 'top(brand) = "prada"' }, [
      added("Prada", NOW),
      added("Prada", NOW + 2),
    ]);
    settle(segments, NOW + MINUTE);
    segments.take(added("Gucci", NOW + 1));
    segments.take(added("Gucci", NOW + 1));
    expect(segments.held(asking(NOW + MINUTE))).toEqual(["s"]);
  });

  test("of an earlier visit, while another query is asked about that visit, is not mixed into a later one", () => {
    const texts = { s: "count(view_item in visit) = 1" };
    const inVisit = (visit: number, ts: number): ShopEvent => ({ name: "view_item", ts, visit });
    const first = segmentsOf(texts, [inVisit(2, NOW), inVisit(2, NOW + 1), inVisit(3, NOW + 2)]);
    first.held(asking(NOW + MINUTE, 3));
    const elsewhere = reload(first, { other: "did(purchase)" });
    elsewhere.take(inVisit(2, NOW + 3));
    elsewhere.take(inVisit(2, NOW + 4));
    elsewhere.held(asking(NOW + MINUTE, 2));
    const back = reload(elsewhere, texts);
    back.held(asking(NOW + MINUTE, 2));
    expect(back.cold).toBe(true);
  });
});

describe("what is saved", () => {
  test("goes on where it stopped", () => {
    const texts = {
      three: "count(view_item) = 3",
      window: "count(view_item within 10m) = 2",
      brand: 'top(brand) = "prada"',
      decided: "sequence(view_item, add_to_cart within 1h)",
    };
    let segments = segmentsOf(texts);
    segments.take(event("view_item", NOW, { item_brand: "Prada" }));
    segments.held(asking(NOW + MINUTE));
    segments = reload(segments, texts);
    segments.take(event("view_item", NOW + 8 * MINUTE, { item_brand: "Prada" }));
    segments = reload(segments, texts);
    segments.take(event("view_item", NOW + 11 * MINUTE, { item_brand: "Prada" }));
    segments.take(event("add_to_cart", NOW + 12 * MINUTE, { item_brand: "Prada" }));
    expect(segments.cold).toBe(false);
    expect(segments.held(asking(NOW + 12 * MINUTE))).toEqual(["brand", "decided", "three", "window"]);
  });

  test("is kept up to date on pages that do not ask for it", () => {
    const texts = { two: "count(purchase where value > 5) = 2" };
    const first = segmentsOf(texts, [event("purchase", NOW, { value: 10 })]);
    const elsewhere = reload(first, {});
    elsewhere.take(event("purchase", NOW + 1, { value: 10 }));
    const back = reload(elsewhere, texts);
    expect(back.held(asking(NOW + 1))).toEqual(["two"]);
  });

  test("does not grow with the history", () => {
    const texts = {
      a: "count(view_item) > 3 and sum(view_item.price) > 3 and avg(view_item.price where price > 1) > 3",
      b: 'min(view_item.price) > 3 and distinct(view_item.item_brand) > 3 and last(view_item.item_id) = "x"',
      c: "share(view_item where on_sale) > 50% and since(view_item) > 3d and did(view_item in visit)",
      d: "count(view_item after purchase) > 3 and sequence(view_item, purchase within 1h, view_item)",
      e: 'affinity(brand, "prada") > 50% and count(view_item within 365d) >= 5 and did(view_item within 30d)',
    };
    const events = Array.from({ length: 5000 }, (_, index) =>
      event(index % 50 ? "view_item" : "purchase", NOW + index * MINUTE, {
        visit: 1 + Math.floor(index / 100),
        item_id: `product-${index}`,
        item_brand: `brand-${index % 7}`,
        price: index % 90,
      }),
    );
    const segments = segmentsOf(texts, events);
    segments.held(asking(NOW + 5000 * MINUTE, 51));
    expect(JSON.stringify(segments.save()).length).toBeLessThan(2500);
  });

  test("leaves out what would be too much; that is read from the history again", () => {
    const texts = { big: "sum(view_item.price within 365d) > 1", small: "count(view_item) > 1" };
    const events = Array.from({ length: 3000 }, (_, index) =>
      event("view_item", NOW - index * 1009, { price: 1 + (index % 97) }),
    );
    const segments = segmentsOf(texts, events);
    expect(segments.held(asking(NOW + MINUTE))).toEqual(["big", "small"]);
    expect(JSON.stringify(segments.save()).length).toBeLessThan(14_000);
    const next = reload(segments, texts);
    expect(next.cold).toBe(true);
    expect(next.held(asking(NOW + MINUTE))).toEqual(["small"]);
  });

  test("has what this page asks before what other pages asked", () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`s${index}`, `did(event_${index})`]),
    );
    const page = reload(segmentsOf(many), {});
    page.condition("did(purchase)");
    page.warm([]);
    const next = reload(page, { buyer: "did(purchase)" });
    expect(next.cold).toBe(false);
    expect(reload(page, many).cold).toBe(true);
  });

  test("takes the place of what was known before", () => {
    const texts = { buyer: "did(purchase)" };
    const segments = segmentsOf(texts, [event("purchase")]);
    expect(segments.held(asking())).toEqual(["buyer"]);
    segments.restore(JSON.parse(JSON.stringify(segmentsOf(texts).save())));
    expect(segments.held(asking())).toEqual([]);
  });

  test.each([null, 7, "x", {}, [1], [["did(purchase"]], [[{}]], [["(", 1, 2, []]]])(
    "%j is nothing, and what was not restored is cold",
    (saved) => {
      const segments = createSegments({ segments: { buyer: "did(purchase)" } });
      segments.restore(saved);
      expect(segments.cold).toBe(true);
      segments.warm([event("purchase")]);
      expect(segments.held(asking())).toEqual(["buyer"]);
    },
  );

  test("of another configuration of affinity is not used", () => {
    const segments = { loyal: "known(top(brand))" };
    const first = createSegments({ segments, affinity: { halfLife: "1d" } });
    first.warm([]);
    const second = createSegments({ segments, affinity: { halfLife: "2d" } });
    second.restore(first.save());
    expect(second.cold).toBe(true);
  });
});

describe("the next flip", () => {
  test.each([
    ["did(view_item within 1h)", 60 * MINUTE],
    ["count(view_item within 1h) >= 1", 60 * MINUTE],
    ["since(view_item) > 10m", 10 * MINUTE],
    ["5m <= since(view_item)", 5 * MINUTE],
    ["did(purchase)", Infinity],
    ["not did(refund)", 2 * MINUTE],
    ["visitor.returning and did(view_item within 1h)", Infinity],
  ])("%s", (text, after) => {
    const segments = segmentsOf({ s: text }, [event("view_item"), event("refund", NOW + 2 * MINUTE)]);
    expect(segments.nextFlip(asking())).toBe(NOW + after);
  });

  test("the moment at which the evidence of affinity becomes too little", () => {
    const segments = segmentsOf({ s: "known(top(brand))" }, [
      event("purchase", NOW, { item_brand: "Prada" }),
    ]);
    const flip = segments.nextFlip(asking());
    expect(segments.held(asking(flip - 1))).toEqual(["s"]);
    expect(segments.held(asking(flip))).toEqual([]);
  });
});

describe("whatever a page or a shop may hand over", () => {
  /** What would take time beyond its length runs into the limit that every test has. */
  const quickly = (run: () => void): void => expect(run).not.toThrow();

  test("1,000 nested parentheses hold, more are an error", () => {
    const nested = (depth: number): string => `${"(".repeat(depth)}true${")".repeat(depth)}`;
    const segments = segmentsOf({});
    expect(segments.condition(nested(1000)).holds(asking())).toBe(true);
    expect(segments.condition(nested(1001)).error).toMatchObject({ column: 1001 });
    const groups = `${"not (true and (false or ".repeat(499)}true${"))".repeat(499)}`;
    expect(segments.condition(groups).error).toBeUndefined();
    expect(segments.condition(groups).holds(asking())).toBe(false);
  });

  test.each([
    ["parentheses", "(".repeat(65_536)],
    ["negations", `${"not ".repeat(16_000)}true`],
    ["conditions", `${"true and ".repeat(7000)}true`],
    ["an open text", `page.path = "${"a".repeat(65_536)}`],
    ["open texts", `page.path = ${"'a\n".repeat(20_000)}`],
    ["escapes", `page.path = "${"\\\\".repeat(32_000)}"`],
    ["digits", `${"1".repeat(65_536)}x`],
    ["digits and points", `cart.value > ${"1.".repeat(32_000)}`],
    ["a name", "a".repeat(65_536)],
    ["a dotted name", "a.".repeat(32_000)],
    ["a list", `page.path in [${"1,".repeat(32_000)}1]`],
    ["steps", `sequence(${"a,".repeat(30_000)}a)`],
    ["comments", "#\n".repeat(32_000)],
    ["white space", " ".repeat(65_536)],
    ["unknown facts", `${"x or ".repeat(13_000)}x`],
    ["queries", `${"did(a where b) or ".repeat(3500)}true`],
  ])("64 kB of %s", (_, text) => {
    quickly(() => {
      const segments = segmentsOf({ s: text, t: 'segment("s")' });
      segments.take(event("a"));
      segments.held(asking());
      segments.save();
    });
  });

  test("a long chain of segments, and one that ends where it began", () => {
    const chain = (length: number, end: string): Record<string, string> => ({
      ...Object.fromEntries(Array.from({ length }, (_, index) => [`s${index}`, `segment("s${index + 1}")`])),
      [`s${length}`]: end,
    });
    quickly(() => expect(segmentsOf(chain(2000, "true")).held(asking())).toHaveLength(2001));
    quickly(() => expect(segmentsOf(chain(500, 'segment("s0")')).errors).toHaveLength(501));
  });

  test("segments that each ask twice for the next are asked once", () => {
    const ladder = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `s${index}`,
        `segment("s${index + 1}") and segment("s${index + 1}")`,
      ]),
    );
    quickly(() => expect(segmentsOf({ ...ladder, s60: "true" }).held(asking())).toHaveLength(61));
  });

  test("names that every object has are names like others", () => {
    const names = JSON.parse(
      '{"__proto__":"true","constructor":"segment(\\"__proto__\\")","toString":"did(constructor) or did(__proto__)"}',
    ) as Record<string, string>;
    const segments = segmentsOf(names);
    expect(segments.errors).toEqual([]);
    expect(segments.held(asking())).toEqual(["__proto__", "constructor"]);
    segments.take(event("__proto__"));
    expect(segments.held(asking())).toEqual(["__proto__", "constructor", "toString"]);
    expect(segments.condition("constructor(purchase)").error).toMatchObject({ column: 1 });
    expect(segments.condition("top(constructor) = 1").error).toMatchObject({ column: 5 });
    expect(segments.condition("profile.x constructor 1").error).toMatchObject({ column: 11 });
    expect(segments.condition("__proto__").error).toMatchObject({ column: 1 });
  });

  test("items and fields that are no such thing", () => {
    const odd = [null, 7, "text", { price: { amount: 1 } }];
    const segments = segmentsOf({
      s: "count(view_item where known(price) or known(length)) > 0 or sum(view_item.price) > 0",
      t: "count(view_item) = 2",
    });
    segments.take(event("view_item", NOW, { items: odd }));
    segments.take(event("view_item", NOW, { items: "many", price: null }));
    expect(segments.held(asking())).toEqual(["t"]);
  });

  test("a segment that is no text is an error like any other", () => {
    const segments = segmentsOf({ a: 7, b: null, c: "true" } as unknown as Record<string, string>);
    expect(segments.errors.map(({ segment }) => segment)).toEqual(["a", "b"]);
    expect(segments.held(asking())).toEqual(["c"]);
  });
});
