import { expect, type Page } from "@playwright/test";
import { ready } from "../tag.ts";

interface Remembered {
  name: string;
  ts: number;
  page_type?: string;
  item_list_name?: string;
  search_term?: string;
  transaction_id?: string;
  value?: number;
  currency?: string;
  items?: { item_name?: string; item_id?: string; quantity?: number }[];
}

/** One event as a person would write it down: `"add_to_cart 2 × T-Shirt"`. */
function written({ name, ...event }: Remembered): string {
  const items = (event.items ?? []).map(({ item_name, item_id, quantity }) =>
    [/_cart$|purchase|checkout/.test(name) && `${quantity ?? 1} ×`, item_name ?? item_id]
      .filter(Boolean)
      .join(" "),
  );
  return [
    name,
    name === "page_view" && event.page_type,
    name === "view_item_list" ? event.item_list_name : items.join(", "),
    event.search_term,
    event.transaction_id && `as ${event.transaction_id} for ${event.value} ${event.currency}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** All that the visitor's browser remembers, oldest first, but for what is ours. */
export async function diaryOf(page: Page): Promise<string[]> {
  await ready(page);
  const events = (await page.evaluate(() => window.shopkeeper.events())) as unknown as Remembered[];
  return (
    events
      .filter(({ name }) => !name.startsWith("experi"))
      // What led to a page is confirmed there, and was done before.
      .sort((one, other) => one.ts - other.ts)
      .map(written)
  );
}

/** Waits until the diary has gone on by these lines, and no others. */
export function diary(page: Page): (...lines: string[]) => Promise<void> {
  const all: string[] = [];
  return async (...lines) => {
    all.push(...lines);
    await expect
      .poll(() => diaryOf(page).catch(() => "on its way"), { intervals: [50, 100, 200] })
      .toEqual(all);
  };
}
