import { expect, type Page, test } from "@playwright/test";
import { railOf } from "../rail.ts";
import { eventsOf, factsOf } from "../tag.ts";
import { describeShop } from "./describe-shop.ts";
import { missing, recordedHtml, type RecordedPage, recordedPages } from "./storefronts.ts";
import { visitor } from "./visitor.ts";

const folder = "spa-sauce";
const tag = 'data-experiences="recently-viewed idle-help" data-recently-viewed-into="#contents_wrapper"';
// It declares nothing to machines: what there is to know stands in the visible page.
const backpack = { "product.name": "Sauce Labs Backpack", "product.price": 29.99 };

describeShop({
  name: "single-page shop",
  folder,
  tag,
  facts: { "product.html": backpack, "product-added.html": backpack },
  // Back to the overview of the checkout.
  pageTypes: { "back.html": "checkout" },
  seen: "product.html",
  next: ["list.html", "cart.html"],
});

test.describe("single-page shop, without new documents", () => {
  test.use({ serviceWorkers: "block" });
  test.skip(missing !== false, String(missing));

  const pages = recordedPages(folder);
  const named = (name: string): RecordedPage => pages.find(({ file }) => file === `${folder}/${name}`)!;

  /** Does what the shop's own script does for a route: an address, then the recorded content in its root. */
  const go = (page: Page, recorded: RecordedPage, how: "push" | "back"): Promise<void> =>
    page.evaluate(
      async ([html, url, how]) => {
        if (how === "push") history.pushState({}, "", url);
        else {
          const popped = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
          history.back();
          await popped;
        }
        const { body } = new DOMParser().parseFromString(html, "text/html");
        document.querySelector("#root")!.replaceChildren(...body.querySelector("#root")!.childNodes);
      },
      [recordedHtml(recorded), recorded.url, how] as const,
    );

  test("a route change is a page of its own, and the rail follows it", async ({ context }) => {
    const { page, visit } = await visitor(context, { pages, tag });
    const [list, product, cart] = [named("list.html"), named("product.html"), named("cart.html")];
    /** Waits until these are the pages that were seen: one that is left at once is none. */
    const pagesSeen = async (...seen: RecordedPage[]): Promise<void> => {
      const paths = async (): Promise<unknown[]> =>
        (await eventsOf(page, "page_view")).map(({ page_path }) => page_path);
      await expect.poll(paths).toEqual(seen.map(({ url }) => new URL(url).pathname));
    };
    await visit(list);
    await pagesSeen(list);

    await go(page, product, "push");
    await pagesSeen(list, product);
    await expect.poll(() => factsOf(page)).toMatchObject({ "page.type": "product", ...backpack });
    await expect(railOf(page)).toBeHidden();

    await go(page, list, "back");
    await pagesSeen(list, product, list);
    await expect(railOf(page)).toContainText("Sauce Labs Backpack");
    expect((await factsOf(page))["page.type"]).toBe("category");
    expect(await factsOf(page)).not.toHaveProperty(["product.name"]);

    await go(page, cart, "push");
    await pagesSeen(list, product, list, cart);
    expect((await factsOf(page))["page.type"]).toBe("cart");
    await expect(railOf(page)).toHaveCount(1);
    await expect(railOf(page)).toContainText("Sauce Labs Backpack");
    expect(await eventsOf(page, "view_item")).toHaveLength(1);
  });
});
