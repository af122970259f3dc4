import { checkText } from "../expression.ts";
import { isContent, own } from "../markup.ts";
import { at, type World } from "../world.ts";

/** Texts with facts in them. */
export function checkTexts(world: World): void {
  for (const element of world.elements) {
    const text = own(element, "text");
    if (text === undefined) continue;
    const bare = checkText(world, text, (offset) => at(element, "text", offset));
    if (!bare.length || element.nodes.some(isContent)) continue;
    world.report(
      "missing-default",
      at(element, "text"),
      `The element is empty where ${bare.join(" or ")} is not known.`,
      `Write what stands for it, {${bare[0]}|…}, or give the element content of its own.`,
    );
  }
}
