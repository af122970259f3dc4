import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeWorld } from "../lint/world.ts";

/** What `@shopkeeper/browser` tells of a page; the same as `shopkeeper.status().page`. */
export interface PageReport {
  type: string;
  path: string;
  product?: Record<string, unknown>;
  items?: unknown[];
  category?: string;
  searchTerm?: string;
  order?: Record<string, unknown>;
  sources: Record<string, string>;
  conflicts: { field: string; value: unknown; from: string; others: { value: unknown; from: string }[] }[];
  missing: string[];
  advice: string[];
}

/** A page that was read, and in what. */
export interface ReadPage {
  name: string;
  /** In `"markup"` no script of the page has run: what scripts add is not there. */
  rendered: "browser" | "markup";
  report: PageReport;
}

export interface Rendering {
  /** The path of a Chromium, Chrome or Edge; without one, Playwright's own. */
  browser?: string | undefined;
  /** Run no script of the page, even where there is a browser. */
  markup?: boolean | undefined;
  /** The address that a file is read as: relative addresses go on from there, and it tells what kind of page it is. */
  url?: string | undefined;
}

const ADDRESS = /^https?:\/\//i;

/** The reader, as one script: built beside this file. */
const reader = (): string =>
  `(() => { ${readFileSync(new URL("./read-here.cjs", import.meta.url), "utf8")}; return readerHere.readHere(); })()`;

interface Chromium {
  launch(options: object): Promise<{
    newPage(options: object): Promise<{
      goto(address: string, options: object): Promise<unknown>;
      route(
        pattern: string,
        handle: (route: { fulfill(answer: object): Promise<void> }) => Promise<void>,
      ): Promise<void>;
      waitForLoadState(state: string, options: object): Promise<void>;
      evaluate(script: string): Promise<PageReport>;
    }>;
    close(): Promise<void>;
  }>;
}

/** Playwright, where the project that this is called in has it, or this program has. */
function chromium(): Chromium | undefined {
  for (const from of [join(process.cwd(), "package.json"), import.meta.url])
    for (const name of ["playwright", "@playwright/test", "playwright-core"])
      try {
        return (createRequire(from)(name) as { chromium: Chromium }).chromium;
      } catch {
        // Not there, or not under this name.
      }
  return undefined;
}

/** Milliseconds for a page to come, and for its scripts to come to rest. */
const PATIENCE = 30_000;
const REST = 5_000;

async function inBrowser(name: string, { browser, url }: Rendering): Promise<PageReport | undefined> {
  const found = chromium();
  if (!found) return undefined;
  const opened = await found.launch({ executablePath: browser }).catch((error: Error) => {
    if (browser) throw error;
  });
  // Playwright is there, and no browser has been downloaded for it.
  if (!opened) return undefined;
  try {
    // A page's policy for scripts is about its own.
    const page = await opened.newPage({ bypassCSP: true });
    const address = ADDRESS.test(name) ? name : (url ?? pathToFileURL(resolve(name)).href);
    if (url && !ADDRESS.test(name))
      await page.route(url, (route) =>
        route.fulfill({ contentType: "text/html; charset=utf-8", body: readFileSync(name, "utf8") }),
      );
    await page.goto(address, { waitUntil: "load", timeout: PATIENCE });
    // A shop that never comes to rest is read all the same.
    await page.waitForLoadState("networkidle", { timeout: REST }).catch(() => {});
    return await page.evaluate(reader());
  } finally {
    await opened.close();
  }
}

async function inMarkup(name: string, { url }: Rendering): Promise<PageReport> {
  const { text, address } = ADDRESS.test(name)
    ? await nodeWorld.fetch(name)
    : {
        text: readFileSync(name === "-" ? 0 : name, "utf8"),
        address: url ?? pathToFileURL(resolve(name)).href,
      };
  const { JSDOM, VirtualConsole } = await import("jsdom");
  // Scripts of the page are not run, and nothing is fetched: `outside-only` is for ours.
  const { window } = new JSDOM(text, {
    url: address,
    runScripts: "outside-only",
    virtualConsole: new VirtualConsole(),
  });
  try {
    return await (window.eval(reader()) as Promise<PageReport>);
  } finally {
    window.close();
  }
}

/**
 * Opens a page and reads it as the tag would: in a browser where Playwright is there, else what its markup alone says.
 *
 * @throws Where there is no such page.
 */
export async function openPage(name: string, rendering: Rendering): Promise<ReadPage> {
  if (!ADDRESS.test(name) && name !== "-" && !existsSync(name)) throw new Error("no such file");
  const report = rendering.markup || name === "-" ? undefined : await inBrowser(name, rendering);
  return report
    ? { name, rendered: "browser", report }
    : { name, rendered: "markup", report: await inMarkup(name, rendering) };
}
