// Rails with a model or a catalogue: a part of its own, loaded when a page has one.
import {
  cardsName,
  CARDS_A_FILE,
  decodeShard,
  readCards,
  readManifest,
  shardName,
  shardOf,
  suggest,
  type Engine,
  type Item,
  type Manifest,
  type Page,
  type ShopEvent,
  type Suggestion,
  type SuggestWorld,
} from "@shopkeeper/engine";
import type { Report } from "../dom/report.ts";
import type { LoadPart } from "../parts.ts";
import type { Suggest } from "../suggest-later.ts";
import { later } from "./later.ts";

/** What a recommender is made from. */
export interface RecommenderWorld {
  /** Addresses, as the configuration has them. */
  model: string | undefined;
  catalog: string | undefined;
  shopper: Engine["shopper"];
  page(): Page;
  now(): number;
  fact(name: string): unknown;
  /** All that is remembered, oldest first. */
  events(): Promise<readonly ShopEvent[]>;
  /** Products that the shop's pages have told of. */
  products(): Promise<readonly Item[]>;
  /** Makes a product of what a file says, with addresses that are relative to it. */
  clean(raw: unknown, base: string): Item;
  load: LoadPart;
  /** What was on its way is there: ask again. */
  came(): void;
  report: Report;
}

export interface Recommender {
  /** What can be said now, best first; `undefined` while something of it is on its way. */
  suggest: Suggest;
}

/** Fetches what a rail needs when it needs it, and nothing else. */
export function createRecommender(world: RecommenderWorld): Recommender {
  let isReported = false;
  const waiting = later(world.came, (name) => {
    if (isReported) return;
    isReported = true;
    world.report(new Error(`${name} is not there, or not whole: see docs/model-format.md.`));
  });
  const address = (of: string): string => new URL(of, document.baseURI).href;
  const fetched = async (url: string): Promise<Response> => {
    const response = await fetch(url);
    if (!response.ok) throw response;
    return response;
  };
  const textOf = async (url: string): Promise<string> => (await fetched(url)).text();

  const root = address(`${world.model ?? ""}`.replace(/(\/|\/manifest\.json)?$/, "/manifest.json"));
  const at = (name: string): string => new URL(name, root).href;
  const manifest = (): Manifest | undefined =>
    world.model ? (waiting.get(root, async () => readManifest(await textOf(root))) ?? undefined) : undefined;
  const shared = { manifest, fact: world.fact };
  const catalogue = (): Item[] => {
    const url = world.catalog && address(world.catalog);
    const listed =
      url &&
      waiting.get(url, async () => {
        const found = JSON.parse(await textOf(url)) as Record<string, unknown>;
        const items = (found.items ?? found.products ?? found) as unknown[];
        return items.map((raw) => world.clean(raw, url));
      });
    return listed === null || !url ? [...(waiting.get("products", world.products) ?? [])] : listed || [];
  };
  const suggestWorld = (): SuggestWorld => {
    const page = world.page();
    return {
      ...shared,
      ...world.shopper(),
      page,
      now: world.now(),
      isWaiting: waiting.isWaiting,
      events: (name) => (waiting.get("events", world.events) ?? []).filter((event) => event.name === name),
      row(table, id) {
        const { build, tables } = manifest() ?? {};
        const entry = tables?.[table];
        if (!entry) return undefined;
        const name = shardName(build!, entry, shardOf(id, entry.shards));
        const url = at(`${name}.bin`);
        return waiting.get(url, async () =>
          decodeShard(new Uint8Array(await (await fetched(url)).arrayBuffer()), name, entry),
        )?.(id);
      },
      card(number) {
        const name = cardsName(manifest()!.build, number);
        const url = at(`${name}.json`);
        const cards = waiting.get(url, async () =>
          readCards(name, await textOf(url))?.map((card) => card && world.clean(card, root)),
        );
        return cards && (cards[number % CARDS_A_FILE] ?? null);
      },
      known: (id) => [page.product, ...(page.items ?? [])].find((item) => item?.item_id === id),
      catalogue,
      byContent: () =>
        waiting.get("alike.js", async () => (await world.load("alike")).byContent) ?? undefined,
    };
  };
  return {
    suggest(strategy, limit, exclude) {
      let found: Suggestion[] = [];
      const isWaiting = waiting.isWaitingFor(() => {
        found = suggest(strategy, suggestWorld(), limit, exclude);
      });
      return isWaiting ? undefined : found;
    },
  };
}
