// Holds what was shown against the rules, as one would read them to a person. It knows nothing of the engine: the limits are
// written down here once more, as numbers, and every question is answered by reading the log from its beginning.
import { campaign } from "./shop.mjs";

const DAY = 864e5;
const POPUPS_PER_VISIT = 1;
const AFTER_PURCHASE = DAY;
const AFTER_DISMISSALS = 7 * DAY;
/** In Berlin the 27th of March 2026 begins at 23:00 UTC, and the 30th, in summer time, at 22:00. */
const SALE = [Date.UTC(2026, 2, 26, 23), Date.UTC(2026, 2, 29, 22)];

const shows = (entry) => entry.type === "shown";
const interrupts = ({ kind }) => kind === "popup" || kind === "tour";

/** How often each may be shown; what is left out, as often as it likes. */
const LIMITS = {
  welcome: { ever: 1 },
  help: { perVisit: 1, rest: 30 * DAY },
  "exit-offer": { within: [2, 7 * DAY], untilConvert: true },
  newsletter: { ever: 3, dismissals: 2 },
  guide: { ever: 1 },
  nudge: { within: [1, 3 * DAY] },
  taste: { within: [1, 14 * DAY] },
  reminder: { perVisit: 1 },
  offer: { within: [1, 2 * DAY] },
  campaign: { within: [5, 30 * DAY] },
  away: { within: [1, 30 * DAY] },
};
const PAGES = {
  guide: ["home"],
  nudge: ["product"],
  campaign: ["home"],
  away: ["home"],
  left: ["home"],
};
const TOP = ["sale", "thanks", "campaign"];
const STEPS = { reminder: "reminded", offer: "offered" };
const ADVERTISED = { campaign: () => campaign, nudge: ({ product }) => [product] };

/**
 * @param {import("./simulate.mjs").Entry[]} log Of one shopper, in order.
 * @returns {{ broken: string[], interruptions: number[], advertised: number }} Rules that were broken, each with what broke
 *   it; how many interruptions each visit saw; and how often a product was shown or spoken of.
 */
export function checkLog(log) {
  const broken = [];
  const visits = new Map();
  let advertised = 0;
  // Entries that matter to somebody later, in the order in which they came.
  const past = {
    of: {},
    answers: [],
    interrupted: [],
    views: [],
    steps: [],
    chose: [],
    bought: [],
    cart: [],
  };
  const present = new Map();
  for (const entry of log) {
    const { type, id, kind, visit, items = [] } = entry;
    if (!visits.has(visit)) visits.set(visit, 0);
    if (shows(entry)) {
      const tell = (rule) => broken.push(`${rule}: ${id} at ${new Date(entry.ts).toISOString()}`);
      checkLimits(entry, past, tell);
      checkPlace(entry, past, present, tell);
      advertised += checkOwned(entry, past, tell);
      if (interrupts(entry)) {
        visits.set(visit, visits.get(visit) + 1);
        checkQuiet(entry, past, present, tell);
        past.interrupted.push(entry);
      } else if (kind === "redirect" && entry.page === "checkout") tell("led away from the checkout");
    }
    if (id) (past.of[id] ??= []).push(entry);
    if (interrupts(entry) && /^(dismiss|click|convert)$/.test(type)) past.answers.push(entry);
    if (type === "view") past.views.push(entry);
    if (type === "step") past.steps.push(entry);
    if (/^(cart|wish|purchase)$/.test(type)) past.chose.push(entry);
    if (type === "purchase") past.bought.push(entry);
    if (type === "cart") past.cart.push(...items);
    if (type === "uncart") past.cart.splice(past.cart.indexOf(items[0]), 1);
    if (type === "purchase") past.cart = [];
    // What is on the page after this.
    if (type === "page") present.clear();
    if (type === "shown") present.set(id, kind);
    if (/^(ended|dismiss|convert)$/.test(type)) present.delete(id);
  }
  return { broken, interruptions: [...visits.values()], advertised };
}

function checkLimits({ id, ts, visit }, past, tell) {
  const limits = LIMITS[id];
  if (!limits) return;
  const mine = past.of[id] ?? [];
  const shown = mine.filter(shows);
  const dismissed = mine.filter(({ type }) => type === "dismiss");
  const converted = mine.filter(({ type }) => type === "convert");
  if (shown.length >= (limits.ever ?? Infinity)) tell("cap: ever");
  if (shown.filter((entry) => entry.visit === visit).length >= (limits.perVisit ?? Infinity))
    tell("cap: per visit");
  if (limits.within && shown.filter((entry) => ts - entry.ts < limits.within[1]).length >= limits.within[0])
    tell("cap: within a time");
  if (limits.rest && dismissed.some((entry) => ts - entry.ts < limits.rest)) tell("cap: rest");
  if (limits.untilConvert && converted.length) tell("cap: until convert");
  if (dismissed.length >= (limits.dismissals ?? Infinity)) tell("cap: dismissals");
  if ([...dismissed, ...converted].some((entry) => entry.visit === visit)) tell("over in this visit");
}

function checkPlace({ id, ts, page }, { steps, views, chose }, present, tell) {
  if (PAGES[id] && !PAGES[id].includes(page)) tell("where");
  if (id === "sale" && !(ts >= SALE[0] && ts < SALE[1])) tell("when");
  if (STEPS[id] && steps.at(-1)?.step !== STEPS[id]) tell("journey");
  if (id === "taste") {
    const brands = new Set(views.flatMap(({ items }) => items));
    const inOne = new Set(views.map((view) => view.visit)).size === 1;
    if (inOne && brands.size >= 5 && !chose[0]) tell("research");
  }
  // Of what is on the page now, one of the group.
  if (TOP.includes(id) && TOP.some((other) => present.has(other))) tell("group");
}

function checkOwned(entry, { bought, cart }, tell) {
  const products = entry.items ?? ADVERTISED[entry.id]?.(entry) ?? [];
  if (!products[0]) return 0;
  const has = new Set(bought.flatMap(({ items }) => items));
  for (const product of products) {
    if (has.has(product)) tell(`bought ${product}`);
    // To show the cart is what that rail is for.
    if (entry.id !== "left" && cart.includes(product)) tell(`in the cart ${product}`);
  }
  return products.length;
}

function checkQuiet({ ts, visit, page, consent }, { interrupted, bought, answers }, present, tell) {
  if (page === "checkout") tell("quiet: at checkout");
  if (consent !== "granted") tell("quiet: consent is pending");
  if (interrupted.filter((entry) => entry.visit === visit).length >= POPUPS_PER_VISIT)
    tell("quiet: a second one in a visit");
  if (bought.some((entry) => ts - entry.ts < AFTER_PURCHASE)) tell("quiet: just bought");
  const [last, one] = answers.slice(-2).reverse();
  if (last?.type === "dismiss" && one?.type === "dismiss" && ts - last.ts < AFTER_DISMISSALS)
    tell("quiet: two in a row were dismissed");
  if ([...present.values()].some((kind) => kind === "popup" || kind === "tour"))
    tell("one interruption at a time");
}
