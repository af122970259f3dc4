// The ready-made experiences in the demo shop: each where it shows, and where it must not.
import type { Locator } from "@playwright/test";
import { expect, test, type Shopper } from "./kit.ts";

/** Every page of the shop, whatever is asked of it. */
const PAGES = /\.html(\?|$)/;

type Attributes = Record<string, string>;

/** Opens the shop with these experiences instead of its own, from now on; `change` writes something into its pages. */
async function shopWith(
  { context }: Shopper,
  experiences: string,
  attributes: Attributes = {},
  change: (html: string) => string = (html) => html,
): Promise<void> {
  await context.unroute(PAGES);
  const written = Object.entries(attributes).map(([name, value]) => `data-${name}='${value}'`);
  await context.route(PAGES, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      /data-experiences="[^"]*"/,
      () => `data-experiences="${experiences}" ${written.join(" ")}`,
    );
    await route.fulfill({ response, body: change(html) });
  });
}

const track = ({ page }: Shopper, name: string, parameters: Record<string, unknown> = {}): Promise<void> =>
  page.evaluate(([each, more]) => window.shopkeeper.track(each, more), [name, parameters] as const);

/** Opens a page, and waits until its part is there and everything is decided. */
async function open(shopper: Shopper, path: string, id: string): Promise<void> {
  await shopper.visit(path);
  await shopper.settled();
  await shopper.page.waitForFunction((each) => window.shopkeeper.why(each), id);
}

/** Why an experience is not shown now; nothing where it may be. */
const reasons = ({ page }: Shopper, id: string): Promise<string[] | undefined> =>
  page.evaluate((each) => window.shopkeeper.why(each)?.reasons, id);

const bar = ({ page }: Shopper, title: string | RegExp): Locator => page.getByRole("region", { name: title });
/** All of what is shown over the page or in it, with what stands in its slot. */
const whole = ({ page }: Shopper): Locator => page.locator("shopkeeper-overlay");
const dialog = ({ page }: Shopper, title: string | RegExp): Locator =>
  page.getByRole("dialog", { name: title });

const tote = { item_id: "kaj-boat-tote", item_name: "Kaj boat tote", item_category: "Bags", price: 80 };
const putInCart = (shopper: Shopper, price = 80): Promise<void> =>
  track(shopper, "add_to_cart", { currency: "EUR", items: [{ ...tote, price, quantity: 1 }] });
const buy = (shopper: Shopper, value: number, id = `order-${value}`): Promise<void> =>
  track(shopper, "purchase", {
    transaction_id: id,
    value,
    currency: "EUR",
    items: [{ item_id: `bought-${id}`, price: value, quantity: 1 }],
  });
/** Looks at products until the shopper has a strongest category. */
async function lookAtBags(shopper: Shopper): Promise<void> {
  for (const name of ["kaj-boat-tote", "faerge-weekender", "tov-rolltop", "kaj-boat-tote"]) {
    await shopper.visit(`product/${name}.html`);
    await shopper.settled();
  }
}

test("exit-offer: the shop's own code, with something in the cart; never to who has just paid", async ({
  shopper,
}) => {
  await shopWith(shopper, "exit-offer", {
    "exit-offer-code": "STAY5",
    "exit-offer-url": "cart.html?code={code}",
    "exit-offer-trigger": "event leave",
  });
  await open(shopper, "index.html", "exit-offer");
  await track(shopper, "leave");
  expect(await reasons(shopper, "exit-offer")).toContain("who");
  await putInCart(shopper);
  await expect(dialog(shopper, "Before you go")).toContainText("With the code STAY5 this order costs less.");
  await expect(dialog(shopper, "Before you go").getByRole("link")).toHaveAttribute("href", /\?code=STAY5$/);

  await buy(shopper, 80);
  await shopper.comeBackIn("3d");
  await open(shopper, "index.html", "exit-offer");
  await putInCart(shopper);
  await track(shopper, "leave");
  expect(await reasons(shopper, "exit-offer")).toContain("who");
  await expect(dialog(shopper, "Before you go")).toHaveCount(0);
});

