import { selectAll } from "../dom/elements.ts";
import { configured, quoted } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/**
 * Lifts the section of the strongest category (or brand) above the others, where nothing that is seen moves by it. Kept
 * as a plan, it is in the first frame of the next page.
 */
export const make: Make = (world) => {
  const by = world.option("by") ?? "category";
  const here = selectAll("[data-home-order]").map((section) => section.getAttribute("data-home-order")!);
  const [first, ...others] = orderOf([...new Set(here)], world.planned);
  if (!others.length)
    throw new Error('home-order needs data-home-order="VALUE" on two sections of the page or more.');
  const selector = (value: string): string => `[data-home-order="${CSS.escape(value)}"]`;
  world.plan(
    others.map((value) => ({
      ...configured(world, {
        id: ID + value,
        kind: "move",
        when: `top(${by}) = ${quoted(value)} or not known(top(${by})) and profile.interests contains ${quoted(value)}`,
        pages: ["home"],
        target: selector(value),
        group: "home-order",
      }),
      position: "before",
      to: selector(first!),
    })),
  );
};

const ID = "home-order: ";

/** The shop's own order: where a plan has moved a section already, the one that no plan moves was the first. */
export function orderOf(here: string[], planned: { id: string }[] = []): string[] {
  const moved = planned.map(({ id }) => id.slice(ID.length));
  const [first, ...others] = here.filter((value) => !moved.includes(value));
  return first !== undefined && !others.length && moved.length === here.length - 1 ? [first, ...moved] : here;
}
