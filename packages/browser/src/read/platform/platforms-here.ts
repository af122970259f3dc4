import { query } from "../query.ts";
import type { PlatformName } from "./platform.ts";

/** An element of the page with that id becomes a global too: what a platform makes is no element. */
const hasGlobal = (name: string): boolean => {
  const found = (globalThis as Record<string, unknown>)[name];
  return typeof found == "object" && !!found && !(found instanceof Element);
};

/** One cheap look for each platform: a global that it makes, or a selector. */
const LOOKS: Record<PlatformName, [global: string, selector: string]> = {
  shopify: ["Shopify", "[id^=shopify-section]"],
  woocommerce: ["ga4w", "body[class*=woocommerce]"],
  magento: ["hyva", "[type='text/x-magento-init']"],
  prestashop: [
    "prestashop",
    "[data-button-action=add-to-cart],.js-product-miniature,.js-cart,#order-reference-value",
  ],
  bigcommerce: ["BCData", "[data-stencil-stylesheet],[data-cart-item-add]"],
};

export const PLATFORMS = Object.keys(LOOKS) as PlatformName[];

/** Whether a platform's marks are on a page. */
export const isPlatformHere = (name: PlatformName, document: Document): boolean =>
  hasGlobal(LOOKS[name][0]) || !!query(document, LOOKS[name][1]);