test("what an experience needs is said with the mend, and a name that nobody knows with the list", async ({
  shopper,
}) => {
  const told: string[] = [];
  shopper.page.on("console", (message) => told.push(message.text()));
  await shopWith(shopper, "exit-offer flash-alert exit-ofer");
  await shopper.visit("index.html");
  await expect
    .poll(() => told.join("\n"))
    .toContain("exit-offer needs data-exit-offer-code: a code that your checkout takes.");
  await expect.poll(() => told.join("\n")).toContain("flash-alert needs data-flash-alert-category");
  expect(told.join("\n")).toMatch(
    /There is no experience "exit-ofer"\. There are: .*idle-help.*exit-offer.*wishlist/,
  );
});

test("welcome-back says what was looked at, or searched for last", async ({ shopper }) => {
  await shopWith(shopper, "welcome-back");
  await shopper.visit("product/morgen-mug.html");
  await shopper.settled();
  expect(await reasons(shopper, "welcome-back")).not.toEqual([]);
  await shopper.comeBackIn("3d");
  await shopper.visit("index.html");
  await expect(bar(shopper, "Welcome back")).toContainText("Last time you looked at Morgen");
  await expect(bar(shopper, "Welcome back").getByRole("link")).toHaveAttribute("href", /morgen-mug/);
  await shopper.visit("search.html?q=wool");
  await shopper.settled();
  await shopper.comeBackIn("3d");
  await shopper.visit("help.html");
  await shopper.settled();
  await shopper.comeBackIn("3d");
  await shopper.visit("help.html");
  await expect(bar(shopper, "Welcome back")).toContainText("Last time you searched for “wool”.");
});

test("cart-reminder shows what was left, on the home page of a later visit", async ({ shopper }) => {
  await shopWith(shopper, "cart-reminder", { "cart-reminder-url": "cart.html" });
  await shopper.visit("product/morgen-mug.html");
  await shopper.page
    .getByRole("button", { name: /put in the basket/i })
    .first()
    .click();
  await expect.poll(async () => (await shopper.facts())["cart.quantity"]).toBe(1);
  await open(shopper, "index.html", "cart-reminder");
  expect(await reasons(shopper, "cart-reminder")).toContain("who");
  await shopper.comeBackIn("3d");
  await shopper.visit("index.html");
  await expect(bar(shopper, "Still in your cart")).toBeVisible();
  await expect(whole(shopper).getByRole("link", { name: /Morgen/ })).toBeVisible();
});

test("first-order-offer: who comes back without an order, and with an empty cart", async ({ shopper }) => {
  await shopWith(shopper, "first-order-offer", { "first-order-offer-code": "HELLO" });
  await open(shopper, "index.html", "first-order-offer");
  expect(await reasons(shopper, "first-order-offer")).toContain("who");
  await shopper.comeBackIn("3d");
  await shopper.visit("index.html");
  await expect(bar(shopper, "For your first order")).toContainText("The code HELLO is yours");
  await putInCart(shopper);
  await expect(bar(shopper, "For your first order")).toHaveCount(0);
});

test("we-miss-you: a customer who has not ordered for long", async ({ shopper }) => {
  await shopWith(shopper, "we-miss-you", { "we-miss-you-code": "AGAIN" });
  await shopper.visit("index.html");
  await buy(shopper, 40);
  await shopper.comeBackIn("60d");
  await open(shopper, "index.html", "we-miss-you");
  expect(await reasons(shopper, "we-miss-you")).toContain("who");
  await shopper.comeBackIn("60d");
  await shopper.visit("index.html");
  await expect(bar(shopper, "Good to see you again")).toContainText("The code AGAIN is for your next order.");
});

