import type { Fields } from "../clean-item.ts";
import { queryAll } from "../query.ts";

/** How a syntax writes nodes into elements. */
export interface Syntax {
  /** The elements that are a node each. */
  nodes: string;
  /** The attribute that names what an element says of the node that it is in. */
  property: string;
  /** The node's `@type` and `@id`, and whether it is schema.org's. */
  open(element: Element): Fields;
  /** The plain names of a property attribute's words. */
  names(words: string, element: Element): string[];
}

/** More elements than any page marks up. */
const MOST = 5000;

/** So many elements are gone through before the page may go on. */
const SLICE = 250;

/** What is meant to be read although it stands in a link. */
const WORDED = /^(name|brand|manufacturer|category|sku|model|color|price)$/;

/** The beginning of an element's text: around half a page may stand an element that says it is a name. */
function textOf(element: Element): string {
  const walk = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let steps = 0; text.length < 4000 && steps < 200 && walk.nextNode(); steps++)
    text += (walk.currentNode as Text).data.slice(0, 4000);
  return text.slice(0, 4000);
}

/** @see https://html.spec.whatwg.org/multipage/microdata.html#values */
function valueOf(element: Element, name: string): string {
  const attribute = (...names: string[]): string | undefined =>
    names.map((each) => element.getAttribute(each)).find((value) => value && !value.startsWith("data:")) ??
    undefined;
  const text = textOf(element);
  return (
    // Not only on `<meta>`: search engines take it from any element, and so shops write it on any.
    attribute("content") ??
    (WORDED.test(name) && text.trim()
      ? text
      : attribute("href", "src", "data-src", "resource", "datetime")) ??
    text
  );
}

const add = (node: Fields, name: string, value: unknown): void => {
  // Not through `__proto__`, and not over what the node is.
  if (/^[a-z]\w*$/i.test(name)) node[name] = Object.hasOwn(node, name) ? [node[name], value].flat() : value;
};

/**
 * The nodes that stand in elements, as JSON-LD would have them: `{ "@type": "Product", name: "Wool", offers: {…} }`.
 *
 * @returns Those that are not inside another one.
 */
export function* markupNodes(
  document: Document,
  { nodes, property, open, names }: Syntax,
): Generator<unknown, Fields[]> {
  const made = new Map<Element, Fields>();
  for (const element of queryAll(document, nodes).slice(0, MOST)) {
    made.set(element, open(element));
    if (made.size % SLICE == 0) yield;
  }
  const inside = new Set<Fields>();
  const tell = (element: Element, node: Fields | undefined): void => {
    const own = made.get(element);
    if (!node || node === own) return;
    if (own) inside.add(own);
    // `<meta itemprop="brand" itemscope content="Nordlicht">` is a node that says nothing but this.
    const isNode = own && (element.childElementCount || !element.hasAttribute("content"));
    for (const name of names(element.getAttribute(property)!, element))
      add(node, name, isNode ? own : valueOf(element, name));
  };
  const ownerOf = (element: Element): Element | null | undefined => element.parentElement?.closest(nodes);
  const telling = queryAll(document, `[${property}]`).slice(0, MOST);
  for (const [index, element] of telling.entries()) {
    if (index % SLICE == SLICE - 1) yield;
    const owner = ownerOf(element);
    if (owner) tell(element, made.get(owner));
  }
  for (const element of queryAll(document, "[itemref]").slice(0, 50)) {
    yield;
    for (const id of element.getAttribute("itemref")!.split(/\s+/).slice(0, 20)) {
      const target = id && Object.getPrototypeOf(document).getElementById.call(document, id);
      if (target)
        for (const each of telling)
          if (target.contains(each) && ownerOf(each) === ownerOf(target)) tell(each, made.get(element));
    }
  }
  return [...made.values()].filter((node) => node["@type"] && !inside.has(node));
}
