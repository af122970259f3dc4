import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { HostServer } from "./serve.ts";
import { PERSONAL, type Shown } from "./shop.ts";

declare global {
  interface Window {
    /** The page's own checks of itself, by name: each has to be true. */
    checkHost(): Record<string, unknown> | Promise<Record<string, unknown>>;
  }
}

/** What came of a visit of two pages. */
export interface Visit {
  /** What the page found out about itself. */
  host: Record<string, unknown>;
  /** What went wrong in the page, and whatever the tag complained of. */
  errors: string[];
  /** The names that the window has of its own. */
  names: string[];
  /** What the browser's own objects are made of, by interface: another text where something is patched. */
  builtins: Record<string, string>;
  shown: Shown;
  /** The paths that were asked for, once each. */
  asked: string[];
  /** How many events are remembered, by name. */
  remembered: Record<string, number>;
}

export interface VisitOptions {
  context?: BrowserContextOptions;
  /** Runs before anything in each page. */
  init?(): void;
  /** What the host does on its second page, when all is at rest, before it checks itself. */
  act?(page: Page): Promise<void>;
  /** Whether the tag can begin at all on this page. @default true */
  begins?: boolean;
  /** What is to be seen with the tag, where that is not all. */
  shows?: Partial<Shown>;
  /** Whether the tag comes when the shop has perhaps been seen: what has been seen stays, and the rest is shown. */
  anyMoment?: boolean;
}

/** Notes every error of the pages of a context, and every complaint of ours. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`uncaught: ${error.stack ?? error}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("[shopkeeper]"))
      errors.push(`${message.type()}: ${message.text()}`);
  });
  return errors;
}

/** What of the shop's marked elements is to be seen now. Asked past what may cover the document's own members. */
export const shownOn = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const own = Object.getPrototypeOf(document) as Document;
    const find = (selector: string): HTMLElement[] =>
      [...own.querySelectorAll.call(document, selector)] as HTMLElement[];
    const words = (selector: string): string => {
      const seen = find(selector).filter((element) => element.getClientRects().length);
      return seen.map((element) => element.innerText.trim()).join("|");
    };
    return {
      slot: words("#hero > *"),
      when: !!words("#again"),
      text: words("#hello"),
      rail: words("#rail > *"),
      swap: words("#banner > *"),
      popup: find("shopkeeper-overlay").some(
        (host) => !!host.shadowRoot?.querySelector("[part=title]")?.getClientRects().length,
      ),
    };
  });

/**
 * A checksum for each interface of the browser, over the names of its members and the source of each: `native code`
 * where nobody has patched it.
 */
const builtinsOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const sourceOf = Function.prototype.call.bind(Function.prototype.toString) as (given: unknown) => string;
    const describe = (object: object): string => {
      let text = "";
      for (const name of Reflect.ownKeys(object)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(object, name)!;
        for (const part of [value, get, set])
          text += `${String(name)}:${typeof part == "function" ? sourceOf(part) : typeof part};`;
      }
      let sum = 0;
      for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
      return `${sum}`;
    };
    const found: Record<string, string> = {};
    for (const name of Object.getOwnPropertyNames(window)) {
      if (!/^[A-Z]/.test(name)) continue;
      const value = (window as unknown as Record<string, unknown>)[name];
      if (typeof value != "function") continue;
      const { prototype } = value as { prototype?: object };
      found[name] = describe(value) + (prototype ? describe(prototype) : "");
    }
    for (const [name, object] of Object.entries({
      history,
      navigator,
      location,
      Math,
      JSON,
      Reflect,
      document,
      console,
      localStorage: Storage.prototype,
    }))
      found[name] = describe(object);
    return found;
  });

/** How many events are remembered by name. */
export const rememberedOn = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const names: Record<string, number> = {};
    for (const { name } of await window.shopkeeper.events()) names[name] = (names[name] ?? 0) + 1;
    return names;
  });

/** Waits until the tag has begun, and its first decisions stand. */
export async function begun(page: Page): Promise<void> {
  await page.waitForFunction(
    () => typeof (window.shopkeeper as { track?: unknown } | undefined)?.track == "function",
  );
  await page.evaluate(() => window.shopkeeper.ready);
}

/** Looks at a tote, tells a name, and waits until both are kept. */
export const becomeKnown = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { shopkeeper } = window;
    await shopkeeper.track("view_item", {
      items: [{ item_id: "tote", item_name: "Tote", price: 89, currency: "EUR", url: "/tote" }],
    });
    await shopkeeper.identify({ name: "Ada" });
  });

/** Two pages of a visitor: on the first one they look at a product, on the second one the shop knows them. */
export async function visit(
  browser: Browser,
  server: HostServer,
  path: string,
  withTag: boolean,
  { context: options, init, act, begins = true, shows, anyMoment }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  const before = server.asked.length;
  try {
    if (init) await context.addInitScript(init);
    const page = await context.newPage();
    const errors = watchErrors(page);
    const isKnown = withTag && begins;
    await page.goto(server.address + path);
    if (isKnown) {
      await begun(page);
      await becomeKnown(page);
    }
    await page.goto(server.address + path);
    if (isKnown) await begun(page);
    const wanted = { ...PERSONAL, ...shows };
    // What is shown comes a moment after; what is missing then is found below.
    for (let tries = isKnown ? 40 : 0; tries > 0; tries--) {
      const now = await shownOn(page);
      if (anyMoment ? now.popup : JSON.stringify(now) === JSON.stringify(wanted)) break;
      await page.waitForTimeout(100);
    }
    const shown = await shownOn(page);
    await act?.(page);
    return {
      host: await page.evaluate(() => window.checkHost()),
      shown,
      asked: [...new Set(server.asked.slice(before))],
      // Zone.js notes there who listens to what.
      names: (await page.evaluate(() => Object.getOwnPropertyNames(window))).filter(
        (name) => !name.startsWith("__zone_symbol__"),
      ),
      builtins: await builtinsOf(page),
      remembered: isKnown ? await rememberedOn(page) : {},
      errors,
    };
  } finally {
    await context.close();
  }
}