test("free-shipping follows the cart up to the threshold, and says nothing in another currency", async ({
  shopper,
}) => {
  const place = (html: string): string => html.replace('<section class="band', '<div id="here"></div>$&');
  await shopWith(
    shopper,
    "free-shipping",
    { "free-shipping-threshold": "120", "free-shipping-currency": "EUR", "free-shipping-into": "#here" },
    place,
  );
  await shopper.visit("product/morgen-mug.html");
  await shopper.page
    .getByRole("button", { name: /put in the basket/i })
    .first()
    .click();
  await expect.poll(async () => (await shopper.facts())["cart.quantity"]).toBe(1);
  const price = Number((await shopper.facts())["cart.value"]);
  await open(shopper, "index.html", "free-shipping");
  const box = shopper.page.getByRole("group", { name: "Free delivery from €120.00" });
  await expect(box).toBeVisible();
  await expect(whole(shopper)).toContainText(`€${(120 - price).toFixed(2)} to go.`);
  await expect(whole(shopper).getByRole("progressbar")).toHaveJSProperty("value", price);
  await putInCart(shopper, 200);
  await expect(whole(shopper)).toContainText("Delivery is free.");
  await shopWith(
    shopper,
    "free-shipping",
    { "free-shipping-threshold": "120", "free-shipping-currency": "USD", "free-shipping-into": "#here" },
    place,
  );
  await open(shopper, "index.html", "free-shipping");
  await expect(shopper.page.getByRole("group", { name: /Free delivery/ })).toHaveCount(0);
});

test("vip-thanks: the best customers, by name, or the tiers that the shop declares", async ({ shopper }) => {
  await shopWith(shopper, "vip-thanks");
  await open(shopper, "index.html", "vip-thanks");
  expect(await reasons(shopper, "vip-thanks")).toContain("who");
  await shopper.page.evaluate(() => window.shopkeeper.identify({ name: "Ada {x}" }));
  await open(shopper, "index.html", "vip-thanks");
  for (const value of [400, 401, 402, 403, 404]) await buy(shopper, value);
  await expect(bar(shopper, "Thank you, Ada x")).toContainText("It is good to have you with us so often.");
  await shopWith(shopper, "vip-thanks", { "vip-thanks-tiers": "gold, platinum", "vip-thanks-cap": "9 ever" });
  await open(shopper, "index.html", "vip-thanks");
  expect(await reasons(shopper, "vip-thanks")).toContain("who");
  await shopper.page.evaluate(() => window.shopkeeper.identify({ tier: "Gold" }));
  await expect(bar(shopper, /Thank you/)).toBeVisible();
});

test("reward-tier: the tier, and how far it is to the next", async ({ shopper }) => {
  const tiers = { "reward-tier-tiers": "Bronze 0, Silver 200, Gold 500", "reward-tier-currency": "EUR" };
  await shopWith(shopper, "reward-tier", tiers);
  await open(shopper, "index.html", "reward-tier");
  expect(await reasons(shopper, "reward-tier")).toContain("who");
  await buy(shopper, 260);
  await expect(bar(shopper, "Your level is Silver")).toBeVisible();
  await expect(whole(shopper)).toContainText("€240.00 to Gold.");
  await expect(whole(shopper).getByRole("progressbar")).toHaveJSProperty("value", 60);
});

test("category-banner: the merchant's template for the strongest category, in the first frame from the second page on", async ({
  shopper,
}) => {
  const hero = (html: string): string =>
    html.replace(
      '<aside class="reminder"',
      `<template data-category-banner="Bags"><p id="chosen">All our bags</p></template>
       <div id="banner"><p id="default">Everything</p></div>$&`,
    );
  await shopWith(shopper, "category-banner", { "category-banner-into": "#banner" }, hero);
  await open(shopper, "index.html", "category-banner: Bags");
  await expect(shopper.page.locator("#default")).toBeVisible();
  await lookAtBags(shopper);
  // Held back, as where the network is slow: what was planned does not need it.
  await shopper.context.route("**/category-banner.js", () => {});
  await shopper.visit("index.html");
  await expect(shopper.page.locator("#chosen")).toBeVisible();
  await expect(shopper.page.locator("#default")).toBeHidden();
});

