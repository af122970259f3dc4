import { expect, test } from "./kit.ts";

const modal = "center";
const free = ["corner", "side", "bar"] as const;

test("the modal dialog takes the focus to its close button and gives it back by Escape", async ({ shop }) => {
  const { page } = shop;
  await page.locator("#opener").focus();
  const box = await shop.show(modal);
  expect(await shop.focused()).toBe("Close");
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  expect(await shop.focused()).toBe("opener");
});

test("Tab goes round in the modal dialog, both ways, and never into the page", async ({ shop }) => {
  const { page } = shop;
  await shop.show(modal);
  const way: string[] = [];
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press("Tab");
    way.push(await shop.focused());
  }
  // Between the last and the first control the focus is in the browser's own bars, which a page cannot see.
  const inPage = way.filter((name) => name !== "" && !name.includes("Home"));
  expect(new Set(inPage)).toEqual(new Set(["Ask us", "Close"]));
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(["Ask us", "Close", ""]).toContain((await shop.focused()).replace(/.*Home[^]*/, ""));
});

test("behind the modal dialog nothing can be clicked, focused or read", async ({ shop }) => {
  const { page } = shop;
  await shop.show(modal);
  await page.locator("#opener").evaluate((button) => (button as HTMLElement).focus());
  expect(await shop.focused()).toBe("Close");
  const hit = await page.locator("#opener").evaluate((button) => {
    const { left, top } = button.getBoundingClientRect();
    return document.elementFromPoint(left + 5, top + 5)?.localName;
  });
  expect(hit).toBe("shopkeeper-overlay");
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => name?.value);
  expect(names).toContain("Ask us");
  expect(names).not.toContain("Open");
});

test("a click beside the modal dialog closes it, one in it does not", async ({ shop }) => {
  const { page } = shop;
  const box = await shop.show(modal);
  await box.getByText("Ask.").click();
  await expect(box).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(box).toHaveCount(0);
});

test("the focus goes near to where its opener was, once that is gone", async ({ shop }) => {
  const { page } = shop;
  await page.locator("#opener").focus();
  const box = await shop.show(modal);
  await page.locator("#opener").evaluate((button) => button.remove());
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await page.keyboard.press("Tab");
  expect(await shop.focused(), "the next in the same paragraph").toBe("field");
  await expect(page.locator("[tabindex='-1']:not([part])")).toHaveCount(0);
});

test("a dialog has its role, its name and whether it is modal", async ({ shop }) => {
  const { page } = shop;
  const box = await shop.show(modal);
  await expect(page.getByRole("dialog", { name: "Can we help?" })).toBeVisible();
  expect(await box.evaluate((element) => element.matches(":modal"))).toBe(true);
  await box.getByRole("button", { name: "Close" }).click();
  await shop.show("corner");
  const other = page.getByRole("dialog", { name: "Can we help?" });
  expect(await other.evaluate((element) => element.matches(":modal,[aria-modal=true]"))).toBe(false);
});

for (const kind of free)
  test(`a pop-up in the ${kind} is no trap: the focus stays, and Tab comes by its controls in turn`, async ({
    shop,
  }) => {
    const { page } = shop;
    await page.locator("#end").focus();
    const box = await shop.show(kind);
    expect(await shop.focused()).toBe("end");
    const way: string[] = [];
    for (let step = 0; step < 2; step++) {
      await page.keyboard.press("Tab");
      way.push(await shop.focused());
    }
    expect(way).toEqual(["Close", "Ask us"]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await shop.focused()).toBe("end");
    await page.keyboard.press("Escape");
    await expect(box).toHaveCount(0);
    expect(await shop.focused()).toBe("end");
  });

test("the page beside a pop-up can be used", async ({ shop }) => {
  const { page } = shop;
  const box = await shop.show("corner");
  await page.locator("#field").fill("mug");
  await expect(page.locator("#field")).toHaveValue("mug");
  await page.mouse.click(5, 5);
  await expect(box, "a click beside it is the page's").toBeVisible();
});

test("a pop-up waits for someone who types, and takes no letter from them", async ({ shop }) => {
  const { page } = shop;
  await page.locator("#field").focus();
  await page.keyboard.type("blue ");
  for (const kind of ["corner", "center"])
    await page.evaluate((name) => window.shopkeeper.track(name), `show_${kind}`);
  await page.keyboard.type("mug");
  await expect(page.locator("#field")).toHaveValue("blue mug");
  expect(await shop.focused()).toBe("field");
  await expect(page.locator("html > shopkeeper-overlay")).toHaveCount(0);
});

