// Makes the pictures in docs/experiences: each ready-made experience in the demo shop, on a phone and on a wide window.
//   node scripts/make-experience-pictures.mjs [NAME…]          after `npm run build`
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { root } from "./set-up.mjs";
import { serve } from "./serve.mjs";

const PAGES = /\.html(\?|$)/;
const day = 864e5;
const buy = (value) =>
  `window.shopkeeper.track("purchase", { transaction_id: "o${value}", value: ${value}, currency: "EUR", items: [{ item_id: "b${value}", price: ${value} }] })`;
const cart = `window.shopkeeper.track("add_to_cart", { currency: "EUR", items: [{ item_id: "morgen-mug", item_name: "Morgen Mug", price: 32, quantity: 2 }] })`;
const mug = "product/morgen-mug.html";
const bags = ["kaj-boat-tote", "faerge-weekender", "tov-rolltop"].map((name) => `product/${name}.html`);
const ask = `window.shopkeeper.track("ask")`;
const soon = new Date(Date.now() + 400 * day).toISOString().slice(0, 16);
const before = (place, html) => (page) => page.replace(place, () => html + place);
const section = (value, words) =>
  `<section class="band" data-home-order="${value}"><h2>${value}</h2><p class="lede">${words}</p></section>`;
const today = `(() => { const date = new Date(); return window.shopkeeper.identify({ birthday: [date.getMonth() + 1, date.getDate()].map((each) => String(each).padStart(2, "0")).join("-") }); })()`;

/**
 * How each comes about: options, what the page has for it, and steps: a path is opened, `+3` moves the clock by days, `?`
 * scrolls to what is shown, and the rest is done in the page.
 */
const scenes = {
  "exit-offer": [
    { code: "STAY5", url: "cart.html", trigger: "event ask" },
    ["index.html", cart, "index.html", ask],
  ],
  "first-order-offer": [{ code: "HELLO10", url: "index.html" }, ["index.html", "+3", "index.html"]],
  "we-miss-you": [{ url: "index.html" }, ["index.html", buy(80), "+120", "index.html"]],
  "free-shipping": [{ threshold: "120", currency: "EUR" }, ["index.html", mug, cart]],
  "vip-thanks": [
    { url: "account.html" },
    [
      "index.html",
      `window.shopkeeper.identify({ name: "Ada" })`,
      "index.html",
      ...[400, 401, 402, 403, 404].map(buy),
    ],
  ],
  "reward-tier": [{ tiers: "Bronze 0, Silver 200, Gold 500", currency: "EUR" }, ["index.html", buy(260)]],
  "category-banner": [
    { into: "#banner" },
    ["index.html", ...bags, ...bags, "index.html"],
    before(
      '<aside class="reminder"',
      `<template data-category-banner="Bags"><p class="lede">Bags that have been out in it, from four makers.</p></template><div class="band" id="banner"><p class="lede">Everything for going out, and for coming in.</p></div>`,
    ),
  ],
  "home-order": [
    {},
    [mug, ...bags, ...bags, "index.html", "index.html", "?[data-home-order]"],
    before(
      "<footer",
      section("Shoes", "Boots and clogs.") +
        section("Bags", "Totes and packs.") +
        section("Home", "Mugs and lamps."),
    ),
  ],
  "price-drop": [
    {},
    [mug, "+3", mug],
    (page) =>
      page.replaceAll(
        /"price":32\b/g,
        () => `"price":${page.includes("morgen") && globalThis.isLater ? 24 : 32}`,
      ),
  ],
  "back-in-stock": [
    {},
    [mug, "index.html", "+3", mug],
    (page) => (globalThis.isLater ? page : page.replaceAll("schema.org/InStock", "schema.org/OutOfStock")),
  ],
  birthday: [{ code: "CAKE" }, ["index.html", today]],
  "flash-alert": [
    { category: "Bags", until: soon, url: "category/bags.html" },
    ["index.html", ...bags, ...bags, "+3", "index.html"],
  ],
  "first-visit-tour": [{ trigger: "event ask" }, ["index.html", ask]],
  wishlist: [
    { into: "#main" },
    [mug, `document.querySelector("[data-sk-wish]").click()`, "index.html", "?#main > :last-child"],
  ],
  preferences: [
    { size: "S, M, L", colors: "Blue, Green, Rust", interests: "Bags, Shoes, Home", trigger: "event ask" },
    ["index.html", ask],
  ],
  complements: [
    { into: "#here", pages: "product" },
    [...bags, mug, cart, mug, "?#here"],
    before("<footer", `<div class="band" id="here"></div>`),
  ],
  "social-proof": [
    {},
    ["index.html", ...bags, ...bags, "index.html", "index.html", "?#reviews"],
    before(
      "<footer",
      `<ul class="band" id="reviews"><li data-social-proof="Shoes">“Dry feet since March.” Nor, of her boots</li><li data-social-proof="Bags">“It has carried everything, coal included.” Ib, of his tote</li></ul>`,
    ),
  ],
  local: [
    { into: "#banner" },
    ["index.html", "index.html", "?#banner"],
    before(
      "<footer",
      `<template data-local="winter, summer, spring, autumn"><p class="lede">For this season: wool, and something to light.</p></template><div class="band" id="banner"><p class="lede">Everything for going out.</p></div>`,
    ),
  ],
  "faq-help": [
    { faq: "help.html", url: "help.html", trigger: "event ask" },
    [
      "index.html",
      ask,
      `(() => { const controls = document.querySelector("shopkeeper-controls")?.shadowRoot; if (!controls) return; controls.querySelector("input").value = "send back"; controls.querySelector("form").requestSubmit(); })()`,
    ],
  ],
  newsletter: [{ form: "[data-letter]", trigger: "event ask" }, ["index.html", mug, "index.html", ask]],
  "push-ask": [{ key: "BPublicKey", trigger: "event ask" }, ["index.html", "+3", "index.html", ask]],
  share: [{ trigger: "event ask" }, [mug, ask]],
  "welcome-back": [{}, [mug, "+3", "index.html"]],
  "cart-reminder": [{ url: "cart.html" }, [mug, cart, "+3", "index.html"]],
};

