import type { BrowserContext, Page } from "@playwright/test";
import { tagFile, withTag } from "../tag.ts";
import { recordedHtml, type RecordedPage } from "./storefronts.ts";

/** What is served to a visitor. */
export interface Serving {
  pages: RecordedPage[];
  /** What the shop writes in the tag; absent: the shop without the tag. */
  tag?: string;
  /** Stands in for a script of the shop whose address matches: what was recorded is what it did. */
  script?: { address: RegExp; source(page: RecordedPage): string };
}

/** Someone with a browser of their own, in a shop that is served from its recorded pages. */
export interface Visitor {
  page: Page;
  /** Opens a recorded page at the address where it stood. */
  visit(page: RecordedPage): Promise<void>;
  /** Has a recorded page stand at an address, its own or the one that a form posts to, for whoever goes there. */
  put(page: RecordedPage, url?: string): void;
}

/**
 * A visitor of a recorded shop: its pages come from their files as they are, the tag where one is wanted,
 * and no other address answers.
 */
export async function visitor(context: BrowserContext, serving: Serving): Promise<Visitor> {
  const { pages, tag, script } = serving;
  // Of pages recorded at one address, such as a cart before and after, the one visited last answers.
  const shelf = new Map(pages.map((page) => [page.url, page]));
  let open = pages[0]!;

  await context.route("**/*", async (route) => {
    const request = route.request();
    const [url = ""] = request.url().split("#");
    const page = request.isNavigationRequest() ? shelf.get(url) : undefined;
    const ofTag = tagFile(url);
    if (page) {
      open = page;
      const html = recordedHtml(page);
      await route.fulfill({
        contentType: "text/html; charset=utf-8",
        body: tag === undefined ? html : withTag(html, tag),
      });
    } else if (ofTag !== undefined) await route.fulfill({ contentType: "text/javascript", body: ofTag });
    else if (script?.address.test(url))
      await route.fulfill({ contentType: "text/javascript", body: script.source(open) });
    else await route.abort();
  });

  const page = await context.newPage();
  return {
    page,
    put: (recorded, url = recorded.url) => void shelf.set(url, recorded),
    async visit(recorded) {
      shelf.set(recorded.url, recorded);
      await page.goto(recorded.url);
    },
  };
}
