import { fieldsOf, type Fields } from "../clean-item.ts";

/** Deeper than any page says what it means, and less deep than the stack. */
const DEPTH = 20;

/**
 * Puts in the place of each `{ "@id": … }` what the page says elsewhere under this name, and each product that says
 * which group it is a variant of among the variants of that group. The nodes are changed, and may lead in a circle.
 *
 * @see https://www.w3.org/TR/json-ld11/#node-identifiers
 */
export function linkNodes(roots: unknown[]): void {
  const named = new Map<unknown, Fields>();
  const isReference = (node: Fields): boolean =>
    node["@id"] && Object.keys(node).every((key) => /^@(id|type)$/.test(key));
  // Marked-up elements may name one another in a circle: each is gone through once.
  const walk = (
    node: unknown,
    act: (node: Fields) => void,
    depth = DEPTH,
    seen = new Set<unknown>(),
  ): void => {
    if (!depth || !node || typeof node != "object" || seen.has(node)) return;
    seen.add(node);
    act(node);
    for (const inner of Object.values(node)) walk(inner, act, depth - 1, seen);
  };
  walk(roots, (node) => {
    if (node["@id"] && !isReference(node) && !named.has(node["@id"])) named.set(node["@id"], node);
  });
  if (!named.size) return;
  // Found before any is put in, for what is linked may lead in a circle.
  const links: (() => void)[] = [];
  walk(roots, (node) => {
    for (const key of Object.keys(node)) {
      const inner = fieldsOf(node[key]);
      const whole = isReference(inner) && named.get(inner["@id"]);
      if (whole)
        links.push(() => {
          node[key] = whole;
          if (key == "isVariantOf") whole.hasVariant = [whole.hasVariant ?? [], node].flat();
        });
    }
  });
  for (const link of links) link();
}
