/** What runs by itself, or changes what every address of the page means. */
const RUNS = "script,object,embed,applet,base,meta";
/** An address that is a program; browsers skip white space and control characters in it. */
const PROGRAM = /(?:java|vb)script:|data:[^,]*(?:html|xml)/i;

/**
 * Copies the content of a merchant's template without anything that runs. To clone is not to be safe: a script in a
 * clone runs when it is inserted, and so does an `onerror`. Nor does the copy take the focus when it appears.
 */
export function cloneTemplate(template: HTMLTemplateElement): DocumentFragment {
  // The copy belongs to the template's own document, which is asleep, until it is inserted.
  const copy = template.content.cloneNode(true) as DocumentFragment;
  clean(copy);
  return copy;
}

function clean(root: ParentNode): void {
  for (const element of root.querySelectorAll(RUNS)) element.remove();
  for (const element of root.querySelectorAll("*")) {
    // A form's `<input name="attributes">` would be taken for its attributes.
    const attributes: NamedNodeMap = Reflect.get(Element.prototype, "attributes", element);
    const runs = ({ name, value }: Attr) =>
      /^(on.*|srcdoc|autofocus)$/i.test(name) ||
      // oxlint-disable-next-line no-control-regex
      (PROGRAM.test(value.replace(/[\0- ]+/g, "")) && !(element instanceof HTMLImageElement));
    for (const { name } of [...attributes].filter(runs)) attributes.removeNamedItem(name);
    if (element.shadowRoot instanceof ShadowRoot) clean(element.shadowRoot);
  }
}
