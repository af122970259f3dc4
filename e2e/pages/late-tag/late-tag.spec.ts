import { expect, test } from "../kit.ts";

for (const how of ["async", "module", "late", "twice"])
  test(`a tag put in ${how} counts the page once and adds one name to the window`, async ({
    page,
    address,
  }) => {
    await page.route("**/shopkeeper.js", (route) =>
      route.fulfill({ body: "", contentType: "text/javascript" }),
    );
    await page.goto(`${address}/late-tag/?how=${how}`);
    await page.waitForTimeout(300);
    const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
    await page.unroute("**/shopkeeper.js");

    await page.goto(`${address}/late-tag/?how=${how}`);
    await page.waitForFunction(() => "track" in window.shopkeeper);
    await page.evaluate(() => window.shopkeeper.ready);
    expect(await page.evaluate(() => (window as unknown as { counted: string[] }).counted)).toEqual([
      "page_view",
    ]);
    expect((await page.evaluate(() => window.shopkeeper.events({ name: "page_view" }))).length).toBe(1);
    const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });
