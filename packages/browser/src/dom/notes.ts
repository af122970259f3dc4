/** In local storage: what Shopify's checkout has told our pixel, for the next page. See `packages/tag/shopify-pixel.js`. */
export const CHECKOUT = "shopkeeper.checkout";

/** In the session storage of a tab: what was posted, for the page that follows. */
export const ACT = "shopkeeper.act";
