import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { chromium as playwright, type Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asLabels, FIELDS, score } from "../../../bench/read/score.mjs";
import { chromium } from "../../../e2e/browsers.ts";
import { bundle } from "./bundle.ts";

const folder = fileURLToPath(new URL("../../../../shared/storefronts/labelled/", import.meta.url));

type Labels = Record<string, Record<string, string[]>>;

/** What is reached on all pages. */
const REACHED: Record<string, { f1: number; precision: number }> = {
  price: { f1: 0.92, precision: 0.92 },
  sku: { f1: 0.82, precision: 0.82 },
  availability: { f1: 0.96, precision: 0.96 },
  brand: { f1: 0.92, precision: 0.96 },
};

/** Pages that are read otherwise than labelled, by the first letters of their names. Why: see docs/storefronts.md. */
const OTHERWISE: Record<string, string> = {
  price: "3f5c 9f0c bddc 89d1",
  sku: "2591 29d0 4e54 b475 f48e 7a08 9df7 98a7",
  availability: "b475 f48e",
  brand: "2591 442c 359c 644a",
};

/** Of these the label is believed wrong: thousands of pesos with a point for a decimal point. They count as they are. */
const WRONG_LABELS = "3f5c 9f0c bddc";

describe.skipIf(!existsSync(folder))(
  "labelled pages of real shops (skipped without ../shared/storefronts)",
  () => {
    const all: Labels = existsSync(folder)
      ? JSON.parse(readFileSync(`${folder}ground-truth.json`, "utf8"))
      : {};
    // In the usual run every third: of most shops there are several pages.
    const truth: Labels = process.env.LONG
      ? all
      : Object.fromEntries(Object.entries(all).filter((_, index) => index % 3 == 0));
    const told: Record<string, ReturnType<typeof asLabels>> = {};
    const errors: string[] = [];
    let browser: Browser;

    beforeAll(async () => {
      const script = await bundle("./read-whole.ts", "reader");
      browser = await playwright.launch(chromium.launchOptions);
      const context = await browser.newContext();
      const tab = await context.newPage();
      tab.on("pageerror", ({ message }) => errors.push(message));
      let html = "";
      // What the server has written is read: no script of the page runs, and nothing else is fetched.
      await context.route("**/*", (route) =>
        route.fulfill({
          contentType: "text/html; charset=utf-8",
          headers: { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" },
          body: html,
        }),
      );
      for (const [name, { url }] of Object.entries(truth)) {
        html = gunzipSync(readFileSync(`${folder}pages/${name}.html.gz`)).toString("utf8");
        await tab.goto(url as unknown as string, { waitUntil: "domcontentloaded" });
        const { product } = await tab.evaluate<{ product?: object }>(`${script};reader.readWhole(document)`);
        told[name] = asLabels(product);
      }
    }, 240_000);
    afterAll(() => browser?.close());

    test.for(FIELDS)("%s is read as labelled, but for the listed pages", (field) => {
      const { wrong } = score(truth, told, field);
      const others = wrong.filter((page) => !OTHERWISE[field]!.includes(page.slice(0, 4)));
      expect(others.map((page) => [page, all[page]![field], told[page]?.[field as "sku"]])).toEqual([]);
    });

    test.runIf(process.env.LONG).for(FIELDS)("%s reaches its figures on all pages", (field) => {
      const { f1, precision } = score(truth, told, field);
      expect(precision).toBeGreaterThanOrEqual(REACHED[field]!.precision);
      expect(f1).toBeGreaterThanOrEqual(REACHED[field]!.f1);
    });

    test.runIf(process.env.LONG)("but for wrong labels, of a hundred prices 97 are right", () => {
      const believed = Object.entries(truth).filter(([page]) => !WRONG_LABELS.includes(page.slice(0, 4)));
      expect(score(Object.fromEntries(believed), told, "price").precision).toBeGreaterThanOrEqual(0.97);
    });

    test("nothing is thrown", () => expect(errors).toEqual([]));
  },
);
