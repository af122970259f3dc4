import { choicesFrom } from "../kit/numbers.mjs";
import { and, print } from "./expressions.mjs";
import { factKinds } from "./facts-of-a-shop.mjs";
import { queryKinds } from "./queries-of-a-shop.mjs";
import { valueKinds } from "./values-of-a-shop.mjs";

const factNames = Object.keys(factKinds);

/** The names of kinds, each as often as its weight says, in an order of chance. */
function deckOf(kinds, { someOf }) {
  const deck = Object.entries(kinds).flatMap(([name, [weight]]) => Array(weight).fill(name));
  return someOf(deck, deck.length);
}

/**
 * Segments as the merchants of a shop write them, no two alike; the same on every run. About a third ask for facts
 * alone, and of the others one in four for a fact as well.
 *
 * @param {number} count
 * @param {{ factsOnly?: boolean, seed?: number }} [options]
 * @returns {Record<string, object>} Expressions by name.
 */
export function segmentsOfAShop(count, { factsOnly = false, seed = 5 } = {}) {
  const choices = choicesFrom(seed);
  const kinds = factsOnly ? factKinds : { ...factKinds, ...queryKinds, ...valueKinds };
  const written = new Set();
  const segments = {};
  let deck = [];
  for (let index = 0; index < count; index++) {
    if (!deck.length) deck = deckOf(kinds, choices);
    // The first few have none before them that they could refer to.
    const kind = deck.splice(index < 2 ? deck.findIndex((name) => name in factKinds) : 0, 1)[0];
    let expression;
    for (let tries = 0; !expression || written.has(print(expression)); tries++) {
      expression = kinds[kind][1](choices, Object.keys(segments));
      // Where a kind has few forms, people narrow it down.
      if (tries > 3 || (!(kind in factKinds) && choices.chance(0.25))) {
        expression = and(expression, factKinds[choices.oneOf(factNames)][1](choices));
      }
    }
    written.add(print(expression));
    segments[`${kind}-${index}`] = expression;
  }
  return segments;
}

/** The texts of expressions. */
export const textsOf = (segments) =>
  Object.fromEntries(Object.entries(segments).map(([name, expression]) => [name, print(expression)]));