/** As a browser that has a worker of the shop's, and has not been asked yet. */
function canPush() {
  Object.defineProperty(window, "Notification", { value: { permission: "default" } });
  Object.defineProperty(navigator, "serviceWorker", { value: { controller: {} } });
}

function moveClock(offset) {
  const Before = Date;
  const now = () => Before.now() + offset;
  globalThis.Date = new Proxy(Before, {
    construct: (target, given) => (given.length ? new target(...given) : new target(now())),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}

const folder = join(root, "docs/pictures");
mkdirSync(folder, { recursive: true });
const names = process.argv.slice(2);
const { address, close } = await serve("demo-site/dist", 0);
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
for (const [name, [options, steps, change = (page) => page]] of Object.entries(scenes)) {
  if (names.length && !names.includes(name)) continue;
  const written = Object.entries(options).map(([option, value]) => `data-${name}-${option}='${value}'`);
  for (const [size, viewport] of Object.entries({
    phone: { width: 390, height: 844 },
    wide: { width: 1280, height: 800 },
  })) {
    globalThis.isLater = false;
    const context = await browser.newContext({
      viewport,
      reducedMotion: "reduce",
      timezoneId: "Europe/Copenhagen",
    });
    if (name === "push-ask") await context.addInitScript(canPush);
    await context.route(PAGES, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /data-experiences="[^"]*"/,
        () => `data-experiences="${name}" ${written.join(" ")}`,
      );
      await route.fulfill({ response, body: change(body) });
    });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "warning" && console.log(name, message.text()));
    for (const step of steps) {
      if (step.startsWith("+")) {
        globalThis.isLater = true;
        await context.addInitScript(moveClock, Number(step) * day);
      } else if (step.startsWith("?"))
        await page.evaluate(
          (place) => document.querySelector(place).scrollIntoView({ block: "center" }),
          step.slice(1),
        );
      else if (PAGES.test(step)) {
        if (!step.includes("(")) await page.goto(address + step);
        else await page.evaluate(step);
        await page.evaluate(() => window.shopkeeper.ready.then(() => window.shopkeeper.track("settled")));
        await page.waitForTimeout(500);
      } else {
        await page.evaluate(step);
        await page.waitForTimeout(500);
      }
    }
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}-${size}.jpg`), type: "jpeg", quality: 60 });
    await context.close();
  }
  console.log(name);
}
await browser.close();
close();
