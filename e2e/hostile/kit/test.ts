import { test as base, expect } from "@playwright/test";
import { compareHost, type CompareOptions, type Hosts } from "./compare.ts";
import { serveHosts } from "./serve.ts";

export { expect };

type Compare = (path: string, options?: CompareOptions) => ReturnType<typeof compareHost>;

/** Host pages, each without the tag and with it. */
export const test = base.extend<{ compare: Compare }, { hosts: Hosts }>({
  hosts: [
    async ({}, use) => {
      const hosts = { plain: await serveHosts(false), tagged: await serveHosts(true) };
      await use(hosts);
      hosts.plain.close();
      hosts.tagged.close();
    },
    { scope: "worker" },
  ],
  compare: ({ browser, hosts }, use) => use((path, options) => compareHost(browser, hosts, path, options)),
});
