import type { Query } from "../segment/node.ts";
import { observer } from "../segment/observe.ts";
import { ways } from "../segment/folds.ts";
import type { MissingSteps } from "./missing.ts";
import type { World } from "./world.ts";
import { wheres } from "./written.ts";

/** The steps of a sequence that are still to come, from the furthest one that the next may still follow. */
export function missingSteps(world: World, query: Query): MissingSteps {
  const { steps } = query;
  const observe = observer(query, world.affinity);
  const ends: number[][] = ways._none!();
  for (const seen of world.eventsOf(query)) ways._add!(ends, observe(seen)!, 1, query);
  const texts = wheres(query.text);
  const still = (from: number): MissingSteps["steps"] =>
    steps.slice(from).map(({ event, within }, index) => {
      const where = texts[from + index];
      return { event, ...(where && { where }), ...(within < Infinity && { within }) };
    });
  for (let next = steps.length - 1; next; next--) {
    const end = ends[next - 1]?.[0];
    if (end === undefined) continue;
    const by = end + steps[next]!.within;
    // The next one has to be later than the one before, and now may be that very millisecond.
    if (Math.max(world.at, end + 1) > by) continue;
    return { kind: "steps", done: next, steps: still(next), ...(by < Infinity && { by }) };
  }
  return { kind: "steps", done: 0, steps: still(0) };
}
