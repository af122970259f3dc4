import type { Item } from "../../event.ts";
import { parseChecked } from "./check.ts";

/** The one version of the format that is read; see `docs/model-format.md`. */
export const MODEL_VERSION = 1;

/** So many cards are in one file. */
export const CARDS_A_FILE = 64;

/** The own number of a row that is no product, such as a word that is searched for. */
export const NO_ITEM = 0xffffff;

/** A table of rows, each from an id to products with their weights. */
export interface Table {
  /** The folder that its shards are in. */
  folder: string;
  shards: number;
  /** What the highest of the 16 steps of a weight stands for. */
  max: number;
  /**
   * How the rows of several ids add up. `"log-sum"`: weights are logarithms, and the older the view, the less it counts
   * (`score.decay`). `"sum"`: weights are as they are, and each id counts the same.
   */
  combine: "log-sum" | "sum";
}

/** How views add up to a score; see `scoreViews`. */
export interface Scoring {
  /** By how much the last view counts, the one before it, and so on; what is older does not. */
  decay: number[];
  /** What is added for the product of the last view itself, and for an older one, before it fades. */
  repeatLast: number;
  repeat: number;
  /** After so many further views, `repeat` has fallen to 1/e. */
  fade: number;
  /** What is added for each further view of the same product. */
  again: number;
}

/** How often what was bought is bought again, by category; what a category does not have is suppressed for good. */
export interface Rebuy {
  /** The part of orders after which the same product is bought again. */
  rate: number;
  /** Days until then, the median. */
  days: number;
}

/** What the files of a model are, and what holds for all of them. */
export interface Manifest {
  version: number;
  /** Name of the folder of all other files, made of their contents. */
  build: string;
  /** When, as ISO 8601. */
  builtAt: string;
  /** How many products have a card; their numbers are 0 and up. */
  items: number;
  /** `views`: from a product to what is looked at next. `baskets`: to what is bought with it. `categories`: from a category to its best sellers. */
  tables: { views?: Table; baskets?: Table; categories?: Table };
  score: Scoring;
  /** Numbers of the shop's best sellers, best first. */
  popular: number[];
  rebuy: Record<string, Rebuy>;
  /** Parameters of what is predicted. */
  predictions?: Record<string, unknown>;
  /** What the builder measured. */
  measured?: Record<string, unknown>;
  check: number;
}

/** Reads `manifest.json`; undefined where it is damaged, of another version, or something else. */
export function readManifest(text: string): Manifest | undefined {
  const value = parseChecked("manifest", text) as Manifest | undefined;
  return value?.version === MODEL_VERSION ? value : undefined;
}

/** The names of files in the folder of a model, without their endings. */
export const shardName = (build: string, { folder }: Table, shard: number): string =>
  `${build}/${folder}/${shard}`;
export const cardsName = (build: string, number: number): string =>
  `${build}/cards/${Math.floor(number / CARDS_A_FILE)}`;

/** Reads a file of cards: of 64 numbers, what a rail shows of each. */
export const readCards = (name: string, text: string): (Item | null)[] | undefined =>
  parseChecked(name, text)?.cards as (Item | null)[] | undefined;
