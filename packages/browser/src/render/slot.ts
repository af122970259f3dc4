import { cloneTemplate } from "./clone-template.ts";
import { create } from "../dom/elements.ts";
import { isParsed } from "./is-parsed.ts";
import { isUnseen } from "./is-unseen.ts";
import { SLOT, slotOf } from "./slot-of.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { showWhen } from "./when.ts";

/** Whether a node shows anything, as a text of white space does not. */
const isContent = (node: Node) => node instanceof Element || (node instanceof Text && !!node.data.trim());

/**
 * The templates in an element, in order; `undefined` while the parser may still bring some. Those that are written
 * before the default content are known when it begins.
 */
export function alternativesOf(host: Element): HTMLTemplateElement[] | undefined {
  const parsed = isParsed(host);
  const templates: HTMLTemplateElement[] = [];
  for (const node of host.childNodes) {
    if (node instanceof HTMLTemplateElement) templates.push(node);
    else if (!parsed && templates.length && isContent(node)) return templates;
  }
  return parsed ? templates : undefined;
}

/** Whether the content of a slot can be exchanged without the shopper seeing it. */
export const isSlotUnseen = (host: Element, fresh: boolean): boolean =>
  // Content that stands before the templates may have been painted while they were awaited.
  (fresh && host.firstElementChild instanceof HTMLTemplateElement) || isUnseen(host);

/** Shows the content of a template in place of an element's children. */
export const showAlternative = (host: Element, template: HTMLTemplateElement): Undo =>
  showInstead(host, [...cloneTemplate(template).childNodes]);

/**
 * Shows nodes in place of an element's children. These stay where they are and are merely not rendered: nothing that
 * a framework owns is moved or removed, and what the parser adds to them later does not show either.
 *
 * The nodes become children too, so that the shop's styles reach them. React 18 and 19, when they take over an element
 * that has come from their server, do not forgive that: they report error 418 and build their page anew, in which the
 * nodes are then shown again. An element that is given its content as `dangerouslySetInnerHTML` is left alone.
 */
export function showInstead(host: Element, nodes: Node[]): Undo {
  const shown = nodes
    // A space between two words is content; an indentation, in a flex container, would be an item too many.
    .filter((node) => isContent(node) || node.textContent === " ")
    .map((node) => (node instanceof Element ? node : create("span", {}, node)));
  const undos: Undo[] = [() => shown.forEach((element) => element.remove())];
  if (slotOf(host)) for (const element of shown) element.slot = SLOT;
  else undos.push(hideOthers(host, shown));
  host.append(...shown);
  return undoAll(undos);
}

/** Hides an element's children, and those that come, one by one; shows them again when ours have been taken out. */
function hideOthers(host: Element, shown: Element[]): Undo {
  const undos: Undo[] = [];
  const known = new WeakSet<Node>(shown);
  const hide = () => {
    for (const node of host.childNodes) {
      if (known.has(node) || !isContent(node)) continue;
      known.add(node);
      if (node instanceof Text) {
        const { data } = node;
        node.data = "";
        undos.push(() => (node.data ||= data));
      } else undos.push(showWhen(node as Element, false));
    }
  };
  const undo = undoAll(undos);
  const observer = new MutationObserver(() => (shown[0]?.parentNode === host ? hide() : undo()));
  hide();
  observer.observe(host, { childList: true });
  undos.unshift(() => observer.disconnect());
  return undo;
}
