import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE, NOON } from "../../test/make.ts";
import type { ShopEvent } from "../event.ts";
import { describe } from "./describe.ts";
import { explain, type ExplainOptions } from "./explain.ts";
import type { Part } from "./explanation.ts";

const view = (age: number, item_brand: string, more: Partial<ShopEvent> = {}): ShopEvent => ({
  name: "view_item",
  ts: NOON - age,
  visit: 1,
  items: [{ item_brand }],
  ...more,
});
const events: ShopEvent[] = [
  { name: "purchase", ts: NOON - 80 * DAY, visit: 1, value: 100 },
  view(29 * DAY, "Prada"),
  view(2 * DAY, "Prada"),
  view(2 * DAY, "Gucci"),
  { name: "add_to_cart", ts: NOON - MINUTE, visit: 2 },
];
const facts = { "cart.value": 32, "cart.quantity": 3, "cart.age": 5 * HOUR, "page.title": "Élan " };

const why = (text: string, more: Partial<ExplainOptions> = {}) =>
  explain({ text, events, at: NOON, visit: 2, facts, ...more });

/** What is said in the lines below the first. */
const said = (text: string, more?: Partial<ExplainOptions>): string[] =>
  describe(why(text, more), { locale: "en", timeZone: "UTC" })
    .slice(1)
    .map((line) => line.trim().replace("→ ", ""));

test.each<[text: string, ...said: string[]]>([
  [
    'count(view_item where item_brand = "Prada" within 30d) >= 3',
    '1 more view_item where item_brand = "Prada", before Saturday, 28 November 2026, 12:00',
  ],
  ["count(login within 1h) >= 2", "2 more login, within 1 hour"],
  ["count(view_item in visit) >= 2", "2 more view_item, on this visit"],
  ["count(view_item after add_to_cart) >= 1", "1 more view_item, if no add_to_cart comes after it"],
  [
    "count(view_item within 30d) < 3",
    "by itself in 1 day, on Saturday, 28 November 2026, 12:00, if no view_item comes",
  ],
  ["3 <= count(purchase)", "2 more purchase"],
  ["did(login)", "1 more login"],
  [
    "since(purchase) > 90d",
    "by itself in 10 days, just after Monday, 7 December 2026, 12:00, if no purchase comes",
  ],
  ["since(purchase) < 7d", "1 more purchase"],
  ["since(login) > 90d", "1 more login, and then 90 days without another"],
  ['share(view_item where item_brand = "Prada") >= 80%', '2 more view_item where item_brand = "Prada"'],
  ['share(view_item where item_brand = "Prada") < 50%', '2 more view_item, none where item_brand = "Prada"'],
  [
    "sum(purchase.value within 365d) >= 500",
    "1 more purchase, with value at least 400, before Wednesday, 8 September 2027, 12:00",
  ],
  ["sum(purchase.value) > 500", "1 more purchase, with value more than 400"],
  ["avg(purchase.value) > 500"],
  ["min(purchase.value) < 20", "1 more purchase, with value less than 20"],
  ['last(view_item.item_brand) = "Chanel"', '1 more view_item, with item_brand "Chanel"'],
  ["distinct(view_item.item_brand) >= 4", "2 more view_item, each with another item_brand"],
  ["sequence(view_item, add_to_cart within 10m)", "step 1: view_item, then add_to_cart within 10 minutes"],
  [
    "sequence(add_to_cart, begin_checkout within 1h, purchase)",
    "step 2: begin_checkout by Friday, 27 November 2026, 12:59, then purchase",
  ],
  ['top(brand) = "Gucci"', 'interest that weighs 0.57863 more, in the brand "Gucci"'],
  ["cart.value >= 50", "cart.value has to be at least 50: 18 more"],
  ["cart.value < 30", "cart.value has to be less than 30: 2 less"],
  ["cart.age > 8h", "by itself in 3 hours, just after Friday, 27 November 2026, 15:00"],
  ["cart.age < 2h", "cart.age has to be shorter than 2 hours: 3 hours less"],
  ['geo.country in ["AE", "SA"]', 'geo.country has to be one of ["AE", "SA"]'],
  ["known(geo.country)", "geo.country has to be known"],
  ['experiment("hero") = "b"', 'the variation of hero has to be "b"'],
  ['cart.quantity = "3"', "never: a number does not compare with a text"],
  ["count(view_item) < 2", "never: nothing that can happen changes this"],
])("%s: %s", (text, ...lines) => {
  expect(said(text)).toEqual(lines);
});

