import { selectAll } from "../dom/elements.ts";
import { configured, needed, quoted } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/**
 * Shows the merchant's template for the strongest category (or brand) in the place of a banner; without evidence the
 * default stands. Kept as a plan, it is in the first frame of the next page.
 */
export const make: Make = (world) => {
  const target = needed(
    world,
    "category-banner",
    "into",
    "a CSS selector of the banner that is to be replaced",
  );
  const by = world.option("by") ?? "category";
  const templates = selectAll("template[data-category-banner]");
  if (!templates.length)
    throw new Error('category-banner needs a <template data-category-banner="VALUE"> for each banner.');
  const values = new Set(templates.map((each) => each.getAttribute("data-category-banner")!));
  world.plan(
    [...values].map((value) => ({
      ...configured(world, {
        id: `category-banner: ${value}`,
        kind: "swap",
        when: `top(${by}) = ${quoted(value)} or not known(top(${by})) and profile.interests contains ${quoted(value)}`,
        pages: ["home"],
        target,
        group: "category-banner",
      }),
      template: `template[data-category-banner="${CSS.escape(value)}"]`,
    })),
  );
};
