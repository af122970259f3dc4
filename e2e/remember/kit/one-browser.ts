import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createProfile, type Engine, engines, type LaunchOptions, type Profile } from "./profile.ts";

/** For groups of tests that are there once an engine: where a machine lacks one, they are skipped by name. */
export const everyEngine: Engine[] = ["chromium", "firefox"];

export interface OneBrowser {
  readonly context: BrowserContext;
  readonly profile: Profile;
  /** Opens a tab there. */
  open(address: string): Promise<Page>;
}

/**
 * One browser for all tests of a group: a start costs seconds. Each test serves its shop on an origin of its own, and so
 * begins with an empty store. After each test nothing of ours has complained, whatever the test was about.
 */
export function oneBrowser(engine: Engine, options: LaunchOptions = {}): OneBrowser {
  test.skip(!engines.includes(engine), `This machine has no ${engine} that can be driven`);
  let profile: Profile;
  let context: BrowserContext;
  let errors: string[] = [];

  test.beforeAll(async () => {
    profile = createProfile(engine);
    ({ context } = await profile.launch(options));
    context.on("weberror", (error) => errors.push(error.error().message));
    context.on("console", (message) => {
      if (/^(warning|error)$/.test(message.type()) && /shopkeeper/i.test(message.text()))
        errors.push(message.text());
    });
  });
  test.beforeEach(() => void (errors = []));
  test.afterEach(async () => {
    // The last page stays: without one the browser ends.
    const pages = context.pages();
    await context.newPage();
    for (const page of pages) await page.close();
    expect(errors).toEqual([]);
  });
  test.afterAll(() => profile.remove());

  return {
    get context() {
      return context;
    },
    get profile() {
      return profile;
    },
    async open(address) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
  };
}
