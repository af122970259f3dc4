import type { Item } from "@shopkeeper/engine";
import { fieldOf, fillCard, itemOfCard } from "./card.ts";
import { cloneTemplate } from "./clone-template.ts";
import { create, listen, targetOf } from "../dom/elements.ts";
import { place } from "./place.ts";
import { createHost } from "./shadow-host.ts";
import { alternativesOf, showInstead } from "./slot.ts";
import type { Undo } from "../dom/undo.ts";
import { scrollButtons } from "./scroll-buttons.ts";
import { english } from "../words/english.ts";
import type { Words } from "../words/words.ts";
import { ownDocument } from "../dom/own-document.ts";

/** What a `data-sk-rail` container asks for. */
export interface RailRequest {
  strategy: string;
  /** The most products to show. @default 8 */
  limit: number;
  /** Fewer products than this show nothing. @default 1 */
  min: number;
}

export interface RailOptions {
  /** Heading of the built-in rail. */
  title?: string | undefined;
  /** Fewer products than this show nothing. @default 1 */
  min?: number | undefined;
  /** @default English */
  words?: Partial<Words> | undefined;
}

/** A product's link has been followed. */
type Clicked = (item: Item) => void;

/** What a container asks for; `undefined` while the parser may still bring its card. */
export function railOf(container: Element): RailRequest | undefined {
  if (!alternativesOf(container)) return undefined;
  const number = (name: string) => Number(container.getAttribute(`data-sk-${name}`));
  return {
    strategy: container.getAttribute("data-sk-rail") ?? "",
    limit: number("limit") || 8,
    min: number("min") || 1,
  };
}

/** Whether a container shows nothing yet, but keeps a place free, so that what comes into it late moves nothing. */
export const hasRoom = (container: Element): boolean =>
  [...container.children].every((child) => child instanceof HTMLTemplateElement) &&
  container.clientHeight > 0;

/**
 * Shows products in a container in place of its children, each as its `<template>` says, else as a built-in rail.
 *
 * @returns `undefined`, and nothing is changed, where there are too few.
 */
export function showRail(
  container: Element,
  items: Item[],
  options: RailOptions = {},
  clicked?: Clicked,
): Undo | undefined {
  const template = alternativesOf(container)?.[0];
  if (!template) {
    const rail = createRail(items, options, clicked);
    return rail && place(rail, container, "replace", true);
  }
  const cards = createCards(items, () => cloneTemplate(template), options, clicked);
  return cards && showInstead(container, cards);
}

/** The built-in rail, to be placed; `undefined` where there are too few products that have a name and an address. */
export function createRail(
  items: Item[],
  { title, words: given, ...options }: RailOptions = {},
  clicked?: Clicked,
): HTMLElement | undefined {
  const words = { ...english, ...given };
  const known = items.filter((item) => fieldOf(item, "name") && fieldOf(item, "url"));
  const cards = createCards(known, () => builtInCard(words), options, clicked);
  if (!cards) return undefined;
  const list = create("ul", { part: "list", role: "list" }, ...cards);
  return createHost(
    "shopkeeper-rail",
    create(
      "section",
      { part: "rail", "aria-labelledby": title ? "title" : undefined },
      create(
        "div",
        { part: "head" },
        ...(title ? [create("h2", { part: "title", id: "title" }, title)] : []),
        ...scrollButtons(list, words),
      ),
      list,
    ),
  );
}

/** The cards of all products that leave something in them; `undefined` where these are too few. */
function createCards(
  items: Item[],
  empty: () => DocumentFragment,
  { min = 1 }: RailOptions,
  clicked?: Clicked,
): Element[] | undefined {
  const cards = items.map((item) => fillCard(empty(), item)).filter((card) => card.length);
  if (!cards.length || cards.length < min) return undefined;
  return cards.flat().map((card) => {
    listen(card, "click", (event) => {
      if (targetOf(event, "a")) clicked?.(itemOfCard(card)!);
    });
    return card;
  });
}

/** A link with picture, name and prices. The picture tells no more than the name, so its `alt` is empty. */
function builtInCard({ listPrice }: Words): DocumentFragment {
  const part = (tag: string, name: string, attributes = {}, ...children: Node[]) =>
    create(tag, { part: name, "data-sk-field": name, ...attributes }, ...children);
  const card = ownDocument.createDocumentFragment();
  card.append(
    create(
      "li",
      { part: "card" },
      part(
        "a",
        "url",
        { part: "link" },
        part("img", "image", { alt: "", loading: "lazy", decoding: "async", width: "240", height: "240" }),
        part("b", "name"),
        create(
          "span",
          { part: "prices" },
          part("span", "price"),
          " ",
          part("s", "list_price", { "data-word": listPrice }),
          " ",
          part("span", "discount_percent", { part: "discount" }),
        ),
      ),
    ),
  );
  return card;
}
