import type { Page } from "@playwright/test";
import { serveShop, type ShopServer } from "../kit/serve.ts";

export const mug = { item_id: "mug", item_name: "Mug", price: 18, currency: "EUR" };
export const tote = { item_id: "tote", item_name: "Boat tote", price: 89, currency: "EUR" };

/** A shop with the panel and with a control for each of the shopper's rights. */
export const serveRights = (): Promise<ShopServer> =>
  serveShop({
    tag: 'data-consent="granted"',
    body: `<h1>About your data</h1>
<div data-sk-privacy>No panel</div>
<h2>Or at once</h2>
${["export", "forget", "pause", "deny"].map((act) => `<button id="${act}" data-sk-do="${act}">${act} at once</button>`).join("\n")}`,
  });

/** A shopper who has looked at two products, put one in the cart, searched, stated something and ordered. */
export const live = (page: Page): Promise<void> =>
  page.evaluate(
    async ([mug, tote]) => {
      const shop = window.shopkeeper;
      await shop.ready;
      await shop.track("view_item", { items: [mug] });
      await shop.track("view_item", { items: [tote] });
      await shop.track("add_to_cart", { items: [mug] });
      await shop.track("search", { search_term: "wool" });
      await shop.identify({ shoe_size: "39" });
      await shop.track("purchase", { transaction_id: "A-1", value: 18, currency: "EUR", items: [mug] });
    },
    [mug, tote],
  );

/** The names of the events of `live`, in order, without those of the page itself. */
export const lived = ["view_item", "view_item", "add_to_cart", "search", "identify", "purchase"];

interface Export {
  version: number;
  exportedAt: string;
  origin: string;
  consent: Record<string, string>;
  facts: Record<string, unknown>;
  segments: string[];
  events: { id: string; event: { name: string; ts: number; visit: number } }[];
}

export const exported = async (page: Page): Promise<Export> =>
  (await page.evaluate(() => window.shopkeeper.ready.then(() => window.shopkeeper.exportData()))) as never;

/** What is remembered, by the names of events, but for the pages that were opened. */
export const remembered = async (page: Page): Promise<string[]> =>
  (await exported(page)).events.map(({ event }) => event.name).filter((name) => name !== "page_view");
