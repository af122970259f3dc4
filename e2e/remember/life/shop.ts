import type { Page } from "@playwright/test";
import { serveShop, shopPage, type ShopServer } from "../kit/serve.ts";

export const mug = { item_id: "mug", item_name: "Mug", price: 18, currency: "EUR" };
export const tote = { item_id: "tote", item_name: "Boat tote", price: 89, currency: "EUR" };

const configuration = `<script type="application/json" data-sk-config>
  { "version": 1, "segments": { "fan": "count(view_item) >= 3" } }
</script>`;

const body = `<h1>A shop</h1>
<div id="hero" data-sk-slot="hero">
  <template data-sk-when="count(view_item) >= 1"><p>Welcome back</p></template>
  <p>Welcome</p>
</div>
<ul data-sk-rail="recently-viewed"><template><li data-sk-field="name"></li></template><li>Nothing yet</li></ul>
<div data-sk-privacy>No panel</div>
<button data-sk-do="grant">Grant</button>
<button data-sk-do="deny">Deny</button>
<button data-sk-do="pause">Pause or resume</button>`;

/**
 * A shop that uses much of the tag at once: a slot, a rail, the privacy panel, ready-made experiences.
 *
 * @param more What stands above all that in the head of a page, and which consent its tag is given.
 */
export const serveLively = (
  more: (path: string) => { consent?: string; head?: string } = () => ({}),
): Promise<ShopServer> =>
  serveShop({
    answer(path) {
      // A page of this origin without the tag.
      if (path === "/robots.txt") return { type: "text/plain", body: "" };
      if (path.includes(".")) return undefined;
      const { consent = "granted", head = "" } = more(path);
      const tag = `data-consent="${consent}" data-experiences="welcome-back recently-viewed idle-help cart-reminder"`;
      // Firefox takes no page into its back/forward cache that must not be stored at all.
      const headers = { "cache-control": "no-cache" };
      return { headers, body: shopPage({ head: head + configuration, body, tag }) };
    },
  });

/** How many products were looked at, once the past is known. */
export const viewed = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await window.shopkeeper.ready;
    return (await window.shopkeeper.events({ name: "view_item" })).length;
  });

/** Looks at a product. */
export const view = (page: Page, item: object = mug): Promise<void> =>
  page.evaluate(
    (item) => window.shopkeeper.ready.then(() => window.shopkeeper.track("view_item", { items: [item] })),
    item,
  );

export const segments = (page: Page): Promise<string[]> => page.evaluate(() => window.shopkeeper.segments());
export const hero = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLElement>("#hero")!.innerText.trim());
