import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Page } from "@playwright/test";

const folder = resolve(import.meta.dirname, "../../packages/tag/dist");

/** Where a shop serves the built tag: beside its own files, so that its content policy need not change. */
const path = "/shopkeeper/";
export const tagPath = `${path}shopkeeper.js`;

/** The file of the built tag that an address asks for, or undefined where the address is not of the tag. */
export function tagFile(url: string): string | undefined {
  const { pathname } = new URL(url);
  const file = resolve(folder, basename(pathname));
  return pathname.startsWith(path) && existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/**
 * A document with the tag as the first thing in its head, and nothing else changed.
 *
 * @param attributes What the shop writes in the tag: `data-experiences="recently-viewed"`.
 */
export const withTag = (html: string, attributes: string): string =>
  html.replace(/<head(\s[^>]*)?>/i, `$&<script src="${tagPath}" ${attributes}></script>`);

/** An event as the visitor's browser remembers it, seen from a test. */
interface RememberedEvent {
  items?: Record<string, unknown>[];
  [parameter: string]: unknown;
}

/** Settles when the tag has begun and the first decisions stand. */
export const ready = (page: Page): Promise<void> => page.evaluate(() => window.shopkeeper.ready);

/** What the tag knows on this page, by dotted name. */
export async function factsOf(page: Page): Promise<Record<string, unknown>> {
  await ready(page);
  return page.evaluate(() => window.shopkeeper.facts());
}

/** The remembered events of one name, oldest first. */
export async function eventsOf(page: Page, name: string): Promise<RememberedEvent[]> {
  await ready(page);
  return page.evaluate((name) => window.shopkeeper.events({ name }), name);
}
