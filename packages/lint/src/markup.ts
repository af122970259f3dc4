/**
 * An element as the rules see it, of a parsed file or of a page in a browser.
 *
 * @typeParam Origin What it was read from: tells whoever asked where a finding is.
 */
export interface Markup<Origin = unknown> {
  /** In small letters: `"img"`. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  parent?: Markup<Origin> | undefined;
  /** Elements and texts in order; of a `<template>` those of its content. */
  nodes: (Markup<Origin> | string)[];
  origin: Origin;
}

/** A page as the rules see it. */
export interface Page<Origin = unknown> {
  root: Markup<Origin>;
  /** The comments of the page: one may silence a rule. */
  comments: string[];
  /**
   * Whether a selector means an element of the page, those in templates left out; `undefined` where that cannot be told.
   *
   * @throws Where it is no selector.
   */
  has(selector: string): boolean | undefined;
  /** What a style property of an element is, where that is known: `"16 / 9"` for `aspect-ratio`. */
  style?(element: Markup<Origin>, property: string): string | undefined;
  /** Whether an element is seen without scrolling. Absent: guessed by what stands before it. */
  isFirstScreen?(element: Markup<Origin>): boolean;
}

/** The elements among the children. */
export const childrenOf = <Origin>({ nodes }: Markup<Origin>): Markup<Origin>[] =>
  nodes.filter((node) => typeof node !== "string");

/** All elements below one, in the order of the text, those in templates included. */
export function below<Origin>(element: Markup<Origin>): Markup<Origin>[] {
  const found: Markup<Origin>[] = [];
  // With a list of its own, for a page may be nested as deep as it likes.
  const open = childrenOf(element).reverse();
  for (let next; (next = open.pop());) {
    found.push(next);
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index--) open.push(children[index]!);
  }
  return found;
}

/** All text in an element. */
export const textOf = (element: Markup): string =>
  [element, ...below(element)]
    .flatMap(({ nodes }) => nodes.filter((node) => typeof node === "string"))
    .join(" ")
    .trim();

/** The element itself or the nearest around it that is as wanted. */
export function closest<Origin>(
  element: Markup<Origin> | undefined,
  isWanted: (element: Markup<Origin>) => boolean,
): Markup<Origin> | undefined {
  for (let each = element; each; each = each.parent) if (isWanted(each)) return each;
  return undefined;
}

/** What an attribute of ours says: `own(slot, "slot")` is its `data-sk-slot`. */
export const own = ({ attributes }: Markup, name: string): string | undefined =>
  attributes.get(`data-sk-${name}`);

/** Whether an element has an attribute of ours. */
export const has = (element: Markup, name: string): boolean => own(element, name) !== undefined;

/** Whether a node shows anything, as a text of white space does not. */
export const isContent = (node: Markup | string): boolean =>
  typeof node === "string" ? !!node.trim() : !/^(script|style|template|meta|link|noscript)$/.test(node.name);
