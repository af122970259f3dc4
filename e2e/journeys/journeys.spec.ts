import type { Page } from "@playwright/test";
import { expect, shopperAt, test } from "./kit.ts";
import type { Shopper } from "./kit.ts";

/** Not in the types of the DOM yet. */
interface LayoutShift extends PerformanceEntry {
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

const overlay = (page: Page) => page.locator("shopkeeper-overlay");
const help = (page: Page) => page.getByRole("dialog", { name: "Can we help?" });
const welcome = (page: Page) => overlay(page).getByText("Welcome back", { exact: true });
/** The card of a product in a rail of seen products, by its name. */
const seen = (page: Page, name: string) =>
  page
    .locator("shopkeeper-rail, [data-sk-rail=recently-viewed]")
    .getByRole("link", { name: new RegExp(name) });

/** Looks at products of a category and gives back their names. */
async function lookAround(shopper: Shopper, category: string, products: number): Promise<string[]> {
  const names: string[] = [];
  await shopper.visit(`category/${category}.html`);
  const links = shopper.page.locator('main a[href*="product/"]');
  const addresses = await links.evaluateAll((all) => [
    ...new Set(all.map((link) => (link as HTMLAnchorElement).href)),
  ]);
  for (const address of addresses.slice(0, products)) {
    await shopper.page.goto(address);
    await shopper.settled();
    names.push((await shopper.page.getByRole("heading", { level: 1 }).textContent())!.trim());
  }
  return names;
}

const slotShown = (page: Page): Promise<string> =>
  page.evaluate(() => (document.querySelector("[data-sk-slot=hero]") as HTMLElement).innerText);

test("a first visit shows nothing it should not", async ({ shopper }) => {
  await shopper.visit("");
  await shopper.settled();
  const { page } = shopper;
  await expect(overlay(page)).toHaveCount(0);
  await expect(page.locator("[data-sk-when]:not(template):visible")).toHaveCount(0);
  expect(await page.evaluate(() => window.shopkeeper.segments())).not.toContain("returning");
  expect(await page.evaluate(() => window.shopkeeper.events({ name: "view_item" }))).toEqual([]);
});

test("a second visit greets and shows what was seen", async ({ shopper }) => {
  const [name] = await lookAround(shopper, "bags", 1);
  await shopper.comeBackIn("3d");
  await shopper.visit("");
  await expect(welcome(shopper.page)).toBeVisible();
  await expect(seen(shopper.page, name!).first()).toBeVisible();
  expect(await shopper.facts()).toMatchObject({ "visitor.visits": 2, "visitor.returning": true });
});

test("the hero follows the strongest category", async ({ shopper }) => {
  await shopper.visit("");
  const before = await slotShown(shopper.page);
  await lookAround(shopper, "shoes", 1);
  await lookAround(shopper, "bags", 4);
  await shopper.visit("");
  await shopper.settled();
  const after = await slotShown(shopper.page);
  expect(after).not.toBe(before);
  expect(after).toMatch(/bag|ferry/i);
  expect((await shopper.page.evaluate(() => window.shopkeeper.why("bag-lover")))?.show).toBe(true);
});

test("the page does not shift when the hero is swapped", async ({ shopper }) => {
  await lookAround(shopper, "bags", 4);
  await shopper.visit("");
  await shopper.settled();
  const shifted = await shopper.page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const nodes: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            for (const { node, previousRect, currentRect } of (entry as LayoutShift).sources)
              nodes.push(
                `${(node as Element)?.outerHTML?.slice(0, 80)} ${JSON.stringify([previousRect, currentRect])}`,
              );
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(nodes), 300);
      }),
  );
  expect(shifted).toEqual([]);
});

test.describe("idle help", () => {
  /** The demo's 20 seconds, shortened for the test by the attribute that a merchant would use. */
  test.beforeEach(async ({ shopper }) => {
    await shopper.context.route("**/*.html", async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(/data-idle-help-after="\w+"/, 'data-idle-help-after="2s"');
      await route.fulfill({ response, body: html });
    });
  });

  test("comes once, after idling, and not again in the same visit", async ({ shopper }) => {
    const { page } = shopper;
    await shopper.visit("index.html");
    await page.mouse.move(100, 200);
    await expect(help(page)).toBeHidden();
    await expect(help(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help(page)).toBeHidden();
    await shopper.visit("help.html");
    await page.mouse.move(120, 220);
    await page.waitForTimeout(3000);
    await expect(help(page)).toBeHidden();
  });

  test("does not come in the checkout", async ({ shopper }) => {
    await shopper.visit("checkout.html");
    await shopper.page.mouse.move(100, 200);
    await shopper.page.waitForTimeout(3000);
    await expect(help(shopper.page)).toBeHidden();
  });

  test("does not come while the shopper is typing, and leaves the focus alone when it comes", async ({
    shopper,
  }) => {
    const { page } = shopper;
    await shopper.visit("search.html");
    const field = page.locator("main").getByRole("searchbox").or(page.getByRole("searchbox")).first();
    await field.click();
    await field.pressSequentially("par", { delay: 20 });
    await page.waitForTimeout(3000);
    await expect(help(page)).toBeHidden();
    await field.blur();
    await expect(help(page)).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  });
});

test("nothing is remembered without consent", async ({ shopper }) => {
  for (const state of ["pending", "denied"]) {
    await shopper.context.route("**/*.html", async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace("data-experiences", `data-consent="${state}" $&`);
      await route.fulfill({ response, body: html });
    });
    await shopper.visit("category/bags.html");
    await shopper.page.locator('main a[href*="product/"]').first().click();
    await shopper.page.waitForFunction(() => window.shopkeeper);
    await shopper.settled();
    const { page } = shopper;
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    const keys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    expect(keys.filter((key) => key.startsWith("shopkeeper"))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await shopper.context.unroute("**/*.html");
  }
});

test("forget means forgotten", async ({ shopper }) => {
  const [name] = await lookAround(shopper, "bags", 2);
  const { page } = shopper;
  await shopper.visit("account.html");
  await page.locator('[data-sk-do="forget"]').click();
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("shopkeeper"))))
    .toEqual([]);
  await expect.poll(() => page.evaluate(async () => (await window.shopkeeper.events()).length)).toBe(0);
  await shopper.visit("");
  await expect(seen(page, name!)).toHaveCount(0);
  await shopper.comeBackIn("3d");
  await shopper.visit("");
  await shopper.settled();
  await expect(welcome(page)).toHaveCount(0);
  expect(await shopper.facts()).toMatchObject({ "visitor.visits": 1, "visitor.returning": false });
});

test("two tabs agree", async ({ shopper, shopAddress }) => {
  await shopper.visit("");
  await shopper.settled();
  const other = await shopperAt(shopper.context, shopAddress);
  await lookAround(other, "shoes", 3);
  const viewed = (each: Shopper): Promise<number> =>
    each.page.evaluate(async () => (await window.shopkeeper.events({ name: "view_item" })).length);
  await expect.poll(() => viewed(shopper)).toBe(3);
  expect(await viewed(other)).toBe(3);
  await expect
    .poll(async () => (await shopper.facts())["visit.pages"])
    .toBe((await other.facts())["visit.pages"]);
  const names = (each: Shopper): Promise<unknown[]> =>
    each.page.evaluate(() =>
      window.shopkeeper.recommend("recently-viewed", { exclude: [] }).map(({ item_name }) => item_name),
    );
  expect(await names(shopper)).toEqual(await names(other));
});

test("storage refused: the shop works, and so does this page", async ({ shopper }) => {
  // The shop's own cart needs localStorage too; what is refused here is the database.
  await shopper.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The user denied permission to access the database.", "SecurityError");
    };
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith("shopkeeper")) throw new DOMException("refused", "QuotaExceededError");
      setItem.call(this, key, value);
    };
  });
  await lookAround(shopper, "bags", 1);
  const { page } = shopper;
  expect(await page.evaluate(() => window.shopkeeper.status().storage)).toBe("memory");
  expect(
    await page.evaluate(() => window.shopkeeper.recommend("recently-viewed", { exclude: [] }).length),
  ).toBe(1);
  await page
    .getByRole("button", { name: /put in the basket/i })
    .first()
    .click();
  await expect.poll(async () => (await shopper.facts())["cart.quantity"]).toBe(1);
});

test("a reload loses nothing", async ({ shopper }) => {
  await lookAround(shopper, "bags", 3);
  const { page } = shopper;
  const count = (): Promise<number> => page.evaluate(async () => (await window.shopkeeper.events()).length);
  const before = await count();
  await page.evaluate(() => {
    for (let i = 0; i < 20; i++) void window.shopkeeper.track("share", { method: String(i) });
    location.reload();
  });
  await page.waitForEvent("load");
  await shopper.settled();
  const shares = await page.evaluate(() => window.shopkeeper.events({ name: "share" }));
  expect(shares.map(({ method }) => method)).toEqual([...Array(20).keys()].map(String));
  expect(await count()).toBeGreaterThan(before + 20);
});

test("an order is counted once, however often its page is loaded", async ({ shopper }) => {
  await lookAround(shopper, "bags", 1);
  const { page } = shopper;
  await page
    .getByRole("button", { name: /put in the basket/i })
    .first()
    .click();
  await expect.poll(async () => (await shopper.facts())["cart.quantity"]).toBe(1);
  await shopper.visit("checkout.html");
  for (const field of await page.locator("main form :is(input, select, textarea)[required]").all()) {
    const type = await field.getAttribute("type");
    if (type === "checkbox" || type === "radio") await field.check();
    else if ((await field.evaluate((element) => element.tagName)) === "SELECT")
      await field.selectOption({ index: 1 });
    else
      await field.fill(
        type === "email"
          ? "ada@example.com"
          : /^\d/.test((await field.getAttribute("pattern")) ?? "")
            ? "12345"
            : "1234 Ada",
      );
  }
  await page.locator("main form button[type=submit], main form button:not([type])").last().click();
  await page.waitForURL(/order/);
  await shopper.settled();
  await page.reload();
  await shopper.settled();
  expect(await shopper.facts()).toMatchObject({
    "orders.count": 1,
    "visitor.stage": "customer",
    "cart.quantity": 0,
  });
});
