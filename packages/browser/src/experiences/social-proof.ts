import { selectAll } from "../dom/elements.ts";
import { configured, listed, quoted } from "./part-kit.ts";
import type { Make, PartWorld } from "./part-world.ts";

/** What the shopper has stated and what is known of the place, in the words of a review. */
const FACTS =
  "profile.size profile.colors profile.interests profile.tier geo.country geo.season visitor.stage";

/**
 * Lifts the review that is most like the visitor above the others: the one with the most words (`data-social-proof`) that
 * are true of them. It changes no word and counts nobody.
 */
export const make: Make = (world) => {
  const reviews = selectAll("[data-social-proof]").map((review) => review.getAttribute("data-social-proof")!);
  if (reviews.length < 2)
    throw new Error('social-proof needs data-social-proof="WORD, WORD" on two reviews of the page or more.');
  const [first, ...scores] = reviews.map((words) => scoreOf(words, world));
  const best = Math.max(...scores);
  // Where none is more like them than the first, the shop's order stands.
  if (best <= first!) return;
  const selector = (at: number): string => `[data-social-proof="${CSS.escape(reviews[at]!)}"]`;
  world.add({
    ...configured(world, { id: "social-proof", kind: "move", target: selector(scores.indexOf(best) + 1) }),
    position: "before",
    to: selector(0),
  });
};

/** How many words of a review are true of the visitor; what they look at most counts twice. */
function scoreOf(words: string, { fact, holds }: PartWorld): number {
  const stated = FACTS.split(" ").flatMap((name) => fact(name) ?? []);
  const known = new Set(stated.map((value) => String(value).toLowerCase()));
  return listed(words).reduce((score, word) => {
    const isTop = ["category", "brand"].some((dimension) => holds(`top(${dimension}) = ${quoted(word)}`));
    return score + (isTop ? 2 : +known.has(word.toLowerCase()));
  }, 0);
}
