import { existsSync } from "node:fs";

const installed = (paths: string[]): string | undefined => paths.find((path) => existsSync(path));

/** How Chromium is started: the one of the system where there is one, else Playwright's own download. */
export const chromium = {
  launchOptions: {
    executablePath: installed(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

/** The path of a stock Firefox, where the machine has one. */
export const firefoxPath = installed(["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
