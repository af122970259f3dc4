import { ownDocument } from "../dom/own-document.ts";

/** Settles when the document is parsed and somebody looks at it: a prerendered page may never be shown. */
export async function whenShown(document: Document & { prerendering?: boolean }): Promise<void> {
  const heard = (type: string): Promise<unknown> =>
    new Promise((done) => ownDocument.addEventListener(type, done, { once: true }));
  if (ownDocument.readyState === "loading") await heard("DOMContentLoaded");
  if ((ownDocument as typeof document).prerendering) await heard("prerenderingchange");
}
