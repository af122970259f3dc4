import { expect, test, type Page } from "@playwright/test";
import { diary } from "./journey.ts";
import { missing, recordedHtml, type RecordedPage, recordedPages, recordedPushes } from "./storefronts.ts";
import { type Serving, type Visitor, visitor } from "./visitor.ts";

// Whole ways through shops that we did not write, and beside each step what a person would write down of it.

test.use({ serviceWorkers: "block" });
test.skip(missing !== false, String(missing));

const tag = 'data-experiences="recently-viewed"';

/** A way through one recorded shop. */
async function through(
  context: Parameters<typeof visitor>[0],
  shop: string,
  script?: Serving["script"],
): Promise<Visitor & { named(name: string): RecordedPage; wrote: ReturnType<typeof diary> }> {
  const pages = recordedPages(shop);
  const someone = await visitor(context, { pages, tag, script });
  const errors: string[] = [];
  someone.page.on("pageerror", ({ message }) => errors.push(message));
  const wrote = diary(someone.page);
  return {
    ...someone,
    named: (name) => pages.find(({ file }) => file === `${shop}/${name}.html`)!,
    wrote: async (...lines) => {
      await wrote(...lines);
      expect(errors.filter((message) => /shopkeeper/i.test(message))).toEqual([]);
    },
  };
}

test("WooCommerce, from the home page to order received", async ({ context }) => {
  const way = await through(context, "woocommerce-live-ga4w", {
    address: /google-analytics-integration\/assets\/js\/build\/main\.js/,
    source: (page) =>
      `for (const entry of ${JSON.stringify(recordedPushes("ga4w", page))})
         entry.__arguments ? gtag(...entry.__arguments) : dataLayer.push(entry)`,
  });
  const { page, visit, put, named, wrote } = way;
  await visit(named("home"));
  await wrote("page_view home");
  await visit(named("search"));
  await wrote("page_view search", "search hoodie");

  await visit(named("shop-page2"));
  await wrote("page_view category", "view_item_list Shop");
  await page.locator(".products").getByRole("link", { name: "T-Shirt 18" }).first().click();
  await wrote("select_item T-Shirt", "page_view product", "view_item T-Shirt");

  // A form that is posted: the page which answers pushes the add as well.
  put(named("product-after-add-POST"));
  await page.getByRole("button", { name: "Add to cart", exact: true }).click();
  await wrote("add_to_cart 1 × T-Shirt", "page_view product", "view_item T-Shirt");

  // Nothing is chosen yet: the click is refused.
  await visit(named("product-variable"));
  await page.locator(".single_add_to_cart_button").evaluate((button: HTMLElement) => {
    // As the shop's own script leaves it until then.
    button.classList.add("disabled", "wc-variation-selection-needed");
    button.addEventListener("click", (event) => event.preventDefault());
    button.click();
  });
  await wrote("page_view product", "view_item Hoodie");

  await visit(named("cart"));
  await wrote("page_view cart", "view_cart 1 × Album, 1 × T-Shirt");
  await visit(named("checkout"));
  await wrote("page_view checkout", "begin_checkout 1 × Album, 1 × T-Shirt");
  await visit(named("order-received"));
  await wrote("page_view order", "purchase 1 × Album, 1 × T-Shirt as 47 for 33 EUR");
  await page.reload();
  await wrote("page_view order");
});

test("PrestaShop, from the home page to the confirmed order", async ({ context }) => {
  const { page, visit, put, named, wrote } = await through(context, "prestashop-classic-smarty");
  await visit(named("home"));
  await wrote("page_view home");
  await visit(named("search"));
  await wrote("page_view search", "search mug");
  await visit(named("category"));
  await wrote("page_view category", "view_item_list Men");
  await visit(named("product-discount"));
  await wrote("page_view product", "view_item Hummingbird printed t-shirt");

  put(named("cart"), "https://shop.example/en/cart");
  await page.locator("#quantity_wanted").fill("3");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await wrote(
    "add_to_cart 3 × Hummingbird printed t-shirt",
    "page_view cart",
    // What the page says: the recorded cart is of somebody with three hundred.
    "view_cart 300 × Hummingbird printed t-shirt",
  );
  await visit(named("order-confirmation"));
  await wrote(
    "page_view order",
    "purchase 300 × Hummingbird printed t-shirt as XKBKNABJK for 19.12 undefined",
  );
  await page.reload();
  await wrote("page_view order");
});

test("EverShop, whose cart lives behind requests", async ({ context }) => {
  const { page, visit, named, wrote } = await through(context, "evershop-live");
  await visit(named("home"));
  await wrote("page_view home");
  await visit(named("category"));
  await wrote("page_view category", "view_item_list Accessories");
  await visit(named("product"));
  await wrote("page_view product", "view_item Ceramic Coffee Cup - White");

  const answers: number[] = [422, 200];
  await context.route("**/api/cart/mine/items", (route) =>
    route.fulfill({ status: answers.shift()!, json: {} }),
  );
  const add = page.getByRole("button", { name: /add to cart/i });
  // Does what the shop's own script does on a click.
  await add.evaluate((button) =>
    button.addEventListener("click", () => void fetch("/api/cart/mine/items", { method: "POST" })),
  );
  await add.click();
  await expect.poll(() => answers.length).toBe(1);
  await add.click();
  await wrote("add_to_cart 1 × Ceramic Coffee Cup - White");

  await visit(named("cart"));
  await wrote("page_view cart", "view_cart");
  await visit(named("checkout"));
  await wrote("page_view checkout", "begin_checkout");
  await visit(named("login"));
  await wrote("page_view account");
});

/** Does what a single-page shop's own script does for a route: an address, then the recorded content in its root. */
const show = (page: Page, recorded: RecordedPage, moves = true): Promise<void> =>
  page.evaluate(
    ([html, url, moves]) => {
      if (moves) history.pushState({}, "", url);
      const { body } = new DOMParser().parseFromString(html, "text/html");
      document.querySelector("#root")!.replaceChildren(...body.querySelector("#root")!.childNodes);
    },
    [recordedHtml(recorded), recorded.url, moves] as const,
  );

test("a single-page shop, to the end of its checkout", async ({ context }) => {
  const { page, visit, named, wrote } = await through(context, "spa-sauce");
  await visit(named("list"));
  await wrote("page_view category", "view_item_list");
  await show(page, named("product"));
  await wrote("page_view product", "view_item Sauce Labs Backpack");
  // Its cart lives in the page alone: the counter goes up.
  await page.getByRole("button", { name: "Add to cart" }).click();
  await show(page, named("product-added"), false);
  await wrote("add_to_cart 1 × Sauce Labs Backpack");
  await page.getByRole("button", { name: "Remove" }).click();
  await show(page, named("product"), false);
  await wrote("remove_from_cart 1 × Sauce Labs Backpack");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await show(page, named("product-added"), false);
  await wrote("add_to_cart 1 × Sauce Labs Backpack");

  await show(page, named("cart"));
  await wrote("page_view cart", "view_cart");
  await show(page, named("checkout-1"));
  await wrote("page_view checkout", "begin_checkout");
  await show(page, named("checkout-2"));
  await wrote("page_view checkout");
  // It tells no number of the order, so that nothing would tell it from the next one.
  await show(page, named("order-complete"));
  await wrote("page_view order");
});
