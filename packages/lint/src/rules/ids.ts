import type { Markup } from "../markup.ts";
import { isAsleep, isCard, ourTemplates, inTemplates, type World } from "../world.ts";

const MEND = "Give one of them another id, or a class.";

/** Ids that stand more than once: what points to them means the first. */
export function checkIds(world: World): void {
  const { elements, report } = world;
  const first = new Map<string, Markup>();
  const spot = (element: Markup) => ({ element, attribute: "id" });
  for (const element of elements) {
    const id = element.attributes.get("id");
    if (!id || isAsleep(element)) continue;
    if (first.has(id))
      report("duplicate-id", spot(element), `The id "${id}" stands in the page twice.`, MEND);
    else first.set(id, element);
  }
  const cards = new Set(ourTemplates(world).filter(isCard));
  const known = new Map<Markup, Set<string>>();
  for (const { element, template } of inTemplates(world)) {
    const id = element.attributes.get("id");
    if (!id) continue;
    const inside = known.get(template) ?? new Set();
    known.set(template, inside);
    if (cards.has(template))
      report(
        "duplicate-id",
        spot(element),
        `The id "${id}" stands in the card of a rail, and so in the page once for each product.`,
        "Use a class.",
      );
    else if (first.has(id) || inside.has(id))
      report(
        "duplicate-id",
        spot(element),
        `The id "${id}" stands in the page twice when this is shown.`,
        MEND,
      );
    inside.add(id);
  }
}
