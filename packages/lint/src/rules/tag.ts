import { nearest } from "@shopkeeper/engine";
import { checkExpression } from "../expression.ts";
import { closest, has, own, type Markup } from "../markup.ts";
import {
  CONSENT,
  INTERRUPTING,
  OPTIONS,
  PLACES,
  POSITIONS,
  READY_MADE,
  TAG_ATTRIBUTES,
} from "../vocabulary.ts";
import { checkWord, isAsleep, isFilledIn, mendWord, tagsOf, templatesIn, type World } from "../world.ts";
import { checkPages } from "./experiences.ts";
import { isFirstScreen } from "./pictures.ts";
import { checkCap, checkTrigger } from "./popups.ts";
import { checkSelector } from "./selectors.ts";

/** Whether a script is run where it stands, so that what is above it, and only that, is there. */
const isPlain = ({ attributes }: Markup): boolean =>
  !attributes.has("async") && !attributes.has("defer") && attributes.get("type") !== "module";
const isDeferred = ({ attributes }: Markup): boolean =>
  !attributes.has("async") && (attributes.has("defer") || attributes.get("type") === "module");

/** An option of a ready-made experience: `data-idle-help-after="45s"`. */
function checkOption(world: World, tag: Markup, attribute: string, experience: string): void {
  const { report } = world;
  const option = attribute.slice(`data-${experience}-`.length);
  const value = tag.attributes.get(attribute)!;
  const spot = { element: tag, attribute };
  if (!OPTIONS.includes(option))
    return report(
      "unknown-attribute",
      spot,
      `${experience} has no option "${option}".`,
      mendWord(option, OPTIONS),
    );
  if (isFilledIn(value)) return;
  const interrupts = INTERRUPTING.includes(experience);
  if (option === "into") checkSelector(world, value, spot);
  if (option === "after") checkTrigger(world, `idle ${value}`, spot, interrupts);
  if (option === "trigger") checkTrigger(world, value, spot, interrupts);
  if (option === "cap") checkCap(world, value, spot);
  if (option === "place") checkWord(world, "unknown-place", "place", value, PLACES, spot);
  if (option === "position") checkWord(world, "unknown-position", "position", value, POSITIONS, spot);
  if (option === "pages") checkPages(world, value.trim().split(/[\s,]+/), () => spot);
  if (option === "when") checkExpression(world, value, (offset) => ({ ...spot, offset }), experience);
}

function checkAttributesOf(world: World, tag: Markup): void {
  const value = (name: string) => tag.attributes.get(`data-${name}`);
  for (const name of (value("experiences") ?? "").split(/[\s,]+/))
    if (name && !isFilledIn(value("experiences")!))
      checkWord(world, "unknown-experience", "experience", name, READY_MADE, {
        element: tag,
        attribute: "data-experiences",
        offset: value("experiences")!.indexOf(name),
      });
  checkWord(world, "wrong-value", "consent", value("consent"), CONSENT, {
    element: tag,
    attribute: "data-consent",
  });
  for (const attribute of tag.attributes.keys()) {
    const name = attribute.replace(/^data-/, "");
    const experience = READY_MADE.find((each) => name.startsWith(`${each}-`));
    if (experience) checkOption(world, tag, attribute, experience);
    else if (attribute.startsWith("data-") && !TAG_ATTRIBUTES.includes(name) && !name.startsWith("sk-")) {
      const meant = nearest(name, TAG_ATTRIBUTES);
      // A tag may carry attributes for others: only a slip is told.
      if (meant)
        world.report(
          "unknown-attribute",
          { element: tag, attribute },
          `The tag has no attribute ${attribute}.`,
          `Did you mean data-${meant}?`,
        );
    }
  }
}

/** Where the configuration of the page stands, and whether it is read at all. */
function checkConfigurations({ elements, report }: World, tag: Markup | undefined): void {
  const [first, ...others] = elements.filter((each) => each.name === "script" && has(each, "config"));
  for (const element of others)
    report(
      "two-configurations",
      { element },
      "This configuration is not read: there is another one above it.",
      "Make one of the two.",
    );
  if (!first || !tag) return;
  if (tag.attributes.has("data-config"))
    report(
      "two-configurations",
      { element: first },
      "This configuration is not read: the tag has a file of its own (data-config).",
      "Make one of the two.",
    );
  else if (elements.indexOf(first) > elements.indexOf(tag) && !isDeferred(tag))
    report(
      "configuration-below-tag",
      { element: first },
      "This configuration stands below the tag, and is not read.",
      "Put it above the tag.",
    );
}

/** Whether the tag comes in time for the first frame. */
function checkTime(world: World, tag: Markup): void {
  const { elements, report } = world;
  const inHead = closest(tag, ({ name }) => name === "head");
  if ((isPlain(tag) && inHead) || elements.some((each) => has(each, "first-frame"))) return;
  const slot = elements.find(
    (each) => has(each, "slot") && templatesIn(each).length && !isAsleep(each) && isFirstScreen(world, each),
  );
  if (slot)
    report(
      "late-tag",
      { element: tag },
      `The tag comes too late for the first frame, and the slot "${own(slot, "slot")}" stands in the first screen: it changes from the next page on, or not at all.`,
      "Put the tag plain into the <head>, without async or defer, or the first-frame snippet.",
    );
}

/** The script tag itself. */
export function checkTag(world: World): void {
  const [tag, ...others] = tagsOf(world);
  checkConfigurations(world, tag);
  if (!tag) return;
  for (const element of others)
    world.report(
      "tag-twice",
      { element },
      "The tag stands in the page twice: only the first one counts, with its attributes.",
      "Take this one out, and give the first what it says.",
    );
  checkAttributesOf(world, tag);
  checkTime(world, tag);
}
