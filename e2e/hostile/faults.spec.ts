import { PERSONAL, PLAIN, type Shown } from "./kit/shop.ts";
import { expect, test } from "./kit/test.ts";
import { shownOn, watchErrors } from "./kit/visit.ts";

/** What the browser may refuse, be without, or have had broken by the page: where it is found, by its name. */
const features: Record<string, string> = {
  "Intl.NumberFormat": "Intl",
  "Intl.DateTimeFormat": "Intl",
  MutationObserver: "window",
  IntersectionObserver: "window",
  CSSStyleSheet: "window",
  "Element.prototype.attachShadow": "Element.prototype",
  localStorage: "window",
  sessionStorage: "window",
  indexedDB: "window",
  matchMedia: "window",
  structuredClone: "window",
  BroadcastChannel: "window",
  CustomEvent: "window",
  URL: "window",
  AbortController: "window",
  WeakRef: "window",
  requestIdleCallback: "window",
  "crypto.getRandomValues": "Crypto.prototype",
  "history.pushState": "History.prototype",
  "Element.prototype.checkVisibility": "Element.prototype",
  "HTMLElement.prototype.showPopover": "HTMLElement.prototype",
  "Document.prototype.adoptedStyleSheets": "Document.prototype",
  "Document.prototype.timeline": "Document.prototype",
  "Number.prototype.toLocaleString": "Number.prototype",
};

/** Runs before anything else in the page. */
function breakFeature([where, name, how]: [where: string, name: string, how: string]): void {
  const holder = where
    .split(".")
    .reduce<unknown>((object, part) => Reflect.get(object as object, part), window);
  const fail = (): never => {
    throw new TypeError(`${name} is broken here`);
  };
  const { value } = Object.getOwnPropertyDescriptor(holder, name) ?? {};
  if (how === "is missing") {
    Reflect.deleteProperty(holder as object, name);
    if (name in (holder as object)) Object.defineProperty(holder, name, { value: undefined });
  } else if (typeof value == "function") {
    function Broken(): never {
      return fail();
    }
    // What asks whether something is one of these gets its answer.
    Broken.prototype = value.prototype;
    Object.defineProperty(holder, name, { value: Broken, configurable: true, writable: true });
  } else Object.defineProperty(holder, name, { get: fail, set: fail, configurable: true });
}

for (const [feature, where] of Object.entries(features))
  for (const how of process.env["LONG"] ? ["throws", "is missing"] : ["throws"])
    test(`where ${feature} ${how}, no error of ours reaches the page, and the shop stands`, async ({
      browser,
      hosts,
    }) => {
      const context = await browser.newContext();
      await context.addInitScript(breakFeature, [where, feature.split(".").pop()!, how] as [
        string,
        string,
        string,
      ]);
      const page = await context.newPage();
      const errors = watchErrors(page);
      // What Chromium's inspector itself says about a rejected promise is an error of the page too.
      for (let view = 0; view < 2; view++) {
        await page.goto(`${hosts.tagged.address}/plain`);
        await page.waitForTimeout(150);
        // As a shop does it: through the queue, without waiting for anything.
        await page.evaluate(() => {
          (window.shopkeeper ??= [] as never).push((shop) => {
            void shop.track("view_item", {
              items: [{ item_id: "tote", item_name: "Tote", price: 89, url: "/tote" }],
            });
            void shop.identify({ name: "Ada" });
          });
        });
        await page.waitForTimeout(250);
      }
      const host = await page.evaluate(() => window.checkHost());
      await page.waitForTimeout(100);
      expect(Object.entries(host).filter(([, well]) => well !== true)).toEqual([]);
      const shown = await shownOn(page);
      for (const name of Object.keys(PLAIN) as (keyof Shown)[])
        expect([PLAIN[name], PERSONAL[name], "Hello friend"], name).toContain(shown[name]);
      expect(errors.filter((error) => !error.startsWith("warning:"))).toEqual([]);
      await context.close();
    });
