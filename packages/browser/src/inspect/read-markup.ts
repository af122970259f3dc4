import type { Markup, Page } from "@shopkeeper/lint";
import { SLOT } from "../render/slot-of.ts";
import { ownDocument } from "../dom/own-document.ts";

/** What we have put into the page ourselves, and no merchant has written. */
const isOurs = (element: Element): boolean =>
  element.slot === SLOT || element.localName.startsWith("shopkeeper-");

const contentOf = (element: Element): ParentNode & Node =>
  element instanceof HTMLTemplateElement ? element.content : element;

// `<input name="attributes">` hides those of its form, and `childNodes` likewise.
const attributesOf = (element: Element): NamedNodeMap =>
  Reflect.get(Element.prototype, "attributes", element) as NamedNodeMap;
const nodesOf = (node: Node): NodeListOf<ChildNode> =>
  Reflect.get(Node.prototype, "childNodes", node) as NodeListOf<ChildNode>;

function toMarkup(element: Element, parent?: Markup<Element>): Markup<Element> {
  const attributes = new Map<string, string>();
  for (const { name, value } of attributesOf(element)) attributes.set(name, value);
  return { name: element.localName, attributes, parent, nodes: [], origin: element };
}

/** The page as it is now, for the rules: what a merchant wrote, and what scripts have made of it. */
export function readMarkup(): Page<Element> {
  const comments: string[] = [];
  const root = toMarkup(ownDocument.documentElement);
  const open = [root];
  for (let next; (next = open.pop());)
    for (const node of nodesOf(contentOf(next.origin))) {
      if (node instanceof Text) next.nodes.push(node.data);
      else if (node instanceof Comment) comments.push(node.data);
      else if (node instanceof Element && !isOurs(node)) {
        const made = toMarkup(node, next);
        next.nodes.push(made);
        open.push(made);
      }
    }
  return {
    root,
    comments,
    has: (selector) => !!ownDocument.querySelector(selector),
    style: ({ origin }, property) =>
      origin.isConnected ? getComputedStyle(origin).getPropertyValue(property) : undefined,
    isFirstScreen: ({ origin }) => origin.getBoundingClientRect().top + scrollY < innerHeight,
  };
}
