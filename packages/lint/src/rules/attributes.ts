import { nearest } from "@shopkeeper/engine";
import { closest, has, own, type Markup } from "../markup.ts";
import { isRule } from "../rule-names.ts";
import { silencedBy } from "../silence.ts";
import { ATTRIBUTES, CONTROLS, FIELDS } from "../vocabulary.ts";
import { at, checkStrategies, checkWord, written, type World } from "../world.ts";

const is = (pattern: RegExp) => (element: Markup) =>
  pattern.test(element.name) || (/button/.test(`${pattern}`) && element.attributes.get("role") === "button");
const beside =
  (...names: string[]) =>
  (element: Markup) =>
    names.some((name) => has(element, name));
const inSlot = ({ name, parent }: Markup) => name === "template" && !!parent && has(parent, "slot");
const inRail = (element: Markup) => !!closest(element.parent, beside("rail"));

/** What a form control may hold that is kept as a preference; as the script has it. */
const KEPT = /^(text|radio|checkbox|date|month|number)$/;
const isPreference = ({ name, attributes }: Markup) =>
  name === "select"
    ? !attributes.has("multiple")
    : name === "input" && KEPT.test(attributes.get("type") ?? "text");

/** Where an attribute does nothing, and where it belongs. */
const PLACES: Record<string, [isRight: (element: Markup) => boolean, belongs: string]> = {
  limit: [beside("rail"), "on the element with data-sk-rail"],
  min: [beside("rail"), "on the element with data-sk-rail"],
  trigger: [beside("popup"), "on the template with data-sk-popup"],
  cap: [beside("popup"), "on the template with data-sk-popup"],
  place: [beside("popup"), "on the template with data-sk-popup"],
  popup: [is(/^template$/), "on a <template>"],
  variation: [inSlot, "on a <template> that is a child of a slot"],
  experiment: [({ name }) => name !== "template", "on a slot, or on an element that your own code fills"],
  field: [inRail, "in the card of a rail"],
  item: [beside("track", "wish"), "beside data-sk-track or data-sk-wish"],
  profile: [
    isPreference,
    "on a select, or an input of the type text, radio, checkbox, date, month or number",
  ],
  wish: [is(/^(button|input)$/), "on a button, so that it can be used by keyboard"],
  do: [is(/^(button|input|a|summary)$/), "on a button or a link, so that it can be used by keyboard"],
  privacy: [
    is(/^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/),
    "on a <div>, a <section> or another plain block",
  ],
  config: [
    ({ name, attributes }) => name === "script" && attributes.get("type") === "application/json",
    'on a <script type="application/json">',
  ],
};

/** Names that only a slip away from ours are: `data-sk_slot`, `sk-slot`, `data-skslot`. */
function meantBy(name: string): string | undefined {
  const [, word] = /^(?:data-)?sk[-_]?(\w+)$/.exec(name) ?? [];
  return word && !name.startsWith("data-sk-") && ATTRIBUTES.includes(word) ? word : undefined;
}

function checkName({ report }: World, element: Markup, attribute: string): void {
  const spot = { element, attribute };
  const slip = meantBy(attribute);
  const name = attribute.startsWith("data-sk-") ? attribute.slice(8) : undefined;
  if (name === undefined ? !slip : ATTRIBUTES.includes(name)) return;
  const meant = slip ?? nearest(name!, ATTRIBUTES);
  report(
    "unknown-attribute",
    spot,
    `There is no attribute ${attribute}.`,
    meant ? `Did you mean data-sk-${meant}?` : "docs/attributes.md tells those that there are.",
  );
}

function checkPlace({ report }: World, element: Markup, name: string): void {
  const [isRight, belongs] = Object.hasOwn(PLACES, name) ? PLACES[name]! : [];
  if (!isRight || isRight(element)) return;
  report(
    "misplaced-attribute",
    at(element, name),
    `data-sk-${name} does nothing on this <${element.name}>.`,
    `It belongs ${belongs}.`,
  );
}

/** Words that have to be one of a few. */
function checkWords(world: World, element: Markup): void {
  checkStrategies(world, written(element, "rail"), at(element, "rail"));
  checkWord(world, "unknown-control", "act", written(element, "do"), CONTROLS, at(element, "do"));
  const field = written(element, "field");
  const meant = field === undefined || FIELDS.includes(field) ? undefined : nearest(field, FIELDS);
  // A product may have any field, so only what looks like a slip is told.
  if (meant)
    world.report(
      "unknown-field",
      at(element, "field"),
      `Products commonly have no field "${field}".`,
      `Did you mean ${meant}?`,
    );
  for (const rule of silencedBy(own(element, "lint") ?? ""))
    if (rule !== "*" && !isRule(rule))
      world.report(
        "unknown-rule",
        at(element, "lint"),
        `There is no rule "${rule}".`,
        'Write data-sk-lint="off" and the name of a rule, as it stands in what was found.',
      );
}

/** How many products a rail shows. */
function checkCounts({ report }: World, rail: Markup): void {
  const [limit, min] = ["limit", "min"].map((name) => {
    const text = written(rail, name);
    if (text === undefined) return undefined;
    if (/^\s*[1-9]\d*\s*$/.test(text)) return Number(text);
    return void report(
      "wrong-value",
      at(rail, name),
      `data-sk-${name} is "${text}" and does not count.`,
      "Write a whole number from 1 on.",
    );
  });
  if (min !== undefined && min > (limit ?? 8))
    report(
      "never-shown",
      at(rail, "min"),
      `This rail can never be shown: it wants ${min} products and takes ${limit ?? 8} at most.`,
      "Make data-sk-min no more than data-sk-limit, which is 8 where it is not written.",
    );
}

/** The names of our attributes, where they stand, and what stands in them. */
export function checkAttributes(world: World): void {
  for (const element of world.elements) {
    for (const attribute of element.attributes.keys()) {
      if (!/^(data-)?sk/.test(attribute)) continue;
      checkName(world, element, attribute);
      if (attribute.startsWith("data-sk-")) checkPlace(world, element, attribute.slice(8));
    }
    checkWords(world, element);
    if (has(element, "rail")) checkCounts(world, element);
  }
}
