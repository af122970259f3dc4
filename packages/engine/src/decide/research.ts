import type { Configuration } from "../configuration.ts";
import { readAffinity } from "../segment/affinity.ts";

/** So many different values, all looked at in one visit, are research and no taste. */
const MANY = 5;

/** @returns The dimension in an error-free `top(d)` or `affinity(d, …)`, or the segment in `segment("name")`. */
const ASKS = /\b(?:(?:top|affinity)\(\s*(\w+)|segment\(\s*(?:"([^"]*)"|'([^']*)'))/g;

/** Expressions one of which holds while the taste that a condition asks for is not known yet. */
export type ResearchOf = (when: string) => readonly string[];

/**
 * Tells of a condition what stands against taking its `top` or `affinity` for the visitor's taste, those that it asks for
 * through segments included.
 *
 * Who compares many brands in one visit, and takes none, finds out about them: what happened to come last is not what
 * they love. That is told in the segment language, so it is kept as any other question is: products were viewed in one visit only, of
 * so many values, and nothing was put in the cart, on the wish list or bought.
 *
 * @example researchOf({})('top(brand) = "Kiln"') // ['first(view_item.visit) = last(view_item.visit) and …']
 */
export function researchOf({ affinity, segments = {} }: Partial<Configuration>): ResearchOf {
  const { dimensions } = readAffinity(affinity);
  const many = affinity?.research ?? MANY;
  const known = new Map<string, readonly string[]>();
  const dimensionsIn = (text: string, met: Set<string>, found: Set<string>): Set<string> => {
    for (const [, dimension, ...names] of text.matchAll(ASKS)) {
      const name = names[0] ?? names[1];
      if (dimension) found.add(dimension);
      else if (name !== undefined && !met.has(name) && Object.hasOwn(segments, name))
        dimensionsIn(`${segments[name]}`, met.add(name), found);
    }
    return found;
  };
  return (when) => {
    let expressions = known.get(when);
    if (!expressions) {
      expressions = [...(many > 0 ? dimensionsIn(when, new Set(), new Set()) : [])]
        .filter((dimension) => /^\w+$/.test(dimensions[dimension]!))
        .map(
          (dimension) =>
            `distinct(view_item.${dimensions[dimension]}) >= ${many} and first(view_item.visit) = last(view_item.visit) and not (did(add_to_cart) or did(add_to_wishlist) or did(purchase))`,
        );
      known.set(when, expressions);
    }
    return expressions;
  };
}
