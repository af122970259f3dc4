// A year in the life of a shopper, with the real engine, as the browser package would ask it.
import { createRandom } from "./random.mjs";
import { products } from "./shop.mjs";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 864e5;
export const BEGIN = Date.UTC(2026, 0, 1);
const YEAR = 365 * DAY;

/**
 * What happened, in order: plain entries that a checker can read without knowing the engine. `visit` is counted here.
 *
 * @typedef {{ type: string, ts: number, visit: number, page: string, path: string, product?: string, consent: string,
 *   id?: string, kind?: string, items?: string[], step?: string }} Entry
 */

/** The pages of a visit: mostly a few, seldom many. */
const pagesOf = (random) => 1 + Math.min(30, Math.floor(random.wait(4)));

/**
 * @param {import("@shopkeeper/engine")} engineModule
 * @param {import("@shopkeeper/engine").Configuration} configuration What the engine is told.
 * @param {number} seed Of this shopper.
 * @returns {{ log: Entry[], decisions: number }}
 */
export function simulateShopper(engineModule, configuration, seed) {
  const { createEngine, parseExperience, readJourneys, advance } = engineModule;
  const random = createRandom(seed);
  const experiences = configuration.experiences.map(parseExperience);
  const { journeys } = readJourneys(configuration);
  /** Who they are: how often they come, how patient they are, what they like. */
  const between = DAY + random.wait(random.of([10, 25, 60, 150]) * DAY);
  const patience = random.next();
  const brand = random.chance(0.5) ? `Brand ${random.below(12)}` : undefined;
  const buys = random.next() * 0.6;
  const asksConsent = random.chance(0.3);

  /** @type {Entry[]} */
  const log = [];
  const journal = [];
  let decisions = 0;
  let visit = 0;
  let now = Math.floor(BEGIN + random.next() * YEAR);
  let here = { type: "home", path: "/", title: "Shop" };
  let consent = "granted";
  /** Tabs: engines that are told of the same events. */
  let tabs = [createEngine(configuration)];
  let cart = [];

  const note = (type, more = {}) =>
    log.push({
      type,
      ts: now,
      visit,
      page: here.type,
      path: here.path,
      product: here.product?.item_id,
      consent,
      ...more,
    });
  const record = (name, parameters = {}) => {
    const event = { name, ts: now, visit: tabs[0].visitAt(now), ...parameters };
    journal.push(event);
    for (const tab of tabs) tab.take(event);
  };

  /** One page in a tab: what is on it, and what has gone off. */
  function openPage(engine, page) {
    here = page;
    record("page_view", { page_type: page.type, page_path: page.path });
    note("page");
    if (page.product) {
      record("view_item", { items: [page.product] });
      note("view", { items: [page.product.item_brand] });
    }
    const fired = new Set();
    const showing = new Map();
    const context = () => ({
      now,
      timezoneOffset: 0,
      page,
      environment: { "consent.personalization": consent },
    });
    const refresh = () => {
      const circumstances = context();
      const moves = advance(journeys, (text) => engine.condition(text).holds(circumstances));
      if (engine.cold) {
        engine.warm(journal);
        return refresh();
      }
      if (consent === "granted")
        for (const { event, parameters } of moves) {
          record(event, parameters);
          note("step", { step: parameters.step });
        }
      for (const { id, show } of engine.decide(experiences, {
        ...circumstances,
        fired: (id) => fired.has(id),
        showing: (id) => showing.has(id),
      })) {
        decisions++;
        const { kind, strategy, limit } = configuration.experiences.find((each) => each.id === id);
        if (!show) {
          if (showing.delete(id)) note("ended", { id, kind });
          continue;
        }
        if (showing.has(id)) continue;
        const experience = configuration.experiences.find((each) => each.id === id);
        const items =
          kind === "rail"
            ? engine.recommend(strategy, { limit, experience }).map(({ item_id }) => item_id)
            : undefined;
        if (items && !items[0]) continue;
        showing.set(id, kind);
        note("shown", { id, kind, items });
        record("experience_view", { experience_id: id, experience_kind: kind });
      }
    };
    const act = (type, id, kind) => {
      showing.delete(id);
      fired.delete(id);
      note(type, { id, kind });
      record(`experience_${type}`, { experience_id: id, experience_kind: kind });
    };
    refresh();
    return {
      refresh,
      fire(on) {
        for (const { id, triggers } of experiences)
          if (triggers.some((trigger) => trigger.on === on)) fired.add(id);
        refresh();
      },
      /** What the shopper does with what interrupts. */
      react() {
        let answered = false;
        for (const [id, kind] of showing) {
          if (kind !== "popup" && kind !== "tour") continue;
          now += 1 + random.below(10 * SECOND);
          answered = true;
          if (random.chance(0.35 + 0.4 * (1 - patience))) act("dismiss", id, kind);
          else if (random.chance(0.2)) {
            note("click", { id, kind });
            record("experience_click", { experience_id: id, experience_kind: kind });
            if (random.chance(0.5)) act("convert", id, kind);
          }
        }
        if (answered) refresh();
      },
      leave() {
        for (const [id, kind] of showing) note("ended", { id, kind });
      },
    };
  }

  const productPage = () => {
    const liked =
      brand && random.chance(0.7) ? products.filter((each) => each.item_brand === brand) : products;
    // Now and then the campaign's.
    const product = random.chance(0.15) ? products[random.below(10)] : random.of(liked);
    return { type: "product", path: `/p/${product.item_id}`, title: product.item_name, product };
  };
  const otherPage = () =>
    random.of([
      { type: "home", path: "/", title: "Shop" },
      { type: "category", path: "/c", title: "All" },
      { type: "cart", path: "/cart", title: "Cart" },
    ]);

  /** Looks at a page for a while. */
  function browse(engine, page) {
    const open = openPage(engine, page);
    for (const [on, probability] of [
      ["scroll", 0.5],
      ["pages", 0.4],
      ["idle", 0.4],
      ["exit", 0.2],
    ]) {
      now += Math.round(1 + random.wait(10 * SECOND));
      if (random.chance(probability)) open.fire(on);
      open.react();
      if (consent === "pending" && random.chance(0.3)) {
        consent = "granted";
        open.refresh();
      }
    }
    const { product } = page;
    if (product && random.chance(0.12)) {
      record("add_to_cart", { items: [{ ...product, quantity: 1 }] });
      cart.push(product);
      note("cart", { items: [product.item_id] });
      open.refresh();
    } else if (product && random.chance(0.05)) {
      record("add_to_wishlist", { items: [product] });
      note("wish", { items: [product.item_id] });
      open.refresh();
    }
    if (page.type === "cart" && cart[0] && random.chance(0.2)) {
      const gone = cart.splice(random.below(cart.length), 1)[0];
      record("remove_from_cart", { items: [{ ...gone, quantity: 1 }] });
      note("uncart", { items: [gone.item_id] });
      open.refresh();
    }
    open.leave();
  }

  function buy(engine) {
    browse(engine, { type: "checkout", path: "/checkout", title: "Checkout" });
    const items = cart.map((product) => ({ ...product, quantity: 1 }));
    now += MINUTE;
    // The page of the order says that it is one, before anything is decided on it.
    note("purchase", { items: items.map(({ item_id }) => item_id) });
    record("purchase", { transaction_id: `${seed} ${log.length}`, value: items.length * 20, items });
    cart = [];
    browse(engine, { type: "order", path: "/thanks", title: "Thank you" });
  }

  while (now < BEGIN + YEAR) {
    visit++;
    consent = asksConsent && visit === 1 ? "pending" : "granted";
    // Often a new page knows what was saved; now and then only what the journal was folded into.
    if (visit > 1 && random.chance(0.5)) {
      const engine = createEngine(configuration);
      const saved = random.chance(0.2) ? tabs[0].fold(journal) : tabs[0].save();
      if (!engine.restore(JSON.parse(JSON.stringify(saved)))) throw new Error("could not be restored");
      tabs = [engine];
      if (random.chance(0.1)) {
        const second = createEngine(configuration);
        second.restore(JSON.parse(JSON.stringify(saved)));
        tabs.push(second);
      }
    }
    const pages = pagesOf(random);
    for (let page = 0; page < pages; page++) {
      const engine = random.of(tabs);
      browse(engine, page && random.chance(0.65) ? productPage() : otherPage());
      if (page < pages - 1) now += Math.round(SECOND + random.wait(30 * SECOND));
    }
    if (cart[0] && random.chance(buys)) buy(random.of(tabs));
    now += Math.round(40 * MINUTE + random.wait(between));
  }
  return { log, decisions };
}
