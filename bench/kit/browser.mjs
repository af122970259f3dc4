import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";

const launchOptions = {
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  ),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
  ],
};

/** The version of Chromium, such as "156", and what it calls itself. */
export async function describeBrowser() {
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  const userAgent = await page.evaluate(() => navigator.userAgent);
  const version = browser.version().split(".")[0];
  await browser.close();
  return { version, userAgent };
}

/**
 * Opens Chromium with a profile on disk: a private window would keep IndexedDB in memory.
 *
 * @returns {Promise<{ context: import("playwright").BrowserContext, close(): Promise<void> }>}
 */
export async function openBrowser() {
  const profile = mkdtempSync(join(tmpdir(), "shopkeeper-bench-"));
  const { userAgent } = await describeBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport: { width: 1280, height: 800 },
    // Some rivals do nothing in a browser that says that it has no head.
    userAgent: userAgent.replace("Headless", ""),
    ignoreDefaultArgs: ["--enable-automation"],
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Opens a page whose processor is so many times slower, lets `act` use it, and closes it.
 *
 * @param {import("playwright").BrowserContext} context
 * @param {{ address: string, slowdown?: number }} options `address`: whose blank page comes first, so that no
 *   measurement has the start of a process in it.
 */
export async function withPage(context, { address, slowdown = 1 }, act) {
  const page = await context.newPage();
  try {
    const devtools = await context.newCDPSession(page);
    await page.goto(`${address}/blank`);
    if (slowdown > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return await act(page, devtools);
  } finally {
    await page.close();
  }
}
