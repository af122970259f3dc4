import { expect, test } from "./kit.ts";

test("the rail is a named region with a list of links, which tell the price before and now", async ({
  shop,
}) => {
  const region = shop.page.getByRole("region", { name: "Recently viewed" });
  await expect(region.getByRole("listitem")).toHaveCount(10);
  await expect(region.getByRole("link").nth(0)).toHaveAccessibleName("Clock €27.00 List price €40.00 -32%");
  await expect(region.getByRole("link").nth(1)).toHaveAccessibleName("Tray €26.00");
  await expect(region.locator("button a, a button, a a")).toHaveCount(0);
  for (const image of await region.locator("img").all()) await expect(image).toHaveAttribute("alt", "");
});

test("Tab goes along the rail and brings each product into view", async ({ shop }) => {
  const { page } = shop;
  await page.setViewportSize({ width: 600, height: 700 });
  const region = page.getByRole("region", { name: "Recently viewed" });
  await region.getByRole("link").first().focus();
  for (let step = 0; step < 9; step++) await page.keyboard.press("Tab");
  expect(await shop.focused()).toMatch(/^Mug/);
  await expect(region.getByRole("link").last()).toBeInViewport({ ratio: 0.9 });
});

test("the arrow keys scroll the rail", async ({ shop }) => {
  const { page } = shop;
  await page.setViewportSize({ width: 600, height: 700 });
  const region = page.getByRole("region", { name: "Recently viewed" });
  await region.getByRole("link").first().focus();
  const left = () => region.locator("ul").evaluate((list) => list.scrollLeft);
  const before = await left();
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    expect(await left()).toBeGreaterThan(before + 100);
  }).toPass();
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } });

  test("a finger scrolls the rail, where there are no buttons for it", async ({ shop }) => {
    const { page } = shop;
    const region = page.getByRole("region", { name: "Recently viewed" });
    await expect(region.getByRole("link")).toHaveCount(10);
    await expect(region.getByRole("button")).toHaveCount(0);
    await region.scrollIntoViewIfNeeded();
    const { x, y } = (await region.getByRole("link").nth(1).boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", by = 0) =>
      client.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: x + 100 - by, y: y + 50 }],
      });
    await touch("touchStart");
    for (let by = 20; by <= 240; by += 20) await touch("touchMove", by);
    await touch("touchEnd");
    await expect.poll(() => region.locator("ul").evaluate((list) => list.scrollLeft)).toBeGreaterThan(100);
  });
});

test("its buttons scroll without moving the focus, and say that there is no more", async ({ shop }) => {
  const { page } = shop;
  await page.emulateMedia({ reducedMotion: "reduce" });
  const region = page.getByRole("region", { name: "Recently viewed" });
  const [previous, next] = [
    region.getByRole("button", { name: "Previous" }),
    region.getByRole("button", { name: "Next" }),
  ];
  await expect(previous).toBeDisabled();
  await expect(next).toBeEnabled();
  await next.focus();
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(next).toBeDisabled({ timeout: 300 });
  }).toPass();
  expect(await shop.focused()).toBe("Next");
  await expect(previous).toBeEnabled();
});

test("pictures come without a shift", async ({ shop }) => {
  const { page } = shop;
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  let send = (): void => {};
  const sent = new Promise<void>((resolve) => (send = resolve));
  await page.route("**/picture.svg", async (route) => {
    await sent;
    await route.fallback();
  });
  await shop.open([], "domcontentloaded");
  const region = page.getByRole("region", { name: "Recently viewed" });
  await region.scrollIntoViewIfNeeded();
  const before = await region.boundingBox();
  expect(before!.height).toBeGreaterThan(250);
  send();
  await expect
    .poll(() =>
      region
        .locator("img")
        .first()
        .evaluate((img) => (img as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);
  expect(await region.boundingBox()).toEqual(before);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});
