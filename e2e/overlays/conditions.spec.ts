import { expect, test } from "./kit.ts";

const kinds = ["message", "corner", "side", "bar", "center"] as const;

test("reduced motion: nothing of ours moves by itself", async ({ shop }) => {
  const { page } = shop;
  const animations = () =>
    page.evaluate(
      () =>
        document.getAnimations().length + document.documentElement.getAnimations({ subtree: true }).length,
    );
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const kind of kinds) {
    const box = await shop.show(kind);
    expect(await box.evaluate((element) => getComputedStyle(element).animationName)).toBe("none");
    expect(await animations()).toBe(0);
    await box.getByRole("button", { name: "Close" }).click();
  }
  expect(
    await page.locator("shopkeeper-rail ul").evaluate((list) => getComputedStyle(list).scrollBehavior),
  ).toBe("auto");
});

test("motion is short where it is welcome", async ({ shop }) => {
  const box = await shop.show("corner");
  expect(await box.evaluate((element) => getComputedStyle(element).animationDuration)).toBe("0.3s");
});

test("forced colours: the box, its buttons and those of the rail have visible borders", async ({ shop }) => {
  const { page } = shop;
  await page.emulateMedia({ forcedColors: "active" });
  const box = await shop.show("corner");
  const parts = [
    box,
    box.locator("[part=close]"),
    box.locator("[part=action]"),
    page.locator("shopkeeper-rail [part=scroll]").last(),
  ];
  for (const part of parts) {
    const style = await part.evaluate((element) => {
      const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor, color } =
        getComputedStyle(element);
      return {
        borderTopWidth,
        borderTopStyle,
        isSeen: borderTopColor !== backgroundColor && !/^rgba.* 0\)$/.test(borderTopColor),
        isRead: color !== backgroundColor,
      };
    });
    expect(style).toEqual({ borderTopWidth: "1px", borderTopStyle: "solid", isSeen: true, isRead: true });
  }
});

test("320 px wide: no kind makes the page scroll sideways or reaches out of it", async ({ shop }) => {
  const { page } = shop;
  await page.setViewportSize({ width: 320, height: 600 });
  for (const kind of kinds) {
    const box = await shop.show(kind);
    const { x, width } = (await box.boundingBox())!;
    expect(x, kind).toBeGreaterThanOrEqual(0);
    expect(x + width, kind).toBeLessThanOrEqual(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBe(320);
    await box.getByRole("button", { name: "Close" }).click();
  }
});

test("on a phone only the modal one takes more than a quarter of the height", async ({ shop }) => {
  const { page } = shop;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const kind of ["message", "corner", "side", "bar"] as const) {
    const box = await shop.show(kind);
    expect((await box.boundingBox())!.height, kind).toBeLessThanOrEqual(844 / 4);
    await box.getByRole("button", { name: "Close" }).click();
  }
});

for (const kind of ["corner", "message", "center"] as const)
  test(`text of 200 % in the ${kind}: nothing is cut off, and the close button stays in view`, async ({
    shop,
  }) => {
    const { page } = shop;
    await page.setViewportSize({ width: 320, height: 568 });
    await shop.open(
      [
        ["color-scheme: light dark;", "color-scheme: light dark; font-size: 200%;"],
        ['"body": "Ask."', `"body": "${"Ask us whatever you like. ".repeat(12)}"`],
        ['"body": "Good to see you again."', `"body": "${"Good to see you again. ".repeat(12)}"`],
      ].map(([old, fresh]): [string, string] => [old!, fresh!]),
    );
    const box = await shop.show(kind);
    expect(await box.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    expect(
      await box.locator("[part=title]").evaluate((element) => parseFloat(getComputedStyle(element).fontSize)),
    ).toBeGreaterThanOrEqual(32);
    await box.evaluate((element) => element.scrollTo(0, 1e6));
    const close = box.getByRole("button", { name: "Close" });
    await expect(close).toBeInViewport({ ratio: 1 });
    await expect(box.getByRole("link")).toBeInViewport({ ratio: 1 });
    // Nothing lies over it, and it can be pressed as it is.
    await close.click();
    await expect(box).toHaveCount(0);
  });

test("the page can be zoomed as before: we write no viewport", async ({ shop }) => {
  await shop.show("center");
  await expect(shop.page.locator("meta[name=viewport]")).toHaveAttribute(
    "content",
    "width=device-width, initial-scale=1",
  );
  const touch = await shop.page.locator("html").evaluate((html) => getComputedStyle(html).touchAction);
  expect(touch).toBe("auto");
});

test("every control of ours is at least 44 px in both directions", async ({ shop }) => {
  const { page } = shop;
  const tooSmall = () =>
    page.evaluate(() => {
      const roots = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
        shadowRoot ? [shadowRoot] : [],
      );
      const inner = roots.flatMap((root) =>
        [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : [])),
      );
      return [...roots, ...inner]
        .filter(({ host }) => host.localName.startsWith("shopkeeper-"))
        .flatMap((root) => [...root.querySelectorAll("button,a")])
        .map((element) => ({ part: element.part.value, ...element.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width < 44 || height < 44)
        .map(({ part }) => part);
    });
  for (const kind of kinds) {
    const box = await shop.show(kind);
    expect(await tooSmall(), kind).toEqual([]);
    await box.getByRole("button", { name: "Close" }).click();
  }
});

test("paper: overlays and buttons are left out, the rail is printed", async ({ shop }) => {
  const { page } = shop;
  await shop.show("corner");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("html > shopkeeper-overlay [part~=box]")).toBeHidden();
  await expect(page.getByRole("group", { name: "Free delivery" })).toBeHidden();
  const region = page.getByRole("region", { name: "Recently viewed" });
  await expect(region.getByRole("link").first()).toBeVisible();
  await expect(region.getByRole("button")).toHaveCount(0);
});

test("right to left: the corner is the other one, and so is the close button's", async ({ shop }) => {
  const { page } = shop;
  await shop.open([['dir="ltr"', 'dir="rtl"']]);
  const box = await shop.show("corner");
  const [outer, close] = [
    (await box.boundingBox())!,
    (await box.getByRole("button", { name: "Close" }).boundingBox())!,
  ];
  expect(outer.x).toBe(16);
  expect(close.x - outer.x).toBeLessThan(40);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("a strict policy for styles lets ours through", async ({ shop, address }) => {
  const { page } = shop;
  const violations: string[] = [];
  page.on(
    "console",
    (message) => void (/Content Security Policy/.test(message.text()) && violations.push(message.text())),
  );
  await shop.open([
    [
      "<style>",
      `<meta http-equiv="content-security-policy" content="style-src ${address}; require-trusted-types-for 'script'; trusted-types 'none'"><style>`,
    ],
  ]);
  violations.length = 0;
  const box = await shop.show("center");
  expect(await box.evaluate((element) => getComputedStyle(element).paddingTop)).toBe("32px");
  expect(violations).toEqual([]);
});
