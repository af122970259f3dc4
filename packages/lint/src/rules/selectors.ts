import type { Spot } from "../finding.ts";
import type { RuleName } from "../rule-names.ts";
import { isFilledIn, type World } from "../world.ts";

/**
 * Checks a selector, and that a page has what it means.
 *
 * @param optional Nothing is said where no page has it.
 */
export function checkSelector(
  world: World,
  selector: unknown,
  spot: Spot,
  rule: RuleName = "target-not-found",
  optional = false,
): void {
  if (typeof selector !== "string" || isFilledIn(selector)) return;
  let found: boolean | undefined;
  try {
    found = world.isFound(selector);
    // Something else may bear that name.
    if (found && rule === "template-not-found") found = world.isFound(`template:is(${selector})`);
  } catch {
    return world.report(
      "bad-selector",
      spot,
      `${JSON.stringify(selector)} is no CSS selector.`,
      'Write one, such as "#hero" or "main > .banner".',
    );
  }
  if (found === false && !optional)
    world.report(
      rule,
      spot,
      rule === "template-not-found"
        ? `The page has no template ${selector}.`
        : `The page has no element ${selector}, as far as it is written here: what its scripts make is not seen.`,
      rule === "template-not-found"
        ? "Write the selector of a <template> that is in the page."
        : "Write the selector of something that is in every page where this is shown, or tell where that is by `pages`.",
    );
}
