// Shopkeeper in Shopify's checkout, whose pages run no script of the theme.
//
// Shopify admin → Settings → Customer events → Add custom pixel: paste this, save, connect. It leaves a note of what was begun
// and bought in the shop's own local storage; the tag takes it up on the next page of the shop. Nothing is sent anywhere, and no
// name, address, e-mail or phone number is in it.
//
// What is at hand here: https://shopify.dev/docs/api/web-pixels-api
/* global analytics, browser, init, api, customerPrivacy */

(() => {
  const KEY = "shopkeeper.checkout";
  /** So many notes wait at most. */
  const MOST = 20;

  // Who has not agreed to personalization is not remembered.
  let privacy = init && init.customerPrivacy;
  const standard =
    typeof customerPrivacy === "undefined"
      ? (typeof api === "undefined" ? {} : api).customerPrivacy
      : customerPrivacy;
  if (standard && standard.subscribe)
    standard.subscribe("visitorConsentCollected", (event) => {
      privacy = event.customerPrivacy;
      if (privacy && privacy.preferencesProcessingAllowed === false)
        void browser.localStorage.removeItem(KEY);
    });

  const amount = (money) => (money && money.amount != null ? Number(money.amount) : undefined);

  /** A line by the same id as in the shop: the SKU of a product without variants, else the product's number. */
  const item = ({ title, quantity, variant }) => {
    const { id, sku, title: variantTitle, price, product = {} } = variant || {};
    const isAlone = !variantTitle || variantTitle === "Default Title";
    return {
      item_id: (isAlone && sku) || product.id || sku || undefined,
      item_name: product.title || title,
      item_brand: product.vendor || undefined,
      item_category: product.type || undefined,
      item_variant: isAlone ? undefined : variantTitle,
      price: amount(price),
      quantity,
      product_id: product.id || undefined,
      variant_id: id || undefined,
    };
  };

  const parametersOf = (
    { order, currencyCode, totalPrice, totalTax, shippingLine, token, lineItems },
    isOrder,
  ) => ({
    // Before there is an order, its checkout has a number of its own.
    ...(isOrder ? { transaction_id: String((order && order.id) || token) } : {}),
    currency: currencyCode,
    value: amount(totalPrice),
    ...(isOrder ? { tax: amount(totalTax), shipping: amount(shippingLine && shippingLine.price) } : {}),
    items: (lineItems || []).map(item),
  });

  // One after another: each adds to what is there.
  let turn = Promise.resolve();
  const note = (name, event) => {
    if (!privacy || privacy.preferencesProcessingAllowed === false) return;
    const { checkout } = event.data;
    const entry = {
      name,
      at: Date.parse(event.timestamp) || Date.now(),
      parameters: parametersOf(checkout, name === "purchase"),
    };
    turn = turn
      .then(() => browser.localStorage.getItem(KEY))
      .then((text) => {
        const notes = JSON.parse(text || "[]");
        const id = entry.parameters.transaction_id;
        const isKnown = id && notes.some(({ parameters }) => parameters.transaction_id === id);
        return isKnown || browser.localStorage.setItem(KEY, JSON.stringify([...notes, entry].slice(-MOST)));
      })
      // A full or locked storage is no reason to disturb a checkout.
      .catch(() => {});
  };

  analytics.subscribe("checkout_started", (event) => note("begin_checkout", event));
  analytics.subscribe("checkout_completed", (event) => note("purchase", event));
})();
