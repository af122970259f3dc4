import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, chromium as chromiumType, firefox as firefoxType, type Page } from "playwright";
import { chromium, firefoxPath } from "../../browsers.ts";

export type Engine = "chromium" | "firefox";

/** The engines that this machine can run. */
export const engines: Engine[] = firefoxPath ? ["chromium", "firefox"] : ["chromium"];

export interface LaunchOptions {
  /** More switches of Chromium. */
  args?: string[];
  /** Switches that Playwright sets and that are to be left out. */
  ignoreDefaultArgs?: string[];
  /** Preferences of Firefox. */
  preferences?: Record<string, string | number | boolean>;
}

/** A directory that a browser keeps everything in, and that outlives it: killed, damaged, and opened again. */
export interface Profile {
  readonly directory: string;
  /** Starts the browser on this directory. */
  launch(options?: LaunchOptions): Promise<{ context: BrowserContext; page: Page }>;
  /** Kills the browser as the system would: no process of it runs on, nothing is written any more. */
  kill(): Promise<void>;
  /** Ends the browser, if it runs, and removes the directory. */
  remove(): Promise<void>;
}

export function createProfile(engine: Engine): Profile {
  const directory = mkdtempSync(join(tmpdir(), `shopkeeper-${engine}-`));
  let context: BrowserContext | undefined;

  async function launch({ args = [], ignoreDefaultArgs, preferences }: LaunchOptions = {}) {
    rmSync(join(directory, "SingletonLock"), { force: true });
    context =
      engine === "chromium"
        ? await chromiumType.launchPersistentContext(directory, {
            ...chromium.launchOptions,
            args: [...chromium.launchOptions.args, ...args],
            ignoreDefaultArgs,
          })
        : await firefoxType.launchPersistentContext(directory, {
            channel: "moz-firefox",
            executablePath: firefoxPath!,
            firefoxUserPrefs: preferences,
          });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  }

  async function kill(): Promise<void> {
    for (const pid of processesOf(directory)) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Its parent took it along.
      }
    }
    while (processesOf(directory)[0]) await pause(20);
    await context?.close().catch(() => {});
    context = undefined;
  }

  return {
    directory,
    launch,
    kill,
    async remove() {
      await context?.close().catch(() => {});
      await kill();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Every process whose command line names the directory, the browser's own and those that it started. */
function processesOf(directory: string): number[] {
  try {
    return execFileSync("pgrep", ["-f", directory], { encoding: "utf8" }).trim().split("\n").map(Number);
  } catch {
    // None.
    return [];
  }
}
