/** Settles when the document is parsed and somebody looks at it: a prerendered page may never be shown. */
export async function whenShown(document: Document & { prerendering?: boolean }): Promise<void> {
  if (document.readyState === "loading")
    await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed, { once: true }));
  if (document.prerendering)
    await new Promise((shown) => document.addEventListener("prerenderingchange", shown, { once: true }));
}
