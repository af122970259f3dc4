import { test as base, expect } from "@playwright/test";
import { servePages } from "./serve-pages.ts";

/** A page a behaviour: `address` is where the pages of this folder are served. */
export const test = base.extend<{ quietPage: void }, { address: string }>({
  address: [
    async ({}, use) => {
      const { address, close } = await servePages();
      await use(address);
      close();
    },
    { scope: "worker" },
  ],
  /** Whatever a page is about, it has no error of its own and none of ours. */
  quietPage: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on("weberror", (error) => errors.push(error.error().message));
      await use();
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
