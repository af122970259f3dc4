import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "./run.ts";

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 27, 12);

beforeEach(() => void vi.stubEnv("TZ", "UTC"));
afterEach(() => vi.unstubAllEnvs());

const configuration = {
  version: 1,
  segments: {
    fan: "count(view_item where item_brand = 'Klint' within 30d) >= 2",
    back: "visitor.returning and cart.value >= 50 and geo.country = 'AE'",
    wrong: "cart.vallue > 5",
  },
};
const events = [
  { name: "view_item", ts: NOON - 29 * DAY, visit: 1, item_brand: "Klint" },
  { name: "add_to_cart", ts: NOON - DAY, visit: 2, items: [{ item_id: "parka", price: 32, quantity: 1 }] },
];
const exported = {
  version: 1,
  exportedAt: new Date(NOON).toISOString(),
  facts: { "visitor.returning": true, "cart.value": 41, "geo.country": "AE" },
  segments: [],
  events,
};

/** Runs the command on these files, and gives what it says. */
function shopkeeper(words: string[], more: Record<string, string> = {}) {
  const files: Record<string, string> = {
    "shop.json": JSON.stringify(configuration),
    "shopkeeper.json": JSON.stringify(exported),
    "events.json": JSON.stringify(events),
    ...more,
  };
  const said: string[] = [];
  const complaints: string[] = [];
  const code = run(["explain", ...words], {
    read(file) {
      if (files[file] === undefined) throw new Error("no such file");
      return files[file];
    },
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, said, complaints };
}

test("what a shopper exported is explained for the moment of the export", () => {
  expect(shopkeeper(["shop.json", "shopkeeper.json", "--segment", "fan"])).toEqual({
    code: 0,
    said: [
      "✗ fan: count(view_item where item_brand = 'Klint' within 30d) >= 2: now 1",
      "  → 1 more view_item where item_brand = 'Klint', before Saturday, 28 November 2026, 12:00",
    ],
    complaints: [],
  });
});

test("the facts of an export count as they are, and for another moment those that follow from the events", () => {
  const told = (...more: string[]) =>
    shopkeeper(["shop.json", "shopkeeper.json", "--segment", "back", ...more]).said.join("\n");
  expect(told()).toContain("cart.value >= 50: now 41\n    → cart.value has to be at least 50: 9 more");
  expect(told()).toContain("✓ geo.country = 'AE': now \"AE\"");
  expect(told("--at", "2026-11-28T12:00:00Z")).toContain("✗ cart.value >= 50: now 32");
});

test("a list of events is explained for the moment that is said, with the visit and facts that follow", () => {
  const { said, code } = shopkeeper(["shop.json", "events.json", "--segment=back", `--at=${NOON}`, "--json"]);
  expect(code).toBe(0);
  const explanation = JSON.parse(said.join("\n"));
  // The last visit ended long ago.
  expect(explanation).toMatchObject({ at: NOON, visit: 3, segment: "back", holds: false });
  expect(explanation.parts.map(({ left }: { left: { value: unknown } }) => left.value)).toEqual([
    true,
    32,
    null,
  ]);
});

test("a visit and a file of facts may be given", () => {
  const { said } = shopkeeper(
    [
      "shop.json",
      "events.json",
      "--segment=back",
      `--at=${NOON}`,
      "--visit=2",
      "--facts=facts.json",
      "--json",
    ],
    { "facts.json": '{"cart.value":70}' },
  );
  const { visit, parts } = JSON.parse(said.join("\n"));
  expect([visit, parts[1].left.value]).toEqual([2, 70]);
});

test.each([
  ["a segment that is not named", ["shop.json", "shopkeeper.json"], "There are fan, back, wrong."],
  ["no moment", ["shop.json", "events.json", "--segment=fan"], "say the moment with --at"],
  [
    "a moment that is none",
    ["shop.json", "events.json", "--segment=fan", "--at=noon"],
    "--at noon: expected a time such as",
  ],
  [
    "a visit that is none",
    ["shop.json", "shopkeeper.json", "--segment=fan", "--visit=x"],
    "--visit x: expected the number",
  ],
  ["no events", ["shop.json", "shop.json", "--segment=fan"], "shop.json: expected a list of events"],
  ["no JSON", ["shop.json", "bad.json", "--segment=fan"], "bad.json: "],
])("%s: how to mend it is told", (_, words, complaint) => {
  const { code, complaints } = shopkeeper(words, { "bad.json": "{" });
  expect(code).toBe(1);
  expect(complaints.join("\n")).toContain(complaint);
});

test("a segment that is wrong, or that there is not, says what is wrong", () => {
  const wrong = shopkeeper(["shop.json", "shopkeeper.json", "--segment=wrong"]);
  expect([wrong.code, wrong.said[1]]).toEqual([
    1,
    "  1:1: There is no fact cart.vallue. Did you mean cart.value?",
  ]);
  expect(shopkeeper(["shop.json", "shopkeeper.json", "--segment=fam"]).said[1]).toContain(
    "Did you mean fan?",
  );
});

test("a file that is not there, a file too few and an option that there is not, exit with 2", () => {
  for (const words of [
    ["shop.json", "none.json", "--segment=fan"],
    ["shop.json", "shopkeeper.json", "--segment=fan", "--facts=none.json"],
    ["shop.json", "--segment=fan"],
    ["shop.json", "shopkeeper.json", "--segmnt=fan"],
  ])
    expect(shopkeeper(words).code).toBe(2);
  expect(shopkeeper(["shop.json", "none.json"]).complaints).toEqual(["none.json: no such file"]);
  expect(shopkeeper(["a", "b", "--segmnt=fan"]).complaints[0]).toContain("--segmnt");
});
