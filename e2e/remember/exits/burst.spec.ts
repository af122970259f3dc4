import { expect, test } from "@playwright/test";
import { findProbes, watchErrors } from "../kit/probes.ts";
import { createProfile, engines } from "../kit/profile.ts";
import { serveShop } from "../kit/serve.ts";
import { leavingShop } from "./leaving-page.ts";

// More than the tail has room for, and more than a snapshot names.
for (const engine of ["chromium", "firefox"] as const)
  test(`in ${engine}, of 1,000 events told in one task before leaving each that is kept is counted, and no other`, async () => {
    test.skip(!engines.includes(engine), "there is no Firefox here");
    test.setTimeout(120_000);
    const shop = await serveShop(leavingShop);
    const profile = createProfile(engine);
    try {
      const { context, page } = await profile.launch();
      const errors = watchErrors(context);
      for (let turn = 0; turn < 3; turn++) {
        await page.goto(shop.address);
        await page.evaluate(async (writer) => {
          await window.shopkeeper.ready;
          setTimeout(() => {
            for (let number = 1; number <= 1000; number++)
              void window.shopkeeper.track("probe", { writer, number });
            location.href = "/next";
          });
        }, `turn ${turn}`);
        await page.waitForURL("**/next");
        const { rows, counted, events, stated } = await findProbes(page);
        expect.soft({ counted, stated }).toEqual({ counted: rows, stated: events });
      }
      await expect(page.locator("h1")).toHaveText("A shop");
      expect(errors).toEqual([]);
    } finally {
      await profile.remove();
      shop.close();
    }
  });
