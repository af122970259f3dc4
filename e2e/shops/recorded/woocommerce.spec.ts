import { expect, test } from "@playwright/test";
import { eventsOf, factsOf } from "../tag.ts";
import { describeShop } from "./describe-shop.ts";
import { missing, recordedPages, recordedPushes, type RecordedPage } from "./storefronts.ts";
import { visitor, type Serving } from "./visitor.ts";

const folder = "woocommerce-live-ga4w";
const tag = 'data-experiences="recently-viewed idle-help"';

/** The analytics plug-in's script, of which what it pushed on a page was recorded. */
const script: Serving["script"] = {
  address: /google-analytics-integration\/assets\/js\/build\/main\.js/,
  source: (page) =>
    `for (const entry of ${JSON.stringify(recordedPushes("ga4w", page))})
       entry.__arguments ? gtag(...entry.__arguments) : dataLayer.push(entry)`,
};

describeShop({
  name: "WooCommerce",
  folder,
  tag,
  script,
  seen: "product-t-shirt.html",
  next: ["product-simple-sale.html", "category-hoodies.html", "cart.html"],
});

test.describe("WooCommerce, up to order received", () => {
  test.use({ serviceWorkers: "block" });
  test.skip(missing !== false, String(missing));

  const pages = recordedPages(folder);
  const named = (name: string): RecordedPage => pages.find(({ file }) => file === `${folder}/${name}`)!;

  test("what was put into the cart is recorded once", async ({ context }) => {
    const { page, visit } = await visitor(context, { pages, tag, script });
    await visit(named("product-t-shirt.html"));
    await visit(named("product-after-add-POST.html"));
    await visit(named("cart.html"));
    const added = await eventsOf(page, "add_to_cart");
    expect(added.map(({ items }) => items?.map(({ item_id, price }) => [item_id, price]))).toEqual([
      [["woo-tshirt", 18]],
    ]);
    // The cart that was recorded has an album besides.
    expect(await factsOf(page)).toMatchObject({ "visitor.stage": "considering", "cart.quantity": 2 });
  });

  test("a purchase is recorded once, also after a reload and in another tab", async ({ context }) => {
    const { page, visit } = await visitor(context, { pages, tag, script });
    const order = named("order-received.html");
    await visit(named("checkout.html"));
    await visit(order);
    const once = [expect.objectContaining({ transaction_id: "47", value: 33, currency: "EUR" })];
    await expect.poll(() => eventsOf(page, "purchase")).toEqual(once);
    await page.reload();
    expect(await eventsOf(page, "purchase")).toEqual(once);

    const tab = await context.newPage();
    await tab.goto(order.url);
    expect(await eventsOf(tab, "purchase")).toEqual(once);
    expect(await factsOf(tab)).toMatchObject({ "orders.count": 1, "orders.value": 33, "cart.quantity": 0 });
  });
});