test("below a not it is told what would end what holds", () => {
  expect(said("not did(add_to_cart in visit)")).toEqual([
    "✓ did(add_to_cart in visit)",
    "by itself on the next visit",
  ]);
  expect(said("not did(view_item after purchase)")).toEqual([
    "✓ did(view_item after purchase)",
    "1 more purchase",
  ]);
});

test("what is unknown for too little evidence says how much there is", () => {
  const { left } = why('top(brand) = "Gucci"');
  expect(left).toEqual({ text: "top(brand)", value: null, evidence: { has: 2.42137, needs: 3 } });
});

test("a comparison tells both its sides as they are written and as they are", () => {
  expect(why("cart.age > 90m # ninety minutes")).toMatchObject({
    text: "cart.age > 90m",
    holds: true,
    operator: ">",
    left: { text: "cart.age", value: 5 * HOUR, unit: "duration" },
    right: { text: "90m", value: 90 * MINUTE },
  });
  expect(why('page.title = "élan"').left!.value).toBe("Élan ");
});

test("parts that are as they are wanted have nothing missing", () => {
  const missing = (part: Part): unknown => [!!part.missing, ...(part.parts ?? []).map(missing)];
  expect(missing(why("did(purchase) and not did(login)"))).toEqual([false, [false], [false, [false]]]);
  expect(missing(why("did(login) or did(purchase)"))).toEqual([false, [true], [false]]);
});

test("only what the whole lacks is said: of an or that holds nothing, of one that does not any one", () => {
  expect(said("did(login) or did(purchase)")).toEqual(["✗ did(login)", "✓ did(purchase)"]);
  expect(said("did(login) or did(share)")).toEqual([
    "any one of these is enough:",
    "✗ did(login)",
    "1 more login",
    "✗ did(share)",
    "1 more share",
  ]);
});

test("another segment is explained where it is asked for first, and then only named", () => {
  const segments = { buyer: "did(purchase)", fan: "did(login)" };
  const { parts } = why('segment("buyer") and (segment("fan") or segment("fan"))', { segments });
  expect(parts![0]).toMatchObject({ holds: true, parts: [{ segment: "buyer", text: "did(purchase)" }] });
  const [first, second] = parts![1]!.parts!;
  expect(first!.parts).toMatchObject([{ segment: "fan", missing: [{ kind: "events", event: "login" }] }]);
  expect(second!.parts).toBeUndefined();
  expect(second!.missing).toEqual([{ kind: "segment", name: "fan", holds: true }]);
});

test("a segment with an error tells it with its place, and what asks for it never holds", () => {
  const segments = { rich: "cart.vallue > 5", all: 'not segment("rich")', more: 'segment("all") or true' };
  const broken = why("", { segments, text: undefined, name: "rich" });
  expect(broken.holds).toBe(false);
  expect(broken.errors).toMatchObject([{ line: 1, column: 1 }]);
  expect(describe(broken)[1]).toBe("  1:1: There is no fact cart.vallue. Did you mean cart.value?");
  const asking = why("", { segments, text: undefined, name: "more" });
  expect(asking).toMatchObject({ holds: false, blockedBy: ["rich"] });
  expect(describe(asking)[0]).toBe("✗ It cannot hold, for these segments have an error: rich");
});

test("a segment that there is not, and an expression that is none, are told", () => {
  const segments = { lapsed: "since(purchase) > 90d" };
  expect(why("", { segments, name: "lapsd" }).errors![0]!.message).toBe(
    'There is no segment "lapsd". Did you mean lapsed?',
  );
  expect(why("").errors).toHaveLength(1);
  for (const name of ["__proto__", "constructor"]) expect(why("", { segments, name }).holds).toBe(false);
});

test("what happens later is not looked at", () => {
  const later = [...events, { name: "login", ts: NOON + 1, visit: 2 }];
  expect(why("did(login)", { events: later }).holds).toBe(false);
});

test("a fact that moves without end is not waited for without end", () => {
  const { holds } = why("1 = profile.birthday_in", { facts: { "profile.birthday_in": ["S", 7] } });
  expect(holds).toBe(false);
});

test("a long chain of segments, and parentheses as deep as they may be, are explained", () => {
  const segments = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `s${index}`,
      index ? `segment("s${index - 1}") and segment("s${index - 1}")` : "did(login)",
    ]),
  );
  expect(why("", { segments, text: undefined, name: "s999" })).toMatchObject({ holds: false, wanted: true });
  const deep = `${"(did(login) or ".repeat(999)}did(purchase)${")".repeat(999)}`;
  expect(describe(why(deep))).toHaveLength(1999);
});
