import type { Item } from "@shopkeeper/engine";
import type { ModelInput } from "./encode-model.ts";
import { spanningOrder } from "./spanning-order.ts";

/** Numbers of products, and their cards in that order. */
export interface Numbered {
  numbers: Map<string, number>;
  cards: Item[];
}

/** Gives every product that has a card a number, so that what leads to each other stands close together. */
export function numberItems({ tables, cards, popular }: ModelInput): Numbered {
  const given = new Map((cards ?? bareCards(tables)).map((card) => [String(card.item_id), card]));
  // The most popular begin their trees.
  const ids = [...new Set([...(popular ?? []).filter((id) => given.has(id)), ...given.keys()])];
  const first = new Map(ids.map((id, number) => [id, number]));
  const rows = [...(tables.views ?? []), ...(tables.baskets ?? [])];
  const length = rows.reduce((sum, { neighbours }) => sum + neighbours.length, 0);
  const edges = {
    from: new Int32Array(length),
    to: new Int32Array(length),
    weight: new Float64Array(length),
    length: 0,
  };
  for (const { item, neighbours } of rows) {
    const from = first.get(item);
    if (from === undefined) continue;
    for (const { item: other, weight } of neighbours) {
      const to = first.get(other);
      if (to === undefined) continue;
      edges.from[edges.length] = from;
      edges.to[edges.length] = to;
      edges.weight[edges.length++] = weight;
    }
  }
  const order = [...spanningOrder(ids.length, edges)].map((node) => ids[node]!);
  return {
    numbers: new Map(order.map((id, number) => [id, number])),
    cards: order.map((id) => given.get(id)!),
  };
}

/** Of every product in a table its id alone. */
function bareCards({ views = [], baskets = [] }: ModelInput["tables"]): Item[] {
  const ids = new Set<string>();
  for (const { item, neighbours } of [...views, ...baskets])
    for (const id of [item, ...neighbours.map((neighbour) => neighbour.item)])
      if (!id.startsWith("q:")) ids.add(id);
  return [...ids].map((item_id) => ({ item_id }));
}
