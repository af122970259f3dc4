import type { PageType } from "./page.ts";

/** What a shop writes: the configuration file, version 1. Everything is optional but `version`. */
export interface Configuration {
  version: 1;
  /** Expressions of the segment language, by name. */
  segments?: Record<string, string>;
  experiences?: ExperienceConfiguration[];
  quiet?: QuietConfiguration;
  affinity?: AffinityConfiguration;
  retention?: { days?: number; events?: number; bytes?: number };
  /** Consent tools of the page, where their categories are not the usual ones; see {@link ConsentTools}. */
  consentTools?: ConsentTools;
  /** Where outcomes are handed on to, never the history itself; see {@link SinkConfiguration} and `docs/outcomes.md`. */
  sinks?: SinkConfiguration[];
  /**
   * What is handed over to tools for e-mail, texts and push, through the sinks; see {@link HandOverConfiguration}.
   *
   * @default []
   */
  handOver?: HandOverConfiguration[];
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
  /** From and until when, dates with times: `"2026-11-27T00:00"` on the visitor's clock, or with an offset (`+01:00`, `Z`). */
  from?: string;
  until?: string;
  /** The higher goes first. @default 0 */
  priority?: number;
  /** Of a group, one at a time. */
  group?: string;
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
