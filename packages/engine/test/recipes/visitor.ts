// Made-up shoppers: what they do is told as a chain of acts.
import type { Item, Page } from "../../src/index.ts";
import { NOON, page } from "../make.ts";

/** Where a visit came from: the parameters of a `page_view` that the browser makes of address and referrer. */
export interface Source {
  medium?: string;
  source?: string;
  campaign?: string;
  page_referrer?: string;
}

/** Something that happens at one moment, on the page that it opens or on the one that is open. */
export interface Act {
  ts: number;
  page?: Page | undefined;
  events: { name: string; [parameter: string]: unknown }[];
}

/** All that a visitor did, and the circumstances at the end of it. */
export interface Story {
  acts: Act[];
  now: number;
  timezoneOffset: number;
  environment: Record<string, unknown>;
  /** IANA name of the time zone, and the country that the page declares. */
  zone?: string;
  declared?: string | undefined;
}

/** Somebody who shops. Each act comes a second after the one before, unless `later` says how long after. */
export interface Visitor {
  /** Opens the home page, from somewhere else or from the shop itself. */
  comes(source?: Source): Visitor;
  /** Opens the page of each of these products. */
  views(...items: Item[]): Visitor;
  /** Opens the search page for each of these. */
  searches(...terms: string[]): Visitor;
  /** Opens the cart page, which says what is in the cart. */
  seesCart(...items: Item[]): Visitor;
  puts(...items: Item[]): Visitor;
  removes(...items: Item[]): Visitor;
  wishes(...items: Item[]): Visitor;
  /** Opens the page that confirms an order of so much. */
  orders(value: number, ...items: Item[]): Visitor;
  /** Any other event. */
  does(name: string, parameters?: Record<string, unknown>): Visitor;
  declares(profile: Record<string, unknown>): Visitor;
  /** Lets so many milliseconds pass; what follows happens just then. */
  later(duration: number): Visitor;
  /** Facts that only the browser knows. */
  has(environment: Record<string, unknown>): Visitor;
  /** The visitor's time zone is this one, and the page may declare a country. */
  livesIn(zone: string, declared?: string): Visitor;
  /** The visitor's clock is so many hours ahead of UTC. */
  aheadOfUtc(hours: number): Visitor;
  readonly story: Story;
}

const SECOND = 1000;

/** Somebody who is here for the first time, on a Friday at noon if not said otherwise. */
export function visitor(now = NOON): Visitor {
  const story: Story = { acts: [], now, timezoneOffset: 0, environment: {} };
  let pause = 0;

  const act = (opened: Page | undefined, ...events: Act["events"]): Visitor => {
    story.now += pause;
    pause = SECOND;
    story.acts.push({ ts: story.now, page: opened, events });
    return self;
  };
  const open = (parts: Partial<Page>, ...events: Act["events"]): Visitor => {
    const opened = page(parts);
    const { type, path, title } = opened;
    return act(opened, { name: "page_view", page_type: type, page_path: path, page_title: title }, ...events);
  };
  const of = (name: string, items: Item[]): Act["events"][0] => ({
    name,
    items: items.map((item) => ({ quantity: 1, ...item })),
  });

  const self: Visitor = {
    story,
    comes: (source = {}) => act(page(), { name: "page_view", page_type: "home", page_path: "/", ...source }),
    views(...items) {
      for (const product of items)
        open({ type: "product", path: `/${product.item_id}`, product }, of("view_item", [product]));
      return self;
    },
    searches(...terms) {
      for (const search_term of terms)
        open({ type: "search", path: "/search", searchTerm: search_term }, { name: "search", search_term });
      return self;
    },
    seesCart: (...items) => open({ type: "cart", path: "/cart" }, of("view_cart", items)),
    puts: (...items) => act(undefined, of("add_to_cart", items)),
    removes: (...items) => act(undefined, of("remove_from_cart", items)),
    wishes: (...items) => act(undefined, of("add_to_wishlist", items)),
    orders: (value, ...items) =>
      open(
        { type: "order", path: "/thank-you" },
        { ...of("purchase", items), value, currency: "EUR", transaction_id: `order-${story.acts.length}` },
      ),
    does: (name, parameters) => act(undefined, { name, ...parameters }),
    declares: (profile) => act(undefined, { name: "identify", profile }),
    later(duration) {
      story.now += duration;
      pause = 0;
      return self;
    },
    has(environment) {
      Object.assign(story.environment, environment);
      return self;
    },
    livesIn(zone, declared) {
      Object.assign(story, { zone, declared });
      return self;
    },
    aheadOfUtc(hours) {
      story.timezoneOffset = -60 * hours;
      return self;
    },
  };
  return self;
}
