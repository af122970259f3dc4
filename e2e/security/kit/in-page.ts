// What is run in a page. Each function stands alone: only its text goes there.

/** Lets the vectors of a page tell that they have run: their ids are in `window.ran`. */
export function listenForVectors(): void {
  const host = window as typeof window & {
    ran: number[];
    violations: string[];
    fired: (id: number) => void;
    provoking?: boolean;
  };
  host.ran = [];
  host.violations = [];
  // As the handler of an error it is given a text: "Uncaught 17".
  host.fired = (id) => void host.ran.push(Number(`${id}`.replace(/\D+/, "")));
  addEventListener("message", ({ data }) => {
    if (typeof data === "number") host.ran.push(data);
  });
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    host.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
  // A link or a form that only leaves the page does not, while everything is tried. A program in an address runs.
  (window as typeof window & { navigation?: EventTarget }).navigation?.addEventListener(
    "navigate",
    (event) => {
      if (host.provoking) event.preventDefault();
    },
  );
}

/** Does whatever a shopper, or the browser, may do with every element below: whatever can run does. */
export async function provoke(selector: string): Promise<void> {
  (window as typeof window & { provoking?: boolean }).provoking = true;
  const links: Element[] = [];
  const visit = (root: ParentNode, isPanel = false): void => {
    // A form's fields, and pictures, may be called as what is asked here.
    const { querySelectorAll } = (root instanceof Element ? Element : DocumentFragment).prototype;
    for (const element of querySelectorAll.call(root, "*")) {
      const attributes: NamedNodeMap = Reflect.get(Element.prototype, "attributes", element);
      for (const { name } of attributes)
        if (/^on/i.test(name)) {
          const event = new Event(name.slice(2).toLowerCase(), { cancelable: true });
          EventTarget.prototype.dispatchEvent.call(element, event);
        }
      const { localName } = element;
      if (/^(a|area)$/.test(`${localName}`)) links.push(element);
      else if ([...attributes].some(({ value }) => value.includes("location="))) links.push(element);
      // The panel's own buttons would forget everything.
      else if (!isPanel && /^(button|input|summary)$/.test(`${localName}`)) links.push(element);
      if (element.shadowRoot instanceof ShadowRoot)
        visit(element.shadowRoot, isPanel || Element.prototype.hasAttribute.call(element, "data-sk-privacy"));
    }
  };
  for (const root of Document.prototype.querySelectorAll.call(document, selector)) visit(root);
  for (const element of links) {
    if (Element.prototype.getAttribute.call(element, "part") === "close") continue;
    EventTarget.prototype.dispatchEvent.call(
      element,
      new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, view: window }),
    );
    // One navigation gives way to the next.
    if (element.closest("form,[onclick*='location=']"))
      await new Promise((resolve) => setTimeout(resolve, 20));
    else if (
      /^(a|area)$/.test(`${element.localName}`) &&
      !`${(element as HTMLAnchorElement).protocol}`.startsWith("http")
    )
      await new Promise((resolve) => setTimeout(resolve));
  }
}
