import type { RecordedPage } from "./storefronts.ts";

const characters: Record<string, string> = {
  amp: "&",
  quot: '"',
  lt: "<",
  gt: ">",
  "#038": "&",
  "#039": "'",
};

/** A text without character references; shops write some of them twice (`&amp;amp;`). */
function plain(text: string): string {
  const once = text.replace(/&(amp|quot|lt|gt|#038|#039);/g, (_, name: string) => characters[name]!);
  return once === text ? text : plain(once);
}

/**
 * What a page states about its product, by the names of the facts it has to become; what it does not state has to
 * stay unknown. Nothing where it states nothing to machines.
 */
export function statedFacts({ facts }: RecordedPage): Record<string, unknown> {
  if (Object.keys(facts).length === 0) return {};
  const stated = (name: string): string | undefined => facts[name]?.[0]?.v;
  const price = stated("price") ?? stated("lowPrice");
  const availability = stated("availability");
  return {
    "product.id": stated("sku"),
    "product.name": plain(stated("name") ?? ""),
    "product.price": price === undefined ? undefined : Number(price),
    "product.currency": stated("currency"),
    "product.brand": stated("brand"),
    "product.available": availability === undefined ? undefined : availability === "InStock",
  };
}

/** The addresses of a product's pictures, as the page states them. */
export const statedImages = ({ facts }: RecordedPage): string[] => (facts["image"] ?? []).map(({ v }) => v);
