import { expect, test } from "vitest";
import { createEngine, parseExperience, type Configuration } from "../index.ts";
import { context, DAY, MINUTE, NOON, tell } from "../../test/make.ts";

/** What happened, a minute apart: `view Kiln`, `cart Kiln`, or `later`: two days pass, and it is another visit. */
type Acts = string;

const NAMES: Record<string, string> = { view: "view_item", cart: "add_to_cart", wish: "add_to_wishlist" };

function reasonsAfter(acts: Acts, when: string, configuration: Partial<Configuration> = {}): string {
  const engine = createEngine(configuration);
  const it = [parseExperience({ id: "it", kind: "message", when })];
  const at = (now: number) => ({ ...context({ now }), fired: () => false, showing: () => false });
  engine.decide(it, at(NOON));
  engine.warm([]);
  let now = NOON;
  for (const act of acts.split(", ")) {
    const [verb, brand = ""] = act.split(" ");
    now += verb === "later" ? 2 * DAY : MINUTE;
    if (verb !== "later")
      tell(engine, NAMES[verb!]!, { ts: now, items: [{ item_id: `${brand} bowl`, item_brand: brand }] });
  }
  return engine.decide(it, at(now))[0]!.reasons.join(" ");
}

const burst = "view A, view B, view C, view D, view E";

test.each<[string, Acts, string, Partial<Configuration> | undefined, string]>([
  ["many brands in one visit", burst, 'top(brand) = "E"', undefined, "research"],
  ["the same, in the visit after that", `${burst}, later`, 'top(brand) = "E"', undefined, "research"],
  ["asked for one of them", burst, 'affinity(brand, "E") > 0', undefined, "research"],
  ["four are not many", "view A, view B, view C, view D", 'top(brand) = "D"', undefined, ""],
  ["one brand, many times", "view A, view A, view A, view A, view A", 'top(brand) = "A"', undefined, ""],
  ["who came back to it", `${burst}, later, view E`, 'top(brand) = "E"', undefined, ""],
  ["who has put one in the cart", `${burst}, cart E`, 'top(brand) = "E"', undefined, ""],
  ["who has wished for one", `${burst}, wish E`, 'top(brand) = "E"', undefined, ""],
  ["what does not ask for a taste", burst, "visit.pages = 0", undefined, ""],
  ["another dimension", burst, 'not (top(category) = "E")', undefined, ""],
  [
    "through segments",
    burst,
    'segment("b")',
    { segments: { a: 'top( brand ) = "E"', b: "segment('a')" } },
    "research",
  ],
  [
    "a dimension of the shop",
    burst,
    'top(maker) = "E"',
    { affinity: { dimensions: { maker: "item_brand" } } },
    "research",
  ],
  ["six, where the shop says six", burst, 'top(brand) = "E"', { affinity: { research: 6 } }, ""],
  ["never, where the shop says 0", burst, 'top(brand) = "E"', { affinity: { research: 0 } }, ""],
])("%s", (_story, acts, when, configuration, reasons) => {
  expect(reasonsAfter(acts, when, configuration)).toBe(reasons);
});

test("the facts themselves stay what they are", () => {
  const engine = createEngine({});
  engine.condition('top(brand) = "E"');
  engine.warm([]);
  for (const brand of "ABCDE") tell(engine, "view_item", { items: [{ item_id: brand, item_brand: brand }] });
  expect(engine.condition('top(brand) = "E"').holds(context())).toBe(true);
});
