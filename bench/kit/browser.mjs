import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";

/** How the browser is started. */
export const launchOptions = {
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  ),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    // Some rivals do nothing for a browser that says that a program drives it.
    "--disable-blink-features=AutomationControlled",
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

/** Says in the newer way too that this is a browser with a head; `userAgent` of the context is only the older one. */
async function sayWithHead(page, devtools) {
  const { userAgent, metadata } = await page.evaluate(async () => {
    const { brands, mobile, platform } = navigator.userAgentData;
    return { userAgent: navigator.userAgent, metadata: { brands, mobile, platform } };
  });
  const brands = metadata.brands.map(({ brand, version }) => ({
    brand: brand.replace("Headless", "Google "),
    version,
  }));
  const rest = { platformVersion: "", architecture: "", model: "" };
  await devtools.send("Emulation.setUserAgentOverride", {
    userAgent,
    userAgentMetadata: { ...metadata, ...rest, brands },
  });
}

/** Makes the network as slow as said, and lets nobody out of this machine. */
async function limitNetwork(devtools, network) {
  await devtools.send("Network.enable");
  await devtools.send("Network.setBlockedURLs", { urls: ["https://*"] });
  if (!network) return;
  const bytes = (network.megabits * 1e6) / 8;
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: network.latency,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
}

/**
 * Opens a page whose processor is so many times slower, lets `act` use it, and closes it. Nothing leaves this machine.
 *
 * @param {import("playwright").BrowserContext} context
 * @param {{ address: string, slowdown?: number, network?: { megabits: number, latency: number } }} options `address`:
 *   whose blank page comes first, so that no measurement has the start of a process in it; `network`: how slow it is, in
 *   megabits a second and milliseconds until the first byte of each answer.
 */
export async function withPage(context, { address, slowdown = 1, network }, act) {
  const page = await context.newPage();
  try {
    const devtools = await context.newCDPSession(page);
    await page.goto(`${address}/blank`);
    await sayWithHead(page, devtools);
    await limitNetwork(devtools, network);
    if (slowdown > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return await act(page, devtools);
  } finally {
    await page.close();
  }
}
