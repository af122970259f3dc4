import { holdsProgram, isProgram } from "./is-program.ts";

/** What can have a shadow root, as the platform lists it: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const HOST = /^(article|aside|blockquote|div|footer|h\d|header|main|nav|p|section|span)$|-/;

/**
 * Copies the content of a merchant's template without anything that runs. To clone is not to be safe: a script in a
 * clone runs when it is inserted, and so does an `onerror`. Nor does the copy take the focus when it appears.
 *
 * Left out are scripts, plug-ins, `base`, `meta`, `link`, animations of an address, `on…`, `srcdoc`, `autofocus`,
 * addresses that are programs, and elements whose shadow root is closed. Classes, styles, ids, `data-…`, forms, frames
 * of an `http` address and elements of the shop's own stay, and so do attributes that only a framework of the page reads.
 */
export function cloneTemplate(template: HTMLTemplateElement): DocumentFragment {
  // The copy belongs to the template's own document, which is asleep, until it is inserted.
  const copy = template.content.cloneNode(true) as DocumentFragment;
  clean(copy);
  return copy;
}

/** Takes out whatever runs; see {@link cloneTemplate}. It has to be asleep still. */
export function clean(root: DocumentFragment): void {
  for (const element of root.querySelectorAll("*")) {
    if (isProgram(element) || hidesRoot(element)) {
      element.remove();
      continue;
    }
    // A form's `<input name="attributes">` would be taken for its attributes.
    const attributes: NamedNodeMap = Reflect.get(Element.prototype, "attributes", element);
    const programs = [...attributes].filter(({ name, value }) => holdsProgram(element, name, value));
    for (const { namespaceURI, localName } of programs) attributes.removeNamedItemNS(namespaceURI, localName);
    if (element.shadowRoot instanceof ShadowRoot) clean(element.shadowRoot);
    // A framework of the page may clone what is in it.
    if (element instanceof HTMLTemplateElement) clean(element.content);
  }
}

/**
 * Whether an element has a closed shadow root, which a clone has too (`<template shadowrootmode="closed"
 * shadowrootclonable>`) and in which nothing can be found. It shows by the browser's refusing a second one.
 */
function hidesRoot(element: Element): boolean {
  if (!HOST.test(element.localName) || element.shadowRoot) return false;
  try {
    (element.cloneNode() as Element).attachShadow({ mode: "open" });
    return false;
  } catch {
    return true;
  }
}