test("home-order: the section of the strongest category goes first, and nothing seen moves", async ({
  shopper,
}) => {
  const sections = (html: string): string =>
    html.replace(
      /<footer/,
      () => `<section data-home-order="Shoes"><h2>Shoes</h2></section>
        <section data-home-order="Home"><h2>Home</h2></section>
        <section data-home-order="Bags"><h2>Bags</h2></section><footer`,
    );
  const order = (): Promise<(string | null)[]> =>
    shopper.page
      .locator("[data-home-order]")
      .evaluateAll((all) => all.map((each) => each.getAttribute("data-home-order")));
  await shopWith(shopper, "home-order", {}, sections);
  await open(shopper, "index.html", "home-order: Bags");
  expect(await order()).toEqual(["Shoes", "Home", "Bags"]);
  await lookAtBags(shopper);
  // Again by the plan alone, which the page as it has been moved must not change.
  for (let times = 0; times < 3; times++) {
    await open(shopper, "index.html", "home-order: Bags");
    await expect.poll(order).toEqual(["Bags", "Shoes", "Home"]);
  }
  await shopper.page.evaluate(() => window.shopkeeper.stop());
  expect(await order()).toEqual(["Shoes", "Home", "Bags"]);
});

/** What costs 32 in the shop costs this, wherever the shop says it. */
const at = (price: number) => (html: string) =>
  html.replace(/((?:"|&quot;|&#34;)price(?:"|&quot;|&#34;):)32\b/g, `$1${price}`);

test("price-drop: of what was looked at, at the price that the page has now", async ({ shopper }) => {
  await shopWith(shopper, "price-drop", {}, at(30));
  await open(shopper, "product/morgen-mug.html", "price-drop");
  expect(await reasons(shopper, "price-drop")).toContain("who");
  await shopper.comeBackIn("3d");
  await shopWith(shopper, "price-drop", {}, at(20));
  await shopper.visit("index.html");
  const rail = shopper.page.getByRole("region", { name: "Cheaper than when you looked" });
  await expect(rail.getByRole("link", { name: /Morgen/ })).toContainText("€20.00");
  await expect(rail.locator("s")).toHaveCount(0);
  await shopper.visit("product/morgen-mug.html");
  await expect(bar(shopper, "Cheaper than last time")).toContainText(
    "€10.00 less than when you last looked.",
  );
});

test("back-in-stock: only where the page says that it is there again", async ({ shopper }) => {
  const soldOut = (html: string): string => html.replace(/schema\.org\/InStock/g, "schema.org/OutOfStock");
  await shopWith(shopper, "back-in-stock", {}, soldOut);
  await shopper.visit("product/morgen-mug.html");
  await shopper.settled();
  await shopper.visit("index.html");
  await shopper.settled();
  await shopper.comeBackIn("3d");
  await shopWith(shopper, "back-in-stock");
  await shopper.visit("index.html");
  const rail = shopper.page.getByRole("region", { name: "Back in stock" });
  await expect(rail.getByRole("link", { name: /Morgen/ })).toBeVisible();
  await open(shopper, "product/sti-hiking-boot.html", "back-in-stock");
  await expect(bar(shopper, "Back in stock")).toHaveCount(0);
  await shopper.visit("product/morgen-mug.html");
  await expect(bar(shopper, "Back in stock")).toContainText("It was sold out when you last looked.");
});

test("birthday: on the day, to who has told it", async ({ shopper }) => {
  await shopWith(shopper, "birthday", { "birthday-code": "CAKE" });
  await open(shopper, "index.html", "birthday");
  expect(await reasons(shopper, "birthday")).toContain("who");
  await shopper.page.evaluate(() => {
    const day = (offset: number): string => {
      const date = new Date(Date.now() + offset * 864e5);
      return `${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
    };
    return window.shopkeeper.identify({ birthday: day(2) });
  });
  expect(await reasons(shopper, "birthday")).toContain("who");
  await shopper.comeBackIn("2d");
  await shopper.visit("index.html");
  await expect(bar(shopper, "Happy birthday")).toContainText("The code CAKE is our present.");
});

test("flash-alert: in a category that they care about, until its real end", async ({ shopper }) => {
  const until = new Date(Date.now() + 2 * 864e5).toISOString().slice(0, 16);
  // It may come on any page of these, and by itself no more after that.
  await shopWith(shopper, "flash-alert", {
    "flash-alert-category": "Bags",
    "flash-alert-until": until,
    "flash-alert-cap": "9 per visit",
  });
  await open(shopper, "index.html", "flash-alert");
  expect(await reasons(shopper, "flash-alert")).toContain("who");
  await lookAtBags(shopper);
  await shopper.visit("index.html");
  await expect(bar(shopper, "Sale on Bags")).toContainText(/Until .*\d/);
  await shopper.comeBackIn("3d");
  await open(shopper, "index.html", "flash-alert");
  expect(await reasons(shopper, "flash-alert")).toContain("when");
});

test("first-visit-tour: on the first visit, once ever", async ({ shopper }) => {
  await shopWith(shopper, "first-visit-tour", { "first-visit-tour-trigger": "event ask" });
  await open(shopper, "index.html", "first-visit-tour");
  await track(shopper, "ask");
  const tour = shopper.page.locator("shopkeeper-tour");
  await expect(tour).toContainText("Looking for something");
  for (const title of ["All that there is", "Not sure yet", "Chosen"]) {
    await tour.getByRole("button", { name: "Next" }).click();
    await expect(tour).toContainText(title);
  }
  await tour.getByRole("button", { name: "Done" }).click();
  await open(shopper, "index.html", "first-visit-tour");
  await track(shopper, "ask");
  expect(await reasons(shopper, "first-visit-tour")).toContain("cap");
});

test("wishlist: a rail of what was wished for", async ({ shopper }) => {
  await shopWith(shopper, "wishlist", { "wishlist-into": "#main" });
  await open(shopper, "category/bags.html", "wishlist");
  await expect(shopper.page.getByRole("region", { name: "Your wish list" })).toHaveCount(0);
  await shopper.page
    .getByRole("button", { name: /^Wish list:/ })
    .first()
    .click();
  await shopper.settled();
  await shopper.visit("index.html");
  await expect(shopper.page.getByRole("region", { name: "Your wish list" }).getByRole("link")).toHaveCount(1);
});

test("preferences: asked, kept, and used by the banner", async ({ shopper }) => {
  await shopWith(shopper, "preferences", {
    "preferences-size": "S, M, L",
    "preferences-interests": "Bags, Shoes",
    "preferences-trigger": "event ask",
  });
  await open(shopper, "index.html", "preferences");
  await track(shopper, "ask");
  await expect(dialog(shopper, "Tell us what suits you")).toBeVisible();
  const box = whole(shopper);
  await box.getByLabel("Size").selectOption("M");
  await box.getByLabel("Bags").check();
  await box.getByRole("button", { name: "Remember this" }).click();
  await expect(box).toHaveCount(0);
  expect(await shopper.facts()).toMatchObject({ "profile.size": "M", "profile.interests": ["Bags"] });
  expect(await shopper.facts()).not.toHaveProperty("profile.colors");
  await shopper.comeBackIn("3d");
  await open(shopper, "index.html", "preferences");
  await track(shopper, "ask");
  expect(await reasons(shopper, "preferences")).toEqual(expect.arrayContaining(["who", "cap"]));
});

test("complements: beside the cart, without what is in it", async ({ shopper }) => {
  await shopWith(shopper, "complements", { "complements-into": "#here" }, (html) =>
    html.replace(/<footer/, () => `<div id="here"></div><footer`),
  );
  await shopper.visit("product/morgen-mug.html");
  await shopper.settled();
  await open(shopper, "cart.html", "complements");
  const rail = shopper.page.getByRole("region", { name: "Beside what is in your cart" });
  expect(await reasons(shopper, "complements")).toContain("who");
  await shopper.visit("product/kaj-boat-tote.html");
  await shopper.page
    .getByRole("button", { name: /put in the basket/i })
    .first()
    .click();
  await expect.poll(async () => (await shopper.facts())["cart.quantity"]).toBe(1);
  // Below what is seen it may come at any time.
  await shopper.page.setViewportSize({ width: 390, height: 400 });
  await shopper.visit("cart.html");
  // What is bought with it, as the shop's model tells: never the bag itself.
  await expect(rail.getByRole("link")).toHaveCount(4);
  await expect(rail.getByRole("link", { name: /Kaj/ })).toHaveCount(0);
  const { products } = await shopper.page.evaluate(() => window.shopkeeper.why("complements")!);
  for (const each of products!)
    expect(each).toMatchObject({ because: "cart", of: "kaj-boat-tote", from: "model" });
});

test("complements: of the strategy that the shop names", async ({ shopper }) => {
  await shopWith(
    shopper,
    "complements",
    { "complements-into": "#here", "complements-strategy": "recently-viewed" },
    (html) => html.replace(/<footer/, () => `<div id="here"></div><footer`),
  );
  await shopper.visit("product/morgen-mug.html");
  await shopper.settled();
  await shopper.visit("product/kaj-boat-tote.html");
  await shopper.page
    .getByRole("button", { name: /put in the basket/i })
    .first()
    .click();
  await expect.poll(async () => (await shopper.facts())["cart.quantity"]).toBe(1);
  await shopper.page.setViewportSize({ width: 390, height: 400 });
  await shopper.visit("cart.html");
  const rail = shopper.page.getByRole("region", { name: "Beside what is in your cart" });
  await expect(rail.getByRole("link")).toHaveCount(1);
  await expect(rail.getByRole("link", { name: /Morgen/ })).toBeVisible();
});

test("social-proof: the review that is most like them goes first, word for word", async ({ shopper }) => {
  const reviews = (html: string): string =>
    html.replace(
      /<footer/,
      () => `<ul id="reviews"><li data-social-proof="Shoes">The boots.</li>
        <li data-social-proof="Bags, M">The bag, for years.</li></ul><footer`,
    );
  await shopWith(shopper, "social-proof", {}, reviews);
  await shopper.visit("index.html");
  await shopper.settled();
  await lookAtBags(shopper);
  await shopper.visit("index.html");
  await expect(shopper.page.locator("#reviews li").first()).toHaveText("The bag, for years.");
  await expect(shopper.page.locator("#reviews li")).toHaveCount(2);
});

test("local: the merchant's template for the area; where none fits, the default stands", async ({
  shopper,
}) => {
  const templates = (html: string): string =>
    html.replace(
      '<aside class="reminder"',
      `<template data-local="desert"><p>Linen and shade</p></template>
       <template data-local="AE"><p>Delivered in Dubai</p></template>
       <div id="banner"><p>Everything</p></div>$&`,
    );
  await shopWith(shopper, "local", { "local-into": "#banner", country: "DK" }, templates);
  await open(shopper, "index.html", "local: AE");
  await expect(shopper.page.getByText("Everything", { exact: true })).toBeVisible();
  await shopWith(shopper, "local", { "local-into": "#banner", country: "AE" }, templates);
  await shopper.visit("index.html");
  await expect(shopper.page.getByText("Delivered in Dubai")).toBeVisible();
  await expect(shopper.page.getByText("Linen and shade")).toHaveCount(0);
});

test("faq-help: answers from the shop's own page, and a person with the question", async ({ shopper }) => {
  await shopWith(
    shopper,
    "faq-help",
    {
      "faq-help-faq": "help.html",
      "faq-help-chat": "#open-chat",
      "faq-help-trigger": "event ask",
    },
    (html) => html.replace("</body>", '<button id="open-chat" hidden>Chat</button></body>'),
  );
  await open(shopper, "index.html", "faq-help");
  await track(shopper, "ask");
  await expect(dialog(shopper, "Can we help?")).toBeVisible();
  const box = whole(shopper);
  await box.getByRole("searchbox", { name: "Your question" }).fill("can I return a coat");
  await box.getByRole("button", { name: "Find an answer" }).click();
  await expect(box.getByRole("link", { name: "Can I send it back?" })).toHaveAttribute(
    "href",
    /help\.html#returns$/,
  );
  const handed = shopper.page.evaluate(
    () =>
      new Promise<object>((resolve) => {
        let detail: object;
        document.addEventListener("shopkeeper:handover", (event) => (detail = (event as CustomEvent).detail));
        document.querySelector("#open-chat")!.addEventListener("click", () => resolve(detail));
      }),
  );
  await box.getByRole("button", { name: "Ask a person" }).click();
  expect(await handed).toMatchObject({
    question: "can I return a coat",
    path: expect.stringContaining("index"),
  });
  await expect(box).toHaveCount(0);
  const told = await shopper.page.evaluate(async () => JSON.stringify(await window.shopkeeper.events()));
  expect(told).not.toContain("return a coat");
});

test("newsletter: the shop's own form gets the address, and nothing of ours has it", async ({ shopper }) => {
  await shopWith(shopper, "newsletter", {
    "newsletter-form": "[data-letter]",
    "newsletter-trigger": "event ask",
  });
  for (const path of ["index.html", "help.html"]) {
    await shopper.visit(path);
    await shopper.settled();
  }
  await open(shopper, "category/bags.html", "newsletter");
  await track(shopper, "ask");
  await expect(dialog(shopper, "News from us by e-mail")).toBeVisible();
  const box = whole(shopper);
  await box.getByLabel("Your e-mail address").fill("no address");
  await box.getByRole("button", { name: "Sign up" }).click();
  await expect(box).toBeVisible();
  const sent = shopper.page.evaluate(
    () =>
      new Promise((resolve) =>
        document
          .querySelector("[data-letter]")!
          .addEventListener(
            "submit",
            (event) => resolve(new FormData(event.target as HTMLFormElement).get("email")),
            { capture: true },
          ),
      ),
  );
  await box.getByLabel("Your e-mail address").fill("ada@example.com");
  await box.getByRole("button", { name: "Sign up" }).click();
  expect(await sent).toBe("ada@example.com");
  await expect(box).toHaveCount(0);
  await shopper.settled();
  const kept = await shopper.page.evaluate(async () =>
    JSON.stringify([await window.shopkeeper.exportData(), { ...localStorage }]),
  );
  expect(kept).not.toContain("ada@");
});

test("push-ask: the browser asks only after a yes, and the shop gets the subscription", async ({
  shopper,
}) => {
  await shopper.context.addInitScript(() => {
    let asked = 0;
    Object.assign(window, { askedTimes: () => asked });
    class Asked extends EventTarget {
      static permission = "default";
      static requestPermission = async () => (asked++, (Asked.permission = "granted"));
    }
    Object.defineProperty(window, "Notification", { value: Asked });
    const subscription = { toJSON: () => ({ endpoint: "https://push.example/1" }) };
    Object.defineProperty(navigator, "serviceWorker", {
      value: {
        controller: {},
        ready: Promise.resolve({ pushManager: { subscribe: async () => subscription } }),
      },
    });
    Object.defineProperty(window, "PushManager", { value: function () {} });
  });
  await shopWith(shopper, "push-ask", { "push-ask-key": "BPublicKey", "push-ask-trigger": "event ask" });
  await open(shopper, "index.html", "push-ask");
  await track(shopper, "ask");
  expect(await reasons(shopper, "push-ask")).toContain("who");
  await shopper.comeBackIn("3d");
  await open(shopper, "index.html", "push-ask");
  await track(shopper, "ask");
  await expect(dialog(shopper, "Notifications from this shop")).toBeVisible();
  const box = whole(shopper);
  await expect(box).toBeVisible();
  const asked = (): Promise<number> =>
    shopper.page.evaluate(() => (window as unknown as { askedTimes(): number }).askedTimes());
  expect(await asked()).toBe(0);
  const handed = shopper.page.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener("shopkeeper:push", (event) => resolve((event as CustomEvent).detail)),
      ),
  );
  await box.getByRole("button", { name: "Yes, please" }).click();
  expect(await handed).toEqual({ endpoint: "https://push.example/1" });
  expect(await asked()).toBe(1);
});

test("share: by the device's own way, else by copying", async ({ shopper }) => {
  await shopWith(shopper, "share", { "share-trigger": "event ask" });
  await shopper.context.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: undefined });
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (text: string) => void Object.assign(window, { copied: text }) },
    });
  });
  await open(shopper, "product/morgen-mug.html?utm_source=letter", "share");
  await track(shopper, "ask");
  await expect(bar(shopper, "Show it to somebody")).toBeVisible();
  const box = whole(shopper);
  await box.getByRole("button", { name: "Share" }).click();
  await expect(box).toContainText("The address is copied.");
  expect(await shopper.page.evaluate(() => (window as unknown as { copied: string }).copied)).toMatch(
    /\/product\/morgen-mug\.html$/,
  );
  const shares = await shopper.page.evaluate(() => window.shopkeeper.events({ name: "share" }));
  expect(shares).toMatchObject([{ method: "copy", item_id: "morgen-mug" }]);
});
