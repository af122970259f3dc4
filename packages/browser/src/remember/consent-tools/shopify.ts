import { answer, is, waits, type ConsentTool } from "./tool.ts";

/** Shopify's Customer Privacy API. Categories: `preferences`, `analytics`, `marketing`. */
export const watchShopify: ConsentTool = (host, changed) => {
  let asked = false;
  return () => {
    const { Shopify: shop } = host;
    if (!is(shop, "Object")) return;
    const { customerPrivacy: tool, loadFeatures } = shop;
    // With Hydrogen it comes by itself.
    if (!tool?.currentVisitorConsent) {
      if (!loadFeatures) return tool && waits;
      if (!asked) {
        asked = true;
        shop.loadFeatures([{ name: "consent-tracking-api", version: "0.1" }], changed);
      }
      return waits;
    }
    return (category) =>
      answer(
        // It knows the region and what the merchant has set.
        tool[`${category}${category === "marketing" ? "" : "Processing"}Allowed`](),
        // "yes", "no", or an empty text while there is no choice.
        tool.currentVisitorConsent()[category],
      );
  };
};
