import { expect, test } from "../kit.ts";

test("a configuration file says who sees what, and a fault in it stops nothing else", async ({
  page,
  address,
}) => {
  const warnings: string[] = [];
  page.on("console", (message) => void (message.type() === "warning" && warnings.push(message.text())));
  await page.goto(`${address}/configuration/`);
  await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
  await page.evaluate(() => window.shopkeeper.ready);
  await expect(page.getByText("Everything")).toBeVisible();
  expect(warnings.join("\n")).toMatch(/segment "broken", 1:1/);
  expect(warnings.join("\n")).toMatch(/experience "odd": cap: expected/);

  const look = (): Promise<void> =>
    page.evaluate(() =>
      window.shopkeeper.track("view_item", { items: [{ item_id: "a", item_brand: "Kiln" }] }),
    );
  await look();
  expect(await page.evaluate(() => window.shopkeeper.segments())).toEqual([]);
  await look();
  expect(await page.evaluate(() => window.shopkeeper.segments())).toEqual(["fan"]);

  await page.evaluate(() => window.shopkeeper.identify({ name: "Ada" }));
  await page.evaluate(() => window.shopkeeper.track("sign_up"));
  await expect(page.getByRole("region", { name: "Thank you, Ada" })).toBeVisible();
});

test("a configuration in the page itself needs no request and makes the first frame", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/configuration/inline.html`);
  await page.evaluate(async () => {
    await window.shopkeeper.ready;
    for (const item_id of ["a", "b"]) await window.shopkeeper.track("view_item", { items: [{ item_id }] });
  });
  await page.goto(`${address}/configuration/inline.html`);
  await expect(page.getByText("For a friend of Kiln")).toBeVisible();
  await expect(page.getByText("Everything")).toBeHidden();
});
