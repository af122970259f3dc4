import type { CatalogueItem, Configuration } from "@shopkeeper/engine";
import { whenIdle } from "./dom/when-idle.ts";
import type { LoadPart } from "./parts.ts";
import type { PageReading } from "./read/read-page.ts";
import type { History } from "./remember/history.ts";

export interface Catalogue {
  /** Keeps what the page told of products, when it has nothing better to do: a page has been read, or may be kept now. */
  keepSoon(): void;
  /** What is known of the shop's products, seen last first; none where nothing may be kept. Never rejects. */
  all(): Promise<CatalogueItem[]>;
}

interface World {
  load: LoadPart | undefined;
  history: Pick<History, "ask" | "keeps">;
  reading(): PageReading | undefined;
  retention: Configuration["retention"] | undefined;
  record(name: string, parameters: Record<string, unknown>): void;
}

/** How the server answered this page: a product that is gone is answered with 404 or 410. */
const isGone = (): boolean => {
  const [{ name, responseStatus } = {} as PerformanceNavigationTiming] = performance.getEntriesByType(
    "navigation",
  ) as PerformanceNavigationTiming[];
  // A single-page app may have gone on since.
  return /^4(04|10)$/.test(`${responseStatus}`) && new URL(name).pathname == location.pathname;
};

/** The catalogue that builds itself of the pages that are read. What does it is loaded when there is something to keep. */
export function watchCatalogue({ load, history, reading, retention, record }: World): Catalogue {
  const days = retention?.days;
  let waits = false;
  const keep = async (): Promise<void> => {
    waits = false;
    const found = reading();
    if (!found || !history.keeps()) return;
    const { page, sight } = found;
    const { product, items = sight.told.items ?? [] } = page;
    const gone = !product && isGone() ? location.pathname : undefined;
    if (!product && !items[0] && !gone) return;
    const { keepItems } = await load!("catalogue");
    const lost = await keepItems(history.ask, {
      items: product ? [...items, product] : items,
      gone,
      days,
      now: Date.now(),
    });
    if (lost[0])
      record("item_gone", {
        items: lost.map(({ item_id, item_name }) => ({ item_id, item_name, availability: "Discontinued" })),
      });
  };
  return {
    keepSoon() {
      if (waits || !load) return;
      waits = true;
      // Where the part is not beside the tag, the page was left or everything forgotten meanwhile, nothing is kept of it.
      whenIdle(() => void keep().catch(() => {}));
    },
    async all() {
      try {
        return await (await load!("catalogue")).readCatalogue(history.ask, days);
      } catch {
        return [];
      }
    },
  };
}