test("Escape closes the shop's own dialog first, then the pop-up", async ({ shop }) => {
  const { page } = shop;
  const box = await shop.show("corner");
  const cart = page.locator("dialog[aria-label=Cart]");
  await cart.evaluate((dialog) => (dialog as HTMLDialogElement).showModal());
  await page.keyboard.press("Escape");
  await expect(cart).toBeHidden();
  await expect(box).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
});

test("Enter and Space press the close button, and the focus goes back to where it came from", async ({
  shop,
}) => {
  const { page } = shop;
  for (const [key, kind] of [
    ["Enter", "corner"],
    ["Space", "side"],
  ] as const) {
    await page.locator("#end").focus();
    const box = await shop.show(kind);
    await page.keyboard.press("Tab");
    await page.keyboard.press(key);
    await expect(box).toHaveCount(0);
    expect(await shop.focused()).toBe("end");
  }
});

test("a merchant's dialog is named by its heading, and Tab finds its buttons after the close button", async ({
  shop,
}) => {
  const { page } = shop;
  await shop.show("offer");
  await expect(page.getByRole("dialog", { name: "Before you go", exact: true })).toBeVisible();
  const way = [await shop.focused()];
  for (let step = 0; step < 2; step++) {
    await page.keyboard.press("Tab");
    way.push(await shop.focused());
  }
  expect(way).toEqual(["Close", "Yes", "No"]);
});

test("a bar is a named region with its close button first, and its title is no heading", async ({ shop }) => {
  await shop.show("message");
  const region = shop.page.getByRole("region", { name: "Welcome back" });
  await expect(region).toMatchAriaSnapshot(`
    - region "Welcome back":
      - button "Close"
      - text: Welcome back
      - paragraph: Good to see you again.
      - link "What is new"
  `);
  await expect(region.getByRole("heading")).toHaveCount(0);
});

for (const kind of ["message", "corner"] as const)
  test(`what the ${kind} says is spoken once, politely`, async ({ shop }) => {
    const { page } = shop;
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const hear = (root: Node): void =>
        new MutationObserver((records) => {
          for (const { addedNodes, target } of records) {
            const region = (target as Element).closest?.("[role=status]");
            for (const node of addedNodes) {
              if (region?.closest(":not([data-sk-privacy])")) heard.push(node.textContent ?? "");
              if (node instanceof Element && node.shadowRoot) hear(node.shadowRoot);
            }
          }
        }).observe(root, { childList: true, subtree: true });
      hear(document.documentElement);
    });
    const box = await shop.show(kind);
    const heard = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const words = kind === "message" ? "Welcome back Good to see you again." : "Can we help? Ask.";
    await expect.poll(heard).toEqual([words]);
    const regions = page.locator("html > shopkeeper-overlay [role=status]");
    expect(await regions.count()).toBe(1);
    await expect(page.locator("html > shopkeeper-overlay [role=alert],[aria-live=assertive]")).toHaveCount(0);
    // It is emptied again, so that nobody who reads on comes upon the same words twice.
    await expect(regions).toHaveText("", { timeout: 15_000 });
    expect(await heard()).toEqual([words]);
    await expect(box).toBeVisible();
  });

test("nothing goes away by itself", async ({ shop }) => {
  const { page } = shop;
  await page.clock.install();
  const box = await shop.show("corner");
  await page.clock.fastForward("30:00");
  await expect(box).toBeVisible();
});

test("what has the focus is not covered by a bar", async ({ shop }) => {
  const { page } = shop;
  const box = await shop.show("message");
  await page.evaluate(() => {
    const low = document.createElement("a");
    low.href = "#low";
    low.id = "low";
    low.textContent = "Basket";
    low.style.cssText = "position:fixed;bottom:30px;left:50%";
    document.body.append(low);
  });
  await page.locator("#end").focus();
  await page.keyboard.press("Tab");
  expect(await shop.focused()).toBe("low");
  const [low, bar] = [await page.locator("#low").boundingBox(), await box.boundingBox()];
  expect(bar!.y + bar!.height).toBeLessThanOrEqual(low!.y);
});
