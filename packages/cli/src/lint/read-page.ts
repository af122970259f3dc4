import type { Markup, Page } from "@shopkeeper/lint";
import { selectOne } from "css-select";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { parseSelector } from "./parse-selector.ts";

/** Where an element was read from. */
export type Origin = Tree.Element["sourceCodeLocation"];

/** A page of a file, for the rules. */
export type FilePage = Page<Origin>;

const isElement = (node: Tree.Node): node is Tree.Element => "tagName" in node;

const childrenOf = (node: Tree.ParentNode): Tree.ChildNode[] =>
  isElement(node) && "content" in node ? (node as Tree.Template).content.childNodes : node.childNodes;

function toMarkup(element: Tree.Element, parent: Markup<Origin> | undefined): Markup<Origin> {
  return {
    name: element.tagName,
    attributes: new Map(
      element.attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    ),
    parent,
    nodes: [],
    origin: element.sourceCodeLocation,
  };
}

/** Reads the nodes of a document, without going down into itself: a page may be nested as deep as it likes. */
function readNodes(document: Tree.Document): { root: Markup<Origin>; comments: string[] } {
  const root: Markup<Origin> = { name: "#document", attributes: new Map(), nodes: [], origin: undefined };
  const comments: string[] = [];
  const open: [Tree.ParentNode, Markup<Origin>][] = [[document, root]];
  for (let next; (next = open.pop());) {
    const [from, to] = next;
    for (const node of childrenOf(from)) {
      if (isElement(node)) {
        const made = toMarkup(node, to);
        to.nodes.push(made);
        open.push([node, made]);
      } else if (node.nodeName === "#text") to.nodes.push((node as Tree.TextNode).value);
      else if (node.nodeName === "#comment") comments.push((node as Tree.CommentNode).data);
    }
  }
  return { root, comments };
}

/** What css-select asks of a tree. Templates are not looked into, as a browser does not. */
const adapter = {
  isTag: (node: Markup | string): node is Markup => typeof node !== "string",
  getAttributeValue: ({ attributes }: Markup, name: string) => attributes.get(name),
  getChildren: (node: Markup | string) =>
    typeof node === "string" || node.name === "template" ? [] : node.nodes,
  getName: ({ name }: Markup) => name,
  getParent: (node: Markup | string) =>
    typeof node === "string" || node.parent?.name === "#document" ? null : (node.parent ?? null),
  getSiblings: (node: Markup | string) =>
    typeof node === "string" ? [node] : (node.parent?.nodes ?? [node]),
  getText: (node: Markup | string): string =>
    typeof node === "string" ? node : node.nodes.map((each) => adapter.getText(each)).join(""),
  hasAttrib: ({ attributes }: Markup, name: string) => attributes.has(name),
  removeSubsets: (nodes: (Markup | string)[]) => nodes,
};

/** Reads the HTML of a page. There is none that it cannot read: a browser's rules for broken HTML are followed. */
export function readPage(html: string): FilePage {
  const { root, comments } = readNodes(parse(html, { sourceCodeLocationInfo: true }));
  return {
    root,
    comments,
    has(selector) {
      const asked = parseSelector(selector);
      try {
        return !!selectOne<Markup | string, Markup>(asked, root.nodes as (Markup | string)[], { adapter });
      } catch {
        // A browser knows more of them than we do: `:popover-open`.
        return undefined;
      }
    },
  };
}
