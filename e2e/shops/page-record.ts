import type { Page } from "@playwright/test";
import { tagFile } from "./tag.ts";

/** What a page did while it was watched, sorted, so that two visits can be compared. */
export interface PageRecord {
  /** Uncaught errors, unhandled rejections and errors in the console (but for what did not load), and whatever the tag says there. */
  errors: string[];
  /** Every address asked for, once each, but for the tag itself. */
  requests: string[];
}

/** Begins to watch a page; the function returned tells what happened since. */
export function recordPage(page: Page): () => PageRecord {
  const errors: string[] = [];
  const requests = new Set<string>();
  page.on("pageerror", (error) => errors.push(`uncaught ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    const isError = message.type() === "error" && !text.startsWith("Failed to load resource");
    if (isError || text.includes("[shopkeeper]")) errors.push(text);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (url.startsWith("http") && tagFile(url) === undefined) requests.add(url);
  });
  return () => ({ errors: [...errors].sort(), requests: [...requests].sort() });
}

/** Comes to rest: everything loaded, also what only loads when it is scrolled to. */
export async function comeToRest(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(200);
}
