import type { Shopkeeper } from "@shopkeeper/browser";

declare global {
  interface Window {
    /** The tag's own: the page calls it as a shop would. */
    shopkeeper: Shopkeeper & { push(...calls: ((shop: Shopkeeper) => void)[]): void };
    dataLayer?: unknown[];
  }
}
