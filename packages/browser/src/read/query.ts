/**
 * `querySelectorAll` as an array, that an `<img name="querySelectorAll">` in the page cannot take away:
 * named elements cover the document's own members.
 */
export const queryAll = (document: Document, selector: string): HTMLElement[] =>
  [...Object.getPrototypeOf(document).querySelectorAll.call(document, selector)] as HTMLElement[];

/** The first element that matches, in the order of the document. */
export const query = (document: Document, selector: string): HTMLElement | undefined =>
  queryAll(document, selector)[0];

/** The address that the page's relative ones are resolved on. */
export const baseOf = (document: Document): string => query(document, "html")?.baseURI ?? "";
