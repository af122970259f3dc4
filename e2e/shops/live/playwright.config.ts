import { defineConfig } from "@playwright/test";
import { chromium } from "../../browsers.ts";

/** Flows through a living shop, one after the other: it counts requests, and turns away who makes too many. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.live.ts",
  outputDir: "../../../test-results/shops",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env["SHOP_ADDRESS"],
    browserName: "chromium",
    launchOptions: chromium.launchOptions,
    video: "off",
  },
});
