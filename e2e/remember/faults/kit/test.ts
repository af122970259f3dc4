import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { createProfile, engines, type Engine, type LaunchOptions, type Profile } from "../../kit/profile.ts";
import type { ShopOptions, ShopServer } from "../../kit/serve.ts";
import { disturbancesIn, serveWatchedShop } from "./watched-shop.ts";

export { expect };
export { engines, type Engine } from "../../kit/profile.ts";

/** For what is no matter of the engine: the usual run asks one of them, the long run all. */
export const usualEngines: Engine[] = process.env["LONG"] ? engines : engines.slice(0, 1);

interface Given {
  /** A shop on an origin of its own, where nothing is stored yet. */
  serve(options?: ShopOptions): Promise<ShopServer>;
  /** A page in a browser that runs already: tests that need an origin of their own only need not start one. */
  openPage(engine: Engine): Promise<Page>;
  /** A profile of its own, for what concerns the whole browser. */
  profileOf(engine: Engine): Profile;
  /** What disturbed the shop or its pages so far. After each test there must be none. */
  disturbances: string[];
}

interface Shared {
  running(engine: Engine): Promise<BrowserContext>;
}

/** Notes what the browser says of the pages of a context. */
function watch(context: BrowserContext, disturbances: string[]): () => void {
  const onError = (error: { error(): Error }) => disturbances.push(`error: ${error.error().message}`);
  const onConsole = (message: { type(): string; text(): string }) =>
    message.type() === "error" && disturbances.push(`console: ${message.text()}`);
  context.on("weberror", onError).on("console", onConsole);
  return () => context.off("weberror", onError).off("console", onConsole);
}

export const test = base.extend<Given, Shared>({
  running: [
    async ({}, use) => {
      const profiles: Profile[] = [];
      const contexts = new Map<Engine, Promise<BrowserContext>>();
      const launch = async (engine: Engine): Promise<BrowserContext> => {
        const profile = createProfile(engine);
        profiles.push(profile);
        return (await profile.launch()).context;
      };
      await use((engine) => {
        if (!contexts.has(engine)) contexts.set(engine, launch(engine));
        return contexts.get(engine)!;
      });
      for (const profile of profiles) await profile.remove();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  disturbances: [
    async ({}, use) => {
      const disturbances: string[] = [];
      await use(disturbances);
      expect(disturbances).toEqual([]);
    },
    { auto: true },
  ],
  async serve({ disturbances }, use) {
    const shops: ShopServer[] = [];
    await use(async (options) => {
      const shop = await serveWatchedShop(options);
      shops.push(shop);
      return shop;
    });
    for (const shop of shops) {
      disturbances.push(...disturbancesIn(shop));
      shop.close();
    }
  },
  // After `serve`, so that no page is left over when its shop closes.
  async openPage({ running, disturbances, serve: _serve }, use) {
    const undos: (() => unknown)[] = [];
    const watched = new Set<BrowserContext>();
    await use(async (engine) => {
      const context = await running(engine);
      if (!watched.has(context)) undos.push(watch(context, disturbances));
      watched.add(context);
      const page = await context.newPage();
      undos.unshift(() => page.close());
      return page;
    });
    for (const undo of undos) await undo();
  },
  async profileOf({ disturbances, serve: _serve }, use) {
    const profiles: Profile[] = [];
    await use((engine) => {
      const profile = createProfile(engine);
      profiles.push(profile);
      return {
        ...profile,
        async launch(options?: LaunchOptions) {
          const launched = await profile.launch(options);
          watch(launched.context, disturbances);
          return launched;
        },
      };
    });
    for (const profile of profiles) await profile.remove();
  },
});
