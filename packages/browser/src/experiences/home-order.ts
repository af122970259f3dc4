import { selectAll } from "../dom/elements.ts";
import { configured, quoted } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/**
 * Lifts the section of the strongest category (or brand) above the others, where nothing that is seen moves by it. Kept
 * as a plan, it is in the first frame of the next page.
 */
export const make: Make = (world) => {
  const by = world.option("by") ?? "category";
  const [first, ...others] = selectAll("[data-home-order]").map((section) =>
    section.getAttribute("data-home-order")!,
  );
  if (!others.length)
    throw new Error('home-order needs data-home-order="VALUE" on two sections of the page or more.');
  const selector = (value: string): string => `[data-home-order="${CSS.escape(value)}"]`;
  world.plan(
    [...new Set(others)]
      .filter((value) => value !== first)
      .map((value) => ({
        ...configured(world, {
          id: `home-order: ${value}`,
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
