import { below, has, own, textOf, type Markup } from "../markup.ts";
import { inTemplates, isAsleep, isCard, isFilledIn, ourTemplates, type World } from "../world.ts";

/** What is left out when a template is copied; as the script has it. */
const RUNS = /^(script|object|embed|applet|base|meta)$/;
const PROGRAM = /(?:java|vb)script:|data:[^,]*(?:html|xml)/i;

// oxlint-disable-next-line no-control-regex -- browsers skip these in an address, so does a clever one who hides it
export const isProgram = (value: string): boolean => PROGRAM.test(value.replace(/[\0- ]+/g, ""));

function checkDropped({ report }: World, element: Markup): void {
  if (RUNS.test(element.name))
    report(
      "dropped-from-template",
      { element },
      `<${element.name}> is left out when this template is shown.`,
      "Put it into the page itself, outside of the template.",
    );
  for (const [attribute, value] of element.attributes) {
    const drops = /^(on.*|srcdoc|autofocus)$/i.test(attribute);
    if (!drops && (element.name === "img" || !isProgram(value))) continue;
    report(
      "dropped-from-template",
      { element, attribute },
      `${attribute} is left out when this template is shown${drops ? "" : ": its address is a program"}.`,
      /^on/i.test(attribute)
        ? "Listen to the event from a script of yours, on an element around the template."
        : "Take it out.",
    );
  }
}

/** Whether something names a control for those who do not see it. */
function hasName(control: Markup): boolean {
  return [control, ...below(control)].some(
    (each) =>
      has(each, "field") ||
      has(each, "text") ||
      each.name === "title" ||
      ["aria-label", "aria-labelledby", "title", "alt", "value"].some((name) =>
        each.attributes.get(name)?.trim(),
      ),
  );
}

function checkControl({ report }: World, element: Markup): void {
  const { name, attributes } = element;
  if (name !== "a" && name !== "button") return;
  if (!textOf(element) && !hasName(element))
    report(
      "unnamed-control",
      { element },
      `This ${name === "a" ? "link" : "button"} has no name: a screen reader only says what kind of thing it is.`,
      'Put words into it, or write aria-label="…".',
    );
  if (name !== "a" || own(element, "field") === "url" || has(element, "do") || attributes.get("role")) return;
  const address = attributes.get("href");
  if (address !== undefined && !/^\s*#?\s*$/.test(address)) return;
  report(
    "link-without-address",
    address === undefined ? { element } : { element, attribute: "href" },
    "This link leads nowhere.",
    "Write where it leads, or make it a <button>.",
  );
}

const level = ({ name }: Markup): number => Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
const headings = (elements: Markup[]): Markup[] => elements.filter(level);

/** The headings of a template go on from those of the page, a level at a time. */
function checkHeadings({ report, elements }: World, template: Markup): void {
  const [first, ...others] = headings(below(template));
  if (!first) return;
  const slot = template.parent && has(template.parent, "slot") ? template.parent : undefined;
  const inSlot = slot ? headings(below(slot)).find((each) => !isAsleep(each)) : undefined;
  const inPage = elements.some((each) => level(each) === 1 && !isAsleep(each) && each !== inSlot);
  const say = (element: Markup, message: string, mend: string) =>
    report("heading-level", { element }, message, mend);
  if (inSlot && level(inSlot) !== level(first))
    say(
      first,
      `This heading is an <${first.name}>, that of the default content an <${inSlot.name}>.`,
      `Make it an <${inSlot.name}>.`,
    );
  else if (!inSlot && level(first) === 1 && inPage)
    say(first, "The page has an <h1> already.", "Make this one an <h2>.");
  let before = level(first);
  for (const each of others) {
    if (level(each) > before + 1)
      say(
        each,
        `An <${each.name}> follows an <h${before}>: a level is left out.`,
        `Make it an <h${before + 1}>.`,
      );
    before = level(each);
  }
}

function checkCard({ report }: World, template: Markup): void {
  if (below(template).some((each) => has(each, "field"))) return;
  report(
    "card-without-fields",
    { element: template },
    "This card asks for no field of its product: all cards would look alike.",
    'Write data-sk-field="name", "price", "image" or "url" on what shows them.',
  );
}

/** What stands in our templates, and will stand in the page. */
export function checkTemplates(world: World): void {
  for (const { element } of inTemplates(world)) {
    if ([...element.attributes.values()].some(isFilledIn)) continue;
    checkDropped(world, element);
    checkControl(world, element);
  }
  for (const template of ourTemplates(world)) {
    checkHeadings(world, template);
    if (isCard(template)) checkCard(world, template);
  }
}
