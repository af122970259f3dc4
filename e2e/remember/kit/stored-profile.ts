import type { Page } from "@playwright/test";

/** The shopper's own word, and the time since when the visit is quiet: what is kept where nothing may be kept. */
const allowed = ["local shopkeeper.choice", "session shopkeeper.quiet"];

/**
 * All that is stored at the page's origin but for those, each with its kind: the shops of these tests store nothing
 * themselves.
 *
 * @returns `["database shopkeeper", "local shopkeeper.snapshot"]`
 */
export const storedProfile = async (page: Page): Promise<string[]> => {
  const all = await page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...Object.keys(localStorage).map((key) => `local ${key}`),
    ...Object.keys(sessionStorage).map((key) => `session ${key}`),
    // There is none in a page that is not served safely.
    ...("caches" in window ? await caches.keys() : []).map((name) => `cache ${name}`),
    ...(document.cookie ? [`cookie ${document.cookie}`] : []),
  ]);
  return all.filter((each) => !allowed.includes(each));
};
