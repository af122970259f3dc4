// A shop that tries hard: more pop-ups than any shopper would bear, so that the rules have something to hold back.
const content = { title: "Hello" };

export const products = Array.from({ length: 120 }, (_, index) => ({
  item_id: `p${index}`,
  item_name: `Product ${index}`,
  item_brand: `Brand ${index % 12}`,
  price: 10 + (index % 40),
  currency: "EUR",
}));

/** Ten products of a campaign. */
export const campaign = products.slice(0, 10).map(({ item_id }) => item_id);

/** @type {import("@shopkeeper/engine").Configuration} */
export const configuration = {
  version: 1,
  timezone: "Europe/Berlin",
  quiet: {},
  segments: { "has-a-taste": "known(top(brand))" },
  journeys: {
    "win-back": {
      goal: "purchase",
      when: "did(add_to_cart)",
      again: "60d",
      steps: [
        { name: "browsing", next: [{ to: "reminded", after: "1d", when: "cart.quantity > 0" }] },
        {
          name: "reminded",
          next: [
            { to: "offered", after: "2d", when: "visitor.visits >= 4" },
            { to: "rested", after: "5d" },
          ],
        },
        { name: "offered", next: [{ to: "rested", after: "3d" }] },
        { name: "rested", next: [{ to: "browsing", after: "30d" }] },
      ],
    },
  },
  experiences: [
    { id: "welcome", kind: "popup", trigger: "pages 2", cap: "1 ever", content, priority: 1 },
    {
      id: "help",
      kind: "popup",
      trigger: "idle 45s",
      cap: "1 per visit, rest 30d",
      content,
      place: "corner",
    },
    {
      id: "exit-offer",
      kind: "popup",
      trigger: "exit",
      cap: "2 per 7d, until convert",
      when: "visitor.returning and orders.count = 0",
      content,
      priority: 2,
    },
    { id: "newsletter", kind: "popup", trigger: "scroll 50%", cap: "3 ever, 2 dismissals ever", content },
    { id: "guide", kind: "tour", trigger: "idle 20s", pages: ["home"], steps: [{ title: "Look" }] },
    {
      id: "nudge",
      kind: "popup",
      trigger: "idle 30s",
      pages: ["product"],
      about: "product",
      cap: "1 per 3d",
      content,
    },
    {
      id: "taste",
      kind: "popup",
      trigger: "load",
      when: 'segment("has-a-taste")',
      cap: "1 per 14d",
      content,
    },
    {
      id: "reminder",
      kind: "popup",
      trigger: "load",
      journey: "win-back",
      step: "reminded",
      purpose: "cart",
      content,
      priority: 3,
    },
    {
      id: "offer",
      kind: "popup",
      trigger: "exit",
      journey: "win-back",
      step: "offered",
      cap: "1 per 2d",
      content,
      priority: 3,
    },
    // Around the night in which the clocks of Berlin go forward.
    {
      id: "sale",
      kind: "message",
      from: "2026-03-27T00:00",
      until: "2026-03-30T00:00",
      group: "top",
      content,
    },
    { id: "thanks", kind: "message", when: "orders.count > 0", group: "top", content, priority: 1 },
    {
      id: "campaign",
      kind: "message",
      about: campaign,
      cap: "5 per 30d",
      pages: ["home"],
      group: "top",
      content,
      priority: 2,
    },
    {
      id: "away",
      kind: "redirect",
      pages: ["home"],
      when: "visitor.visits >= 3",
      cap: "1 per 30d",
      url: "/new",
    },
    { id: "seen", kind: "rail", strategy: "recently-viewed", target: "main", limit: 8 },
    { id: "wished", kind: "rail", strategy: "wishlist", target: "main", limit: 8 },
    { id: "left", kind: "rail", strategy: "cart", target: "main", limit: 8, pages: ["home"] },
  ],
};
