import { defineConfig } from "vitest/config";
import { playwright } from "@vitest/browser-playwright";
import { chromium } from "./e2e/browsers.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Not empty where all is to be tried that takes long. */
    long: string;
    /** Of what is random, to have it again. */
    seed: string;
  }
}

// Our own packages are read from their sources: no build stands between an edit and its test.
const conditions = ["@shopkeeper/source", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["packages/*/{src,test}/**/*.test.ts", "checks/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts", "**/node_modules/**"],
        },
      },
      {
        extends: true,
        // Found in the middle of a run, they would make the page load anew.
        optimizeDeps: { include: ["idb", "nanoid", "fast-check", "@humanwhocodes/momoa"] },
        test: {
          name: "browser",
          // What a page cannot ask the process for.
          provide: { long: process.env["LONG"] ?? "", seed: process.env["SEED"] ?? "" },
          include: ["packages/*/{src,test}/**/*.browser.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium.launchOptions }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
