import type { CatalogueItem, ExperienceConfiguration, Item, Page, ShopEvent } from "@shopkeeper/engine";
import type { Undo } from "../dom/undo.ts";
import type { Report } from "../dom/report.ts";
import type { Fact } from "../render/text.ts";
import type { Own } from "../show-experience.ts";
import type { Option } from "./ready-made.ts";

/** What a ready-made experience that is a part of its own is made with, and from. */
export interface PartWorld {
  /** What the shop says about it. */
  option: Option;
  /** Words of ours that the shop replaces, by name. */
  words: object | undefined;
  /** ISO 4217, where the shop has said it. */
  currency: string | undefined;
  fact: Fact;
  /** Whether an expression of the segment language holds now. */
  holds(expression: string): boolean;
  recommend(strategy: string, limit: number): Item[];
  record(name: string, parameters: Record<string, unknown>): void;
  /** All that is remembered, oldest first. */
  events(): Promise<ShopEvent[]>;
  /** What is known of the shop's products by its pages, seen last first; none where nothing may be kept. Never rejects. */
  catalogue(): Promise<CatalogueItem[]>;
  page(): Page;
  report: Report;
  /** Hears every event of this page from now on, until the experience is taken back. */
  heard(listener: (event: ShopEvent) => void): Undo;
  /** Adds what is to be shown, until the experience is taken back. */
  add(configuration: ExperienceConfiguration, own?: Own): Undo;
  /**
   * Adds swaps, moves and rails that the next page may make before its first paint, when this part is not there yet: they
   * are kept with the snapshot. What was kept so stands for this page.
   */
  plan(configurations: ExperienceConfiguration[]): void;
  /** What was kept so on an earlier page, and is done on this one. */
  planned: ExperienceConfiguration[] | undefined;
}

/** Makes an experience of what the shop says. @throws Where that is not enough, with the mend. */
export type Make = (world: PartWorld) => void;
