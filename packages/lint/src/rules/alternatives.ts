import type { Part } from "@shopkeeper/engine";
import { implies, readCondition, truthOf } from "../condition.ts";
import { checkExpression } from "../expression.ts";
import { has, isContent, own, type Markup } from "../markup.ts";
import { at, templatesIn, written, type World } from "../world.ts";

/** A condition that was asked before. */
interface Earlier {
  text: string;
  condition: Part;
}

/** Whether an earlier alternative is shown wherever this one could be. */
function checkEarlier({ report }: World, template: Markup, text: string, earlier: Earlier[]): void {
  const condition = readCondition(text);
  if (!condition) return;
  const before = earlier.find((each) => implies(condition, each.condition));
  earlier.push({ text, condition });
  if (!before) return;
  const always = truthOf(before.condition);
  report(
    "never-shown",
    at(template, "when"),
    always
      ? `This alternative can never be shown: an earlier one always is (${before.text}).`
      : `This alternative can never be shown: an earlier one is shown whenever it could be (${before.text}).`,
    "Put it before that one, or take it out.",
  );
}

function checkSlot(world: World, slot: Markup): void {
  const { report } = world;
  const earlier: Earlier[] = [];
  for (const template of templatesIn(slot)) {
    if (has(template, "variation") || (!has(template, "when") && template.attributes.has("id"))) continue;
    const text = written(template, "when");
    if (has(template, "when") && text === undefined) continue;
    if (!text?.trim())
      report(
        "never-shown",
        { element: template },
        "This alternative can never be shown: it has no condition.",
        'Give it data-sk-when="…", or move its content out of the template: what stands there is the default.',
      );
    else if (checkExpression(world, text, (offset) => at(template, "when", offset), "This alternative"))
      checkEarlier(world, template, text, earlier);
  }
}

/** Default content of a slot has to be there, and its templates before it. */
function checkDefault({ report }: World, slot: Markup): void {
  const templates = templatesIn(slot);
  if (!templates.length) return;
  const first = slot.nodes.findIndex(isContent);
  if (first < 0)
    return report(
      "missing-default",
      { element: slot },
      `The slot "${own(slot, "slot")}" has no default: it is empty for everyone whom no alternative is for.`,
      "Put what everybody else sees after its templates.",
    );
  const late = templates.find((template) => slot.nodes.indexOf(template) > first);
  if (late)
    report(
      "template-after-default",
      { element: late },
      "This template stands after default content, which may have been painted before it is known.",
      "Put the templates of a slot before its default content.",
    );
}

/** Conditions of elements that are in no slot: they are shown while theirs holds. */
function checkWhen(world: World, element: Markup): void {
  const text = written(element, "when");
  const inSlot = !!element.parent && has(element.parent, "slot");
  if (text === undefined || (element.name === "template" && (inSlot || has(element, "popup")))) return;
  if (element.name === "template")
    return world.report(
      "never-shown",
      at(element, "when"),
      "This template can never be shown: it stands in no slot.",
      "Make it a child of the element with data-sk-slot, or write data-sk-when on what is to be shown.",
    );
  if (text.trim()) checkExpression(world, text, (offset) => at(element, "when", offset), "This element");
  else
    world.report(
      "never-shown",
      at(element, "when"),
      "This element can never be shown: its condition is empty.",
      "Write a condition, or take data-sk-when off.",
    );
}

/** What can never be shown, and what is shown to everybody else. */
export function checkAlternatives(world: World): void {
  for (const element of world.elements) {
    if (has(element, "slot")) {
      checkSlot(world, element);
      checkDefault(world, element);
    }
    if (has(element, "when")) checkWhen(world, element);
  }
}
