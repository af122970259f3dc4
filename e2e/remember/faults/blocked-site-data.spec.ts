import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LaunchOptions } from "../kit/profile.ts";
import { arrive, expectInMemory, expectKeeps } from "./kit/shopper.ts";
import { engines, expect, test, type Engine } from "./kit/test.ts";

/** How a shopper sets a browser so that it keeps nothing, and how it keeps again. */
interface Setting {
  name: string;
  engine: Engine;
  /** What stands in the preferences of Chromium. */
  stored?: [refusing: object, keeping: object];
  refusing?: LaunchOptions;
  keeping?: LaunchOptions;
}

const cookies = (word: number) => ({ profile: { default_content_setting_values: { cookies: word } } });

const settings: Setting[] = [
  { name: "site data is blocked", engine: "chromium", stored: [cookies(2), cookies(1)] },
  {
    name: "site data is blocked",
    engine: "firefox",
    refusing: { preferences: { "network.cookie.cookieBehavior": 2 } },
    keeping: { preferences: { "network.cookie.cookieBehavior": 5 } },
  },
  {
    // As in Firefox before 115 and in the Tor Browser: https://bugzilla.mozilla.org/show_bug.cgi?id=781982
    name: "the window is private and has no IndexedDB",
    engine: "firefox",
    refusing: {
      preferences: {
        "browser.privatebrowsing.autostart": true,
        "dom.indexedDB.privateBrowsing.enabled": false,
        // Else nothing is remembered there at all: a private window sends Global Privacy Control.
        "privacy.globalprivacycontrol.pbmode.enabled": false,
      },
    },
    keeping: {
      preferences: {
        "browser.privatebrowsing.autostart": false,
        "dom.indexedDB.privateBrowsing.enabled": true,
      },
    },
  },
];

for (const { name, engine, stored, refusing, keeping } of settings)
  test(`in ${engine}, where ${name}, a page remembers for itself, and the next visit keeps again`, async ({
    profileOf,
    serve,
  }) => {
    test.skip(!engines.includes(engine), `${engine} is not installed`);
    test.setTimeout(60_000);
    const shop = await serve();
    const profile = profileOf(engine);
    const set = (preferences: object | undefined): void => {
      if (!preferences) return;
      mkdirSync(join(profile.directory, "Default"), { recursive: true });
      writeFileSync(join(profile.directory, "Default/Preferences"), JSON.stringify(preferences));
    };
    set(stored?.[0]);
    const first = await profile.launch(refusing);
    await arrive(first.page, shop.address);
    await expectInMemory(first.page);
    await arrive(first.page, shop.address);
    await expectInMemory(first.page);
    await first.context.close();

    set(stored?.[1]);
    const second = await profile.launch(keeping);
    expect(await arrive(second.page, shop.address)).toMatchObject({ bought: [], pieces: 0 });
    await expectKeeps(second.page, shop.address);
  });
