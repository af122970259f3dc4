import { create } from "../dom/elements.ts";
import { safeAddress } from "../render/safe-address.ts";
import type { Kind, Line } from "./lines.ts";
import type { Wording } from "./wording.ts";

/** More than so many lines of a kind are shown when they are asked for. */
const AT_FIRST = 8;

/** What a section is made with. */
export interface SectionTools {
  wording: Wording;
  /** 2 to 6. */
  headingLevel: number;
  isOpen(kind: Kind): boolean;
}

/** A button that tells by its key what it is for; it keeps the focus when the panel is drawn again. */
export const button = (key: string, words: string, attributes: Record<string, string> = {}): HTMLElement =>
  create("button", { type: "button", part: "button", "data-key": key, ...attributes }, words);

export const heading = ({ headingLevel }: SectionTools, words: string): HTMLElement =>
  create(`h${headingLevel}`, { part: "heading" }, words);

export const note = (words: string): HTMLElement => create("p", { part: "note" }, words);

/** A list. Safari does not call it one where it has no bullets, unless it is told. */
export const list = (part: string, ...children: Node[]): HTMLElement =>
  create("ul", { part, role: "list" }, ...children);

/** The lines of a kind under a heading; nothing where there are none. */
export function sectionOf(kind: Kind, lines: Line[], tools: SectionTools): HTMLElement[] {
  if (!lines[0]) return [];
  const { wording, isOpen } = tools;
  const shown = isOpen(kind) ? lines : lines.slice(0, AT_FIRST);
  const hidden = lines.length - shown.length;
  const more = hidden
    ? [button(`more ${kind}`, wording.say("more", { count: hidden }), { part: "button more" })]
    : [];
  return [
    create(
      "div",
      { part: "section" },
      heading(tools, wording.say(`heading.${kind}`)),
      ...(kind === "cart" ? [note(wording.say("note.cart"))] : []),
      list("list", ...shown.map((line) => lineOf(line, tools))),
      ...more,
    ),
  ];
}

function lineOf(line: Line, { wording }: SectionTools): HTMLElement {
  const { kind, key, item } = line;
  const label = wording.labelOf(line);
  const image = safeAddress(item?.image);
  const href = safeAddress(item?.url);
  // A name may be written in another direction than the page, and so may a price.
  const apart = (words: string): HTMLElement => create("bdi", {}, words);
  const name = apart(label);
  const detail = wording.detailOf(line).flatMap((words, index) => [index ? " · " : "", apart(words)]);
  return create(
    "li",
    { part: "line" },
    ...(image ? [create("img", { part: "image", src: image, alt: "", loading: "lazy" })] : []),
    create(
      "div",
      {},
      href ? create("a", { part: "name", href }, name) : create("span", { part: "name" }, name),
      create("p", { part: "detail" }, ...detail),
    ),
    button(key, wording.say("forget"), {
      "aria-label": wording.say(`forget.${kind}`, { label }),
      "data-forget": "",
    }),
  );
}
