import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";

/** A shopper with a browser of their own, in the demo shop with the built tag. */
export interface Shopper {
  page: Page;
  context: BrowserContext;
  /** Opens a page of the shop by its path. */
  visit(path: string): Promise<void>;
  /** The same browser, later: the clock of every page from now on is that much ahead. */
  comeBackIn(duration: string): Promise<void>;
  /** What the tag knows now. */
  facts(): Promise<Record<string, unknown>>;
  /** Settles when everything recorded so far is on the disk. */
  settled(): Promise<void>;
  /** Addresses asked for that are not the shop's own; checked to be none at the end of every test. */
  foreignRequests: string[];
}

interface Fixtures {
  shopper: Shopper;
}

const units: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const milliseconds = (duration: string): number => parseInt(duration, 10) * units[duration.slice(-1)]!;

/** Moves the page's clock; several moves add up. Timers run as they are. */
function moveClock(offset: number): void {
  const Before = Date;
  const now = (): number => Before.now() + offset;
  globalThis.Date = new Proxy(Before, {
    construct: (target, given: [number]) => (given.length ? new target(...given) : new target(now())),
    apply: () => new Before(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}

export async function shopperAt(context: BrowserContext, address: string): Promise<Shopper> {
  const page = await context.newPage();
  const foreignRequests: string[] = [];
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== new URL(address).origin && protocol.startsWith("http"))
      foreignRequests.push(request.url());
  });
  return {
    page,
    context,
    foreignRequests,
    visit: async (path) => {
      await page.goto(address + path);
    },
    comeBackIn: async (duration) => {
      await context.addInitScript(moveClock, milliseconds(duration));
    },
    facts: () => page.evaluate(() => window.shopkeeper.facts()),
    settled: () =>
      page.evaluate(() => window.shopkeeper.ready.then(() => window.shopkeeper.track("settled"))),
  };
}

export const test = base.extend<Fixtures, { shopAddress: string }>({
  shopAddress: [
    async ({}, use) => {
      const { address, close } = await serve("demo-site/dist", 0);
      await use(address);
      close();
    },
    { scope: "worker" },
  ],
  shopper: async ({ context, shopAddress }, use) => {
    const shopper = await shopperAt(context, shopAddress);
    const errors: string[] = [];
    context.on("weberror", (error) => errors.push(error.error().message));
    await use(shopper);
    // Whatever a journey is about: no request but the page's own, and no error in the page.
    expect(shopper.foreignRequests).toEqual([]);
    expect(errors).toEqual([]);
  },
});

export { expect };
