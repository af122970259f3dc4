/** Settles when the document is parsed and somebody looks at it: a prerendered page may never be shown. */
export async function whenShown(document: Document & { prerendering?: boolean }): Promise<void> {
  const heard = (type: string): Promise<unknown> =>
    new Promise((done) => document.addEventListener(type, done, { once: true }));
  if (document.readyState === "loading") await heard("DOMContentLoaded");
  if (document.prerendering) await heard("prerenderingchange");
}
