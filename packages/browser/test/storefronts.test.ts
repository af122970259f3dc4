import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@shopkeeper/engine";
import { chromium as playwright, type Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium } from "../../../e2e/browsers.ts";
import { cleanItem } from "../src/read/clean-item.ts";
import { bundle } from "./bundle.ts";

const folder = fileURLToPath(new URL("../../../../shared/storefronts/", import.meta.url));

interface Storefront {
  platform: string;
  file: string;
  url?: string;
  pageType: string;
  facts?: Record<string, { v: string }[]>;
}

const PLATFORMS = /^(woocommerce|prestashop|bigcommerce|evershop|spa)$/;

/** Pages that were saved without their address get one as their platform makes it. */
const ADDRESSES: Record<string, string> = {
  "bigcommerce-cornerstone/cart.html": "/cart.php",
  "bigcommerce-cornerstone/category.html": "/garden/",
  "bigcommerce-cornerstone/home.html": "/",
  "bigcommerce-cornerstone/order-confirmation.html": "/checkout/order-confirmation",
  "bigcommerce-cornerstone/product-range-outofstock.html": "/able-brewing-system/",
  "bigcommerce-cornerstone/product-simple.html": "/smith-journal-13/",
  "bigcommerce-cornerstone/search.html": "/search.php?search_query=journal",
  "prestashop-classic-smarty/cart.html": "/en/cart?action=show",
  "prestashop-classic-smarty/category.html": "/en/4-men",
  "prestashop-classic-smarty/home.html": "/en/",
  "prestashop-classic-smarty/order-confirmation.html": "/en/order-confirmation?id_order=7",
  "prestashop-classic-smarty/product-discount.html": "/en/men/1-1-hummingbird-printed-t-shirt.html",
  "prestashop-classic-smarty/product-entities-outofstock.html":
    "/en/home-accessories/6-mug-the-best-is-yet-to-come-spoon.html",
  "prestashop-classic-smarty/search.html": "/en/search?controller=search&s=mug",
  "woocommerce-live-ga4w/product-after-add-POST.html": "/product/t-shirt/",
  "woocommerce-live-ga4w/shop+ajax.dom.html": "/shop/",
};

/** What is read otherwise than the label says, and why. */
const EXCEPTIONS: Record<string, string> = {
  "evershop-live/login.html": "is under /account: its type is account, the label has no such word",
  "spa-sauce/back.html": "says nothing but its address, which is still that of the checkout",
};

/** Facts that are read from a place which the labels do not list. */
const READ_ELSEWHERE: Record<string, string> = {
  "prestashop-classic-smarty/product-entities-outofstock.html":
    "url: the offer's own, for Open Graph has that of another product",
};

const FIELDS = {
  name: "item_name",
  sku: "item_id",
  brand: "item_brand",
  category: "item_category",
  price: "price",
  currency: "currency",
  availability: "availability",
  image: "image",
  url: "url",
} as const;

describe.skipIf(!existsSync(folder))(
  "pages of real storefronts (skipped without ../shared/storefronts)",
  () => {
    const storefronts: Storefront[] = existsSync(folder)
      ? JSON.parse(readFileSync(`${folder}manifest.json`, "utf8"))
      : [];
    let browser: Browser;
    let read: (storefront: Storefront) => Promise<Page>;

    beforeAll(async () => {
      const script = await bundle("../src/read/read-page.ts", "reader");
      browser = await playwright.launch(chromium.launchOptions);
      // Their scripts are not there: what is read is what the server has written.
      const context = await browser.newContext({ javaScriptEnabled: false });
      const tab = await context.newPage();
      let html = "";
      await context.route("**/*", (route) =>
        route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame()
          ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
          : route.abort(),
      );
      read = async ({ file, url }) => {
        html = readFileSync(`${folder}pages/${file}`, "utf8");
        await tab.goto(url ?? `https://shop.example${ADDRESSES[file]}`, { waitUntil: "domcontentloaded" });
        return tab.evaluate(`${script};reader.readPage(document)`);
      };
    }, 30_000);
    afterAll(() => browser.close());

    test.for(storefronts.filter(({ platform, file }) => PLATFORMS.test(platform) && !EXCEPTIONS[file]))(
      "$file: $pageType, and its facts",
      async (storefront) => {
        const page = await read(storefront);
        expect(page.type).toBe(storefront.pageType);
        const told = Object.entries(FIELDS).flatMap(([fact, field]) =>
          storefront.facts?.[fact] && !READ_ELSEWHERE[storefront.file]?.startsWith(`${fact}:`)
            ? [[field, storefront.facts[fact][0]!.v]]
            : [],
        );
        expect(page.product ?? {}).toMatchObject(cleanItem(Object.fromEntries(told)));
      },
    );
  },
);
