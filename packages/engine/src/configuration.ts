import type { PageType } from "./page.ts";

/** What a shop writes: the configuration file, version 1. Everything is optional but `version`. */
export interface Configuration {
  version: 1;
  /** Expressions of the segment language, by name. */
  segments?: Record<string, string>;
  experiences?: ExperienceConfiguration[];
  /** Experiments by their ids; see `docs/experiments.md`. */
  experiments?: Record<string, ExperimentConfiguration>;
  /** The part of all visitors who are shown nothing of ours, so that the rest can be held against them. @default 0 */
  holdout?: number;
  /**
   * A word that only the shop knows. With it links like `#sk-preview=WORD/hero:bold` show a variation; without it no
   * link does.
   */
  preview?: string;
  quiet?: QuietConfiguration;
  /** Ways that visitors are led, step by step, over many visits; by name. See `docs/journeys.md`. */
  journeys?: Record<string, JourneyConfiguration>;
  /**
   * The shop's time zone, as the IANA database names it: what `from` and `until` without an offset are read in. Absent: the
   * visitor's own clock.
   *
   * @example "Europe/Berlin"
   */
  timezone?: string;
  affinity?: AffinityConfiguration;
  retention?: { days?: number; events?: number; bytes?: number };
  /** Consent tools of the page, where their categories are not the usual ones; see {@link ConsentTools}. */
  consentTools?: ConsentTools;
  /**
   * Whether the shop itself may be asked, by a request to this page's own origin, what is in the cart, where its platform does
   * not say so in the page: `/cart.js` (Shopify), the Store API (WooCommerce), `/api/storefront/carts` (BigCommerce), the
   * cart's section (Magento). See `docs/platforms.md`.
   *
   * @default false
   */
  cartRequests?: boolean;
  /**
   * What makes another page of a single-page app: its path and query, or, with `"hash"`, what stands behind `#` as well
   * (`#/product/7`).
   *
   * @default "path"
   */
  routes?: "path" | "hash";
  /** Where outcomes are handed on to, never the history itself; see {@link SinkConfiguration} and `docs/outcomes.md`. */
  sinks?: SinkConfiguration[];
  /**
   * What is handed over to tools for e-mail, texts and push, through the sinks; see {@link HandOverConfiguration}.
   *
   * @default []
   */
  handOver?: HandOverConfiguration[];
  /**
   * Address of a model, for rails such as `similar`: the folder that `shopkeeper build` wrote, or its `manifest.json`. Nothing of
   * it is fetched before a rail needs it. See `docs/recommending.md`.
   *
   * @example "/shopkeeper.model"
   */
  model?: string;
  /**
   * Address of the shop's products as JSON: an array of items with GA4's names, or an object that has one as `items` or
   * `products`. For rails without a model, and for prices. Fetched when a rail needs it. Absent: what the shop's pages have told.
   *
   * @example "/catalog.json"
   */
  catalog?: string;
  /** After how long without an order a customer counts as lapsed. @default "90d" */
  lapsedAfter?: string;
  rfm?: RfmConfiguration;
  locale?: string;
  /**
   * Words of ours that the shop replaces, by name, in all languages alike; see `docs/languages.md`.
   *
   * @example { "close": "Shut", "idle-help.title": "Need a hand?", "privacy.pause": "Stop" }
   */
  words?: Record<string, string | Record<string, string>>;
  /** ISO 4217, where the page does not say it. */
  currency?: string;
  /** ISO 3166-1 alpha-2, where the page does not say it. */
  country?: string;
}

/**
 * Who is told of outcomes: `"datalayer"` pushes them as GA4 events; `"beacon /outcomes"`, or `{ beacon: "/outcomes" }`,
 * sends them to an address of the shop's.
 */
export type SinkConfiguration = string | { beacon: string };

/**
 * A fact for another tool, by its name, and the time that belongs to it: `"cart_abandoned 4h"` (how long after its last
 * change a cart counts as left), `"birthday_soon 7d"` (how long before), `"lapsed_returned"`, `"price_dropped"`.
 */
export type HandOverConfiguration = string;

/**
 * What an experience or an experiment is there for: the name of an event, or an expression of the segment language that
 * has to become true; and within which time after it was seen.
 *
 * @example "purchase"
 * @example { when: "sum(purchase.value in visit) >= 100", within: "3d", name: "big-order", value: 100 }
 */
