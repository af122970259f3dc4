import { expect, test } from "./kit.ts";
import { leave, lookedThrough, patiently, visit } from "./shop.ts";

// Of what a page sends in its last moment Chromium loses some, one in ten on a busy machine; the next page sends it again.
test.describe.configure({ retries: 3 });

const mug = { item_id: "mug", item_name: "Mug", price: 18, currency: "EUR", quantity: 2, url: "/mug" };

test("a cart that is left is handed over as the page is left, once, with when it is due", async ({
  page,
  open,
}) => {
  const shop = await open({
    configuration: { sinks: ["beacon /outcomes"], handOver: ["cart_abandoned 6h"], experiences: [] },
    body: '<h1>A shop</h1><a href="/next">Next page</a>',
  });
  await page.goto(shop.address);
  await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
  await page.evaluate(async (mug) => {
    await window.shopkeeper.ready;
    await window.shopkeeper.track("add_to_cart", { items: [mug] });
  }, mug);
  await lookedThrough(page);
  // Going on within the shop is not leaving.
  await page.getByRole("link", { name: "Next page" }).click();
  await page.waitForURL("**/next");
  await page.evaluate(() => window.shopkeeper.ready);
  await lookedThrough(page);
  expect(shop.requests).toEqual([]);

  await leave(page);
  await expect.poll(() => shop.names(), patiently).toEqual(["cart_abandoned"]);
  const [line] = shop.lines();
  expect(line).toMatchObject({
    version: 1,
    value: 36,
    currency: "EUR",
    items: [{ item_id: "mug", item_name: "Mug", price: 18, quantity: 2 }],
  });
  expect(line!.id).toBe(`${line!["client"]} cart_abandoned ${(line!["due"] as number) - 6 * 3_600_000}`);

  // The same cart is left again.
  await page.goto(shop.address);
  await page.evaluate(() => window.shopkeeper.ready);
  await lookedThrough(page);
  await leave(page);
  await page.goto(shop.address);
  await page.evaluate(() => window.shopkeeper.ready);
  await lookedThrough(page);
  expect(shop.names()).toEqual(["cart_abandoned"]);
});

test("what was not switched on by its name is not handed over", async ({ page, open }) => {
  const shop = await open({ configuration: { sinks: ["beacon /outcomes"] } });
  await visit(page, shop);
  await page.evaluate((mug) => window.shopkeeper.track("add_to_cart", { items: [mug] }), mug);
  await lookedThrough(page);
  await leave(page);
  await expect.poll(() => shop.names(), patiently).toEqual(["experience_view"]);
});

test("who returns after long, has a birthday soon, or finds a price lower than last time is handed over once", async ({
  page,
  open,
}) => {
  const cup = { item_id: "cup", item_name: "Cup", price: 20, currency: "EUR" };
  const shop = await open({
    configuration: {
      sinks: ["datalayer"],
      handOver: ["lapsed_returned", "birthday_soon 7d", "price_dropped"],
      lapsedAfter: "1s",
      experiences: [],
    },
    // Who listens writes down what is told, over all pages.
    head: `<script>
      dataLayer = [];
      const push = dataLayer.push;
      dataLayer.push = (...told) => {
        const before = JSON.parse(sessionStorage.getItem("told") ?? "[]");
        sessionStorage.setItem("told", JSON.stringify([...before, ...told]));
        return push.apply(dataLayer, told);
      };
    </script>`,
    body: `<h1>Cup</h1><div data-sk-product='${JSON.stringify(cup)}'></div>`,
  });
  const handedOver = async () => {
    const told = await page.evaluate(() => sessionStorage.getItem("told") ?? "[]");
    const events = JSON.parse(told) as ({ event?: string } & Record<string, unknown>)[];
    return events.filter(({ event }) => /_(returned|soon|dropped)$/.test(event ?? ""));
  };
  const names = async () => (await handedOver()).map(({ event }) => event).sort();
  const come = async () => {
    await page.goto(`${shop.address}/product/cup`);
    await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
    await page.evaluate(() => window.shopkeeper.ready);
    await lookedThrough(page);
  };
  await come();
  expect(await handedOver()).toEqual([]);
  await page.evaluate(
    async ({ cup, birthday }) => {
      await window.shopkeeper.track("view_item", { items: [{ ...cup, price: 30 }] });
      await window.shopkeeper.track("purchase", { transaction_id: "o1", value: 10, currency: "EUR" });
      await window.shopkeeper.identify({ birthday });
    },
    { cup, birthday: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(5, 10) },
  );
  await expect.poll(() => page.evaluate(() => window.shopkeeper.facts()["visitor.stage"])).toBe("lapsed");
  await come();
  await expect.poll(names, patiently).toContain("price_dropped");
  await come();
  await expect.poll(names, patiently).toEqual(["birthday_soon", "lapsed_returned", "price_dropped"]);
  const byName = Object.fromEntries((await handedOver()).map((each) => [each.event, each]));
  expect(byName).toMatchObject({
    birthday_soon: { days: 3 },
    lapsed_returned: { days: 0 },
    price_dropped: {
      value: 20,
      currency: "EUR",
      items: [{ item_id: "cup", price: 20, price_before: 30 }],
    },
  });
});
