import type { Item, Row, SuggestWorld } from "@shopkeeper/engine";
import { byContent, NO_ITEM } from "@shopkeeper/engine";
import { NOON } from "./make.ts";

/** A product of the shop that the tables below are about. */
export const product = (item_id: string, more: Item = {}): Item => ({
  item_id,
  item_name: item_id,
  price: 10,
  currency: "EUR",
  ...more,
});

interface Given extends Partial<Omit<SuggestWorld, "shelf" | "manifest" | "row" | "catalogue" | "events">> {
  /** What was viewed, oldest first. */
  viewed?: Item[];
  /** The products that have cards, in the order of their numbers. */
  cards?: Item[];
  /** Rows of a model: `{ "views coat": { scarf: 2 } }`. */
  rows?: Record<string, Record<string, number>>;
  catalogue?: Item[];
  bought?: string[];
  popular?: string[];
  rebuy?: Record<string, { rate: number; days: number }>;
  facts?: Record<string, unknown>;
  events?: { name: string; days: number; [parameter: string]: unknown }[];
}

/** What a rail is filled from, as a test tells it; there is a model where rows or cards are given. */
export function suggestWorld(given: Given = {}): SuggestWorld {
  const { viewed = [], rows, catalogue = [], bought = [], facts = {}, events = [] } = given;
  const cards = given.cards ?? catalogue;
  const numberOf = (id: string) => cards.findIndex((card) => card.item_id === id);
  const row = (table: string, id: string): Row | undefined => {
    const found = Object.entries(rows?.[`${table} ${id}`] ?? {})
      .map(([other, weight]) => ({ number: numberOf(other), weight }))
      .sort((a, b) => a.number - b.number);
    return (
      (rows?.[`${table} ${id}`] && {
        own: numberOf(id) < 0 ? NO_ITEM : numberOf(id),
        numbers: found.map(({ number }) => number),
        weights: found.map(({ weight }) => weight),
      }) ||
      undefined
    );
  };
  return {
    shelf: viewed.map((item, index) => ({
      id: item.item_id!,
      item,
      ts: NOON + index,
      viewed: NOON + index,
      times: 1,
      wish: 0,
      wished: false,
    })),
    cart: [],
    isBought: (id) => bought.includes(id),
    page: { type: "other", path: "/", title: "" },
    now: NOON,
    fact: (name) => facts[name],
    events: (name) =>
      events
        .filter((event) => event.name === name)
        .map(({ days, ...event }) => ({ ...event, ts: NOON - days * 864e5, visit: 1 })),
    manifest: () =>
      rows || given.popular || given.rebuy
        ? {
            version: 1,
            build: "test",
            builtAt: "",
            items: cards.length,
            tables: {},
            score: { decay: [1, 0.5], repeatLast: 0, repeat: 0, fade: 1, again: 0 },
            popular: (given.popular ?? []).map(numberOf),
            rebuy: given.rebuy ?? {},
            check: 0,
          }
        : undefined,
    row,
    card: (number) => cards[number] ?? null,
    known: () => undefined,
    catalogue: () => catalogue,
    isWaiting: () => false,
    byContent: () => byContent,
    ...("cart" in given && { cart: given.cart! }),
    ...("page" in given && { page: given.page! }),
    ...("known" in given && { known: given.known! }),
    ...("isWaiting" in given && { isWaiting: given.isWaiting! }),
  };
}