export type GoalConfiguration =
  | string
  | {
      when: string;
      /** @default "7d" */
      within?: string;
      /** What outcomes call it. @default the name of the event; of an expression, `"goal"` */
      name?: string;
      /** What reaching it is worth, in the shop's currency. @default the `value` of the event, if it has one */
      value?: number;
    };

/** A category of a consent tool, or several that all have to be granted. */
export type ConsentCategories = string | string[];

/**
 * Which categories of a consent tool mean what. All tools are listened to; one that is named here is also waited for, from
 * the first moment of the page on.
 *
 * @example { onetrust: { personalization: "C0004" } }
 */
export type ConsentTools = Partial<
  Record<
    "google" | "tcf" | "gpp" | "shopify" | "wordpress" | "cookiebot" | "onetrust",
    { measurement?: ConsentCategories; personalization?: ConsentCategories }
  >
>;

/** Rules for the whole shop that no experience can break. */
export interface QuietConfiguration {
  /** How many pop-ups a visit may see. @default 1 */
  popupsPerVisit?: number;
  /** How long pop-ups rest after a purchase. @default "1d" */
  afterPurchase?: string;
  /** How long pop-ups rest after two in a row were dismissed, whichever they were and in whichever visit. @default "7d" */
  afterDismissals?: string;
  /** Page types or path globs without pop-ups. @default ["checkout"] */
  pages?: string[];
}

export interface AffinityConfiguration {
  /**
   * How strengths add up: `"decay"` halves them with time and tells shares, `"adobe"` counts and halves as Adobe Target
   * does and tells points. @default "decay"
   */
  model?: "decay" | "adobe";
  /** @default "30d" */
  halfLife?: string;
  /** Further dimensions: name → field of an item or an event. `brand` and `category` are always there. */
  dimensions?: Record<string, string>;
  /** How much an event of this name weighs. */
  weights?: Record<string, number>;
  /**
   * So many different values, looked at in one visit only and none of them chosen, are research: experiences for who has a taste
   * in that dimension wait. 0: never. @default 5
   */
  research?: number;
}

/**
 * A way that visitors are led. The first step is where it begins; the step `"goal"`, which need not be listed, where it ends.
 *
 * @example
 * { goal: "purchase", when: 'visitor.stage = "lapsed"', steps: [
 *   { name: "browsing", next: [{ to: "reminded", when: "visit.pages >= 2" }] },
 *   { name: "reminded", next: [{ to: "rested", after: "5d" }] },
 *   { name: "rested" } ] }
 */
export interface JourneyConfiguration {
  /** Ends it wherever the visitor is: an event by its name, once it has happened on the way, or an expression. */
  goal?: string;
  /** Who sets out: an expression. Absent: everyone. */
  when?: string;
  /** How long after the goal it may begin anew, if `when` holds then. Absent: never. */
  again?: string;
  steps: JourneyStepConfiguration[];
}

export interface JourneyStepConfiguration {
  /** Letters, digits, `_` and `-`. */
  name: string;
  /** Where it leads; the first that may be taken is. Absent: nowhere, it ends here. */
  next?: JourneyBranchConfiguration[];
}

export interface JourneyBranchConfiguration {
  /** The name of a step, or `"goal"`. */
  to: string;
  /** An expression that has to hold. Absent: nothing has to. */
  when?: string;
  /** How long the visitor has to be in the step before, also with no page open. @example "2d" */
  after?: string;
}

/** Where one score of recency, frequency and monetary value ends and the next begins: four ascending values each. */
export interface RfmConfiguration {
  /** Time since the last order: up to the first scores 5, beyond the last 1. @default ["30d", "90d", "180d", "365d"] */
  recency?: string[];
  /** Number of orders: from the first on scores 2, from the last on 5. @default [2, 3, 5, 10] */
  frequency?: number[];
  /** What they were worth together, in the shop's currency. @default [50, 150, 400, 1000] */
  monetary?: number[];
}

