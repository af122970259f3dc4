import { defineConfig, type Project } from "@playwright/test";
import { chromium, firefoxPath } from "./e2e/browsers.ts";

/** A stock Firefox, where the machine has one: Playwright talks to it by WebDriver BiDi. */
const firefox: Project = {
  name: "firefox",
  testMatch: [
    "journeys/journeys.spec.ts",
    "pages/html-only/*.spec.ts",
    "pages/outcomes/{beacon,data-layer}.spec.ts",
  ],
  use: { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath: firefoxPath } },
};

/** Journeys run on what a shop gets: the built, minified tag, and the built packages. */
export default defineConfig({
  testDir: "e2e",
  testIgnore: "shops/live/**",
  outputDir: "test-results/playwright",
  fullyParallel: true,
  workers: 2,
  retries: process.env["CI"] ? 1 : 0,
  timeout: 30_000,
  projects: [
    { name: "chromium", use: { browserName: "chromium", launchOptions: chromium.launchOptions } },
    ...(firefoxPath ? [firefox] : []),
  ],
});
