import { below, has, own, textOf, type Markup } from "../markup.ts";
import { inTemplates, isCard, templatesIn, type World } from "../world.ts";

const isDecoration = ({ attributes }: Markup) =>
  /^(presentation|none)$/.test(attributes.get("role") ?? "") || attributes.get("aria-hidden") === "true";

/** Pictures of our templates have to say what they show. One of a product says its name, if nothing else. */
function checkAlt(world: World): void {
  for (const { element, template } of inTemplates(world)) {
    const { name, attributes } = element;
    if (name !== "img" || attributes.has("alt") || isDecoration(element)) continue;
    if (own(element, "field") === "image" && isCard(template)) continue;
    world.report(
      "missing-alt",
      { element },
      "This picture has no alternative text: a screen reader would read out its address.",
      'Write alt="…", what it tells; alt="" where it tells nothing that does not stand beside it.',
    );
  }
}

/** A property in a style attribute. */
const inline = ({ attributes }: Markup, property: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, "i").exec(attributes.get("style") ?? "")?.[1]?.trim();

const isSet = (value: string | undefined) => !!value && !/^(auto|none|0(px)?)$/.test(value);

/** Whether the room that an element takes is known before its picture is there. */
function isReserved({ page }: World, element: Markup): boolean {
  const known = (property: string) => isSet(inline(element, property) ?? page?.style?.(element, property));
  return known("aspect-ratio") || isSet(inline(element, "height")) || known("min-height");
}

const hasSize = ({ attributes }: Markup) => attributes.has("width") && attributes.has("height");

/** Whether an element or one around it, up to the outermost that we fill, has its room reserved. */
function isRoomKept(world: World, element: Markup, outermost: Markup): boolean {
  for (let each: Markup | undefined = element; each; each = each.parent) {
    if (isReserved(world, each)) return true;
    if (each === outermost) return false;
  }
  return false;
}

/** Whether what stands before an element fills a phone's first screen: a guess, where nobody has laid the page out. */
export function isFirstScreen({ page, elements }: World, element: Markup): boolean {
  if (page?.isFirstScreen) return page.isFirstScreen(element);
  let room = 0;
  for (const each of elements) {
    if (each === element) break;
    if (each.name === "img") room += 250;
    else if (/^(p|li|h[1-6]|td|dd)$/.test(each.name)) room += Math.min(30 + textOf(each).length, 200);
    if (room > 1500) return false;
  }
  return true;
}

function checkSizes(world: World, host: Markup): void {
  for (const image of below(host)) {
    if (image.name !== "img" || hasSize(image) || isRoomKept(world, image, host)) continue;
    world.report(
      "no-reserved-size",
      { element: image },
      "This picture has no size: what stands below it would jump when it comes.",
      "Write its width and height, or reserve its room with aspect-ratio.",
    );
  }
}

/** Slots and rails have to keep their room, whatever comes to stand in them. */
function checkRoom(world: World): void {
  for (const host of world.elements) {
    const isRail = has(host, "rail");
    if (!isRail && !(has(host, "slot") && templatesIn(host).length)) continue;
    checkSizes(world, host);
    const isEmpty =
      isRail && host.nodes.every((node) => typeof node === "string" || node.name === "template");
    if (isEmpty && isFirstScreen(world, host) && !isRoomKept(world, host, host))
      world.report(
        "no-reserved-size",
        { element: host },
        "This rail is in the first screen and has no height before it is filled, as far as can be seen here.",
        "Reserve one with min-height, or move the rail down.",
      );
  }
}

/** Pictures: what they tell, and the room that they take. */
export function checkPictures(world: World): void {
  checkAlt(world);
  checkRoom(world);
}