/** A test of variations against each other. What it hashes, and how, is GrowthBook's public specification. */
export interface ExperimentConfiguration {
  /**
   * The variations with their weights, which are relative: 50 and 50 are the same as 1 and 1.
   *
   * @example { "control": 50, "bold": 50 }
   */
  variations: Record<string, number>;
  /** Who takes part: an expression of the segment language. Absent: everyone. */
  when?: string;
  /** What it is to bring about. @default "purchase" */
  goal?: GoalConfiguration;
  /** Which part of those who could take part does. @default 1 */
  coverage?: number;
  /** Experiments of the same namespace whose parts do not overlap never meet in one visitor. @example ["hero", 0, 0.5] */
  namespace?: [name: string, from: number, until: number];
  /** What is hashed with the visitor's id. @default the experiment's own id */
  seed?: string;
  /** Version 1 is there for tests that run already. @default 2 */
  hashVersion?: 1 | 2;
  /** Buckets from 0 to 1 for each variation, instead of weights and coverage. */
  ranges?: [from: number, until: number][];
  /** A fact that is hashed instead of this browser's own id, such as `"profile.member"`. Who has none takes no part. */
  hashAttribute?: string;
}

export type Place = "center" | "corner" | "bar" | "side";
export type Position = "replace" | "append" | "prepend" | "before" | "after";

/** Words and one action, shown by us. Texts only; `{profile.name|friend}` is filled in. */
export interface Content {
  /** A ready-made experience whose texts, in the page's language, stand for those that are left out here. */
  words?: string;
  title?: string;
  body?: string;
  /** HTML below the texts. What could run in it is taken out. */
  html?: string;
  action?: { label?: string; url?: string };
}

/** One step of a tour. */
export interface Step {
  /** What it points at: a CSS selector. Without it, it stands in the middle. A step whose target is not there is passed over. */
  target?: string;
  title?: string;
  body?: string;
}

/** What an experience about a product may be for, though the visitor has the product already. */
export type Purpose = "cart" | "buy-again";

export type Kind = "swap" | "message" | "rail" | "popup" | "tour" | "attributes" | "move" | "redirect";

/** One experience, as it is written in the configuration. */
export interface ExperienceConfiguration {
  id: string;
  kind: Kind;
  /** Who: an expression of the segment language. Absent: everyone. */
  when?: string;
  /** Where: page types or path globs (`/sale/*`). Absent: everywhere. */
  pages?: (PageType | string)[];
  /** What sets it off, such as `"idle 30s, exit"`. @default "load", of a pop-up "idle 30s" */
  trigger?: string;
  /**
   * How often, such as `"1 per visit, rest 30d"`. What was dismissed stays away for the visit.
   *
   * @default of a pop-up and a redirect "1 per visit", of a tour "1 ever"
   */
  cap?: string;
  /** From and until when, dates with times: `"2026-11-27T00:00"` in the shop's `timezone`, or with an offset (`+01:00`, `Z`). */
  from?: string;
  until?: string;
  /** The higher goes first. @default 0 */
  priority?: number;
  /** Of a group, one at a time. */
  group?: string;
  /**
   * What it is about: `"product"` is the product of the page, a list has ids. It does not come for what was bought or is
   * in the cart.
   *
   * @example ["wool-coat"]
   */
  about?: "product" | string[];
  /** That it is about what is in the cart, or what was bought, on purpose: then it comes for these too. */
  purpose?: Purpose | Purpose[];
  /** Only while the visitor is in this step of this journey; without `step`, in any. */
  journey?: string;
  step?: string;
  /** The experiment that it belongs to: shown only to those who have this variation of it. */
  experiment?: string;
  variation?: string;
  /** What it is there for: outcomes tell who reached it after it was seen. */
  goal?: GoalConfiguration;
  /** Where it goes: a CSS selector. */
  target?: string;
  position?: Position;
  /** What takes the place: selector of a `<template>` of the page. */
  template?: string;
  content?: Content;
  place?: Place;
  /** Of a rail. */
  strategy?: string;
  limit?: number;
  /** Fewer products than this show nothing. @default 1 */
  min?: number;
  /** Of `attributes`: values by name, `null` takes one away. @example { "data-theme": "gold", hidden: null } */
  attributes?: Record<string, string | null>;
  /** Of `attributes`: whether a class is there. @example { "is-vip": true, "is-new": false } */
  classes?: Record<string, boolean>;
  /** Of `move`: what the target goes before, after or into, by its `position`; a CSS selector. */
  to?: string;
  /** Of `redirect`: where to, before anything is painted. */
  url?: string;
  /** Of a tour. */
  steps?: Step[];
}
