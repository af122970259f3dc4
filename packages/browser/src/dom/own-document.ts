/**
 * The document, read past what covers its members: an `<img name="body">` of the page becomes `document.body`, and
 * MooTools 1.4 puts a type of its own in the place of `Document`. Neither touches the prototype of the document itself.
 *
 * Where the node is meant, as for a listener, `document` does.
 */
export const ownDocument: Document = new Proxy({} as Document, {
  get(_, name) {
    const member: unknown = Reflect.get(Object.getPrototypeOf(document), name, document);
    return typeof member === "function" ? member.bind(document) : member;
  },
  set: (_, name, value) => Reflect.set(Object.getPrototypeOf(document), name, value, document),
});
