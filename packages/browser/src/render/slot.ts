import { cloneTemplate } from "./clone-template.ts";
import { create, matches } from "../dom/elements.ts";
import { isParsed } from "./is-parsed.ts";
import { isUnseen } from "./is-unseen.ts";
import { keep, type Standing } from "./keep.ts";
import { awaitsOwner } from "./owner.ts";
import { SLOT, slotOf } from "./slot-of.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { hide } from "./when.ts";
import { ownDocument } from "../dom/own-document.ts";

const isTemplate = (node: Node): boolean => node instanceof HTMLTemplateElement;

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

/** Whether the content of a slot can be exchanged without the shopper seeing it, or losing the focus. */
export const isSlotUnseen = (host: Element, fresh: boolean): boolean =>
  // Content that stands before the templates may have been painted while they were awaited.
  ((fresh && host.firstElementChild instanceof HTMLTemplateElement) || isUnseen(host)) &&
  !matches(host, ":focus-within");

/**
 * Shows the content of a template in place of an element's children.
 *
 * @returns `undefined` where that has to wait for a framework.
 */
export function showAlternative(host: Element, template: HTMLTemplateElement): Undo | undefined {
  const copy = cloneTemplate(template);
  // An alternative may be nothing, but not because all of it had to be taken out.
  if (template.content.firstElementChild && !copy.firstElementChild) return undefined;
  return showInstead(host, [...copy.childNodes]);
}

/**
 * Shows nodes in place of an element's children. These stay where they are and are merely not rendered: nothing that
 * a framework owns is moved or removed, and what the parser adds to them later does not show either.
 *
 * The nodes become children too, so that the shop's styles reach them. As long as a framework is still going to take
 * the element over, they stand in one of its templates instead, into which nobody looks.
 *
 * @returns `undefined` where that has to wait: there is no template then, or the children are bare text.
 */
export function showInstead(host: Element, nodes: Node[]): Undo | undefined {
  const shown = nodes
    // A space between two words is content; an indentation, in a flex container, would be an item too many.
    .filter((node) => isContent(node) || node.textContent === " ")
    .map((node) => (node instanceof Element ? node : create("span", {}, node)));
  const before = host.textContent;
  const make = (): Standing | undefined => {
    const standing = awaitsOwner(host) ? showInTemplate(host, shown) : showAmong(host, shown);
    // With a template it is the slot again, whatever it says; else only what was there before is.
    const mayReturn = () => host.textContent === before || [...host.children].some(isTemplate);
    return standing && { ...standing, mayReturn };
  };
  const templates = [...host.children].filter(isTemplate);
  return keep(host, make, { childList: true }, host, ...templates);
}

const ours = new WeakSet<Element>();

/** Shows nodes among the children of an element. */
function showAmong(host: Element, shown: Element[]): Standing {
  const hiding = slotOf(host) ? undefined : hideOthers(host, shown);
  // Turbo and its kin bring a copy of the page back as it stood, with what was ours in it.
  // A list of its own: what is removed leaves that of the host.
  const children = [...host.children];
  for (const element of children) if (element.slot === SLOT && !ours.has(element)) element.remove();
  for (const element of shown) {
    ours.add(element);
    if (!hiding) element.slot = SLOT;
  }
  host.append(...shown);
  return {
    isThere: () => shown.every((element) => element.parentNode === host),
    stirred: hiding?.hide,
    undo() {
      for (const element of shown) element.remove();
      hiding?.undo();
    },
  };
}

let sheet: CSSStyleSheet | undefined;

/**
 * Shows nodes in a template that is a child of the element: not in its content, which sleeps, but as children of the
 * template itself, which nothing but a script can give it. Neither the element's children and attributes nor its
 * `outerHTML` tell, so that hydration finds what the server has sent.
 */
function showInTemplate(host: Element, shown: Element[]): Standing | undefined {
  const template = [...host.children].find((child) => child instanceof HTMLTemplateElement);
  const isBare = [...host.childNodes].some((node) => node instanceof Text && isContent(node));
  if (!template || isBare || !CSS.supports("selector(:has(a))")) return undefined;
  if (!sheet) {
    const ours = `[slot=${SLOT}]`;
    (sheet = new CSSStyleSheet()).replaceSync(
      `template:has(>${ours}){display:contents!important}:is([data-sk-slot],[data-sk-rail]):has(>template>${ours})>:not(template,#_#_){display:none!important}`,
    );
    ownDocument.adoptedStyleSheets = [...ownDocument.adoptedStyleSheets, sheet];
  }
  for (const element of shown) element.slot = SLOT;
  template.append(...shown);
  return {
    isThere: () => template.parentNode === host && shown.every((element) => element.parentNode === template),
    undo: () => shown.forEach((element) => element.remove()),
  };
}

/** Hides an element's children, and those that come, one by one. */
function hideOthers(host: Element, shown: Element[]): { hide(): void; undo: Undo } {
  const undos: Undo[] = [];
  const known = new WeakSet<Node>(shown);
  const hideAll = () => {
    for (const node of host.childNodes) {
      if (known.has(node) || !isContent(node) || node instanceof HTMLTemplateElement) continue;
      known.add(node);
      if (node instanceof Text) {
        const { data } = node;
        node.data = "";
        undos.push(() => (node.data ||= data));
      } else undos.push(hide(node as Element));
    }
  };
  hideAll();
  return { hide: hideAll, undo: undoAll(undos) };
}
