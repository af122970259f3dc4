// The words of docs/attributes.md and docs/configuration.md. vocabulary.test.ts holds them against the sources.

/** Attributes of ours, and what each is for. */
export const ATTRIBUTES = (
  "slot when experiment variation rail limit min field text popup trigger cap place track item product wish " +
  "profile do privacy config lint first-frame hydrates contested"
).split(" ");

export const STRATEGIES =
  "recently-viewed wishlist price-drops cart buy-again similar up-sell bought-together for-you from-searches popular".split(
    " ",
  );
export const KINDS = ["swap", "message", "rail", "popup", "tour", "attributes", "move", "redirect"];
export const PLACES = ["center", "corner", "bar", "side"];
export const POSITIONS = ["replace", "append", "prepend", "before", "after"];
export const CONTROLS = ["grant", "deny", "forget", "export", "pause", "why", "dismiss", "convert"];
export const CONSENT = ["auto", "granted", "pending", "denied"];
export const PAGE_TYPES = [
  "home",
  "category",
  "product",
  "search",
  "cart",
  "checkout",
  "order",
  "account",
  "other",
];

/** The ready-made experiences, and their options. */
export const READY_MADE = (
  "recently-viewed idle-help back-in-stock birthday cart-reminder category-banner complements exit-offer faq-help first-order-offer first-visit-tour flash-alert " +
  "free-shipping home-order local newsletter preferences price-drop push-ask reward-tier share social-proof vip-thanks we-miss-you welcome-back wishlist"
).split(" ");
/** Those of them that interrupt. */
export const INTERRUPTING =
  "idle-help exit-offer faq-help first-visit-tour newsletter preferences push-ask".split(" ");
export const OPTIONS = (
  "into position limit min title text label url place after trigger cap when pages close priority from until " +
  "code category by threshold currency tiers of size colors interests form key faq chat search menu wish cart " +
  "rail-into strategy"
).split(" ");
/** The attributes of the tag that are no option of an experience. */
export const TAG_ATTRIBUTES = [
  "experiences",
  "config",
  "consent",
  "locale",
  "currency",
  "country",
  "inspect",
];

/** What a card may ask of a product. */
export const FIELDS = (
  "name price list_price discount_percent image url brand category variant rating reviews currency availability on_sale discount " +
  "quantity description size color material"
).split(" ");

/** What shops commonly state about a shopper: `profile.*` is open, so only a slip of one of these can be told. */
export const PROFILE = ["name", "first_name", "last_name", "birthday", "birthday_in", "gender", "size"];

/** Durations, and what is written as a date. */
type Type = "text" | "number" | "boolean" | "list" | "object" | "duration" | "texts" | "any";
type Keys = Record<string, Type>;

/** What may stand in a configuration, and as what. */
export const CONFIGURATION: Keys = {
  $schema: "text",
  version: "number",
  segments: "object",
  words: "object",
  experiments: "object",
  experiences: "list",
  holdout: "number",
  preview: "text",
  quiet: "object",
  journeys: "object",
  timezone: "text",
  affinity: "object",
  rfm: "object",
  catalog: "text",
  model: "text",
  retention: "object",
  cartRequests: "boolean",
  routes: "text",
  sinks: "list",
  handOver: "list",
  consentTools: "object",
  lapsedAfter: "duration",
  locale: "text",
  currency: "text",
  country: "text",
};
export const QUIET: Keys = {
  popupsPerVisit: "number",
  afterPurchase: "duration",
  afterDismissals: "duration",
  pages: "texts",
};
export const AFFINITY: Keys = {
  model: "text",
  halfLife: "duration",
  dimensions: "object",
  weights: "object",
  research: "number",
};
export const JOURNEY: Keys = { goal: "text", when: "text", again: "duration", steps: "list" };
export const JOURNEY_STEP: Keys = { name: "text", next: "list" };
export const JOURNEY_BRANCH: Keys = { to: "text", when: "text", after: "duration" };
export const EXPERIMENT: Keys = {
  variations: "object",
  when: "text",
  goal: "any",
  coverage: "number",
  namespace: "list",
  seed: "text",
  hashVersion: "number",
  ranges: "list",
  hashAttribute: "text",
};
export const RETENTION: Keys = { days: "number", events: "number", bytes: "number" };
export const RFM: Keys = { recency: "list", frequency: "list", monetary: "list" };
export const EXPERIENCE: Keys = {
  id: "text",
  kind: "text",
  when: "text",
  pages: "texts",
  trigger: "text",
  cap: "text",
  from: "text",
  until: "text",
  priority: "number",
  group: "text",
  about: "texts",
  purpose: "texts",
  journey: "text",
  step: "text",
  goal: "any",
  target: "text",
  position: "text",
  template: "text",
  content: "object",
  place: "text",
  strategy: "text",
  limit: "number",
  min: "number",
  experiment: "text",
  variation: "text",
  attributes: "object",
  classes: "object",
  url: "text",
  to: "text",
  steps: "list",
};
export const CONTENT: Keys = { words: "text", title: "text", body: "text", action: "object", html: "text" };
export const ACTION: Keys = { label: "text", url: "text" };
export const STEP: Keys = { target: "text", title: "text", body: "text" };

/** Whether a value is as a key wants it, and how that is said. */
export const TYPES: Record<Type, [is: (value: unknown) => boolean, words: string]> = {
  text: [(value) => typeof value === "string", "a text in quotes"],
  number: [(value) => typeof value === "number", "a number"],
  boolean: [(value) => typeof value === "boolean", "true or false"],
  list: [Array.isArray, "a list in [ ]"],
  object: [(value) => !!value && typeof value === "object" && !Array.isArray(value), "an object in { }"],
  duration: [
    (value) => typeof value === "string" && /^\d+\.?\d*[smhdw]$/.test(value),
    'a duration, such as "30s", "2h" or "30d"',
  ],
  texts: [(value) => [value].flat().every((each) => typeof each === "string"), "a list of texts in quotes"],
  any: [() => true, ""],
};
