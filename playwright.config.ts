import { defineConfig } from "@playwright/test";
import { chromium } from "./e2e/browsers.ts";

/** Journeys run on what a shop gets: the built, minified tag, and the built packages. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/playwright",
  fullyParallel: true,
  workers: 2,
  retries: process.env["CI"] ? 1 : 0,
  timeout: 30_000,
  use: { browserName: "chromium", launchOptions: chromium.launchOptions, video: "off" },
});
