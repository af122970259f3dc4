import type { CatalogueItem } from "@shopkeeper/engine";
import { whenIdle } from "./dom/when-idle.ts";
import type { LoadPart } from "./parts.ts";
import type { PageReading } from "./read/read-page.ts";
import type { History } from "./remember/history.ts";
import { withoutPersonalData } from "./remember/without-personal-data.ts";

/** What the catalogue is told, and where it keeps that. */
export interface CatalogueWorld {
  history: Pick<History, "ask" | "keeps" | "status">;
  reading(): PageReading | undefined;
  /** How long products are kept, in days. */
  days: number | undefined;
  record(name: string, parameters: Record<string, unknown>): void;
}

/** With it goes what no keeping may do without: nothing personal is kept. */
export interface KeepWorld extends CatalogueWorld {
  withoutPersonalData<Data>(data: Data): Data;
}

export interface Catalogue {
  /** Keeps what the page told of products, when it has nothing better to do: a page has been read, or may be kept now. */
  keepSoon(): void;
  /** What is known of the shop's products, seen last first; none where nothing may be kept. Never rejects. */
  all(): Promise<CatalogueItem[]>;
}

/** The catalogue that builds itself of the pages that are read. What does it is loaded when there may be something to keep. */
export function watchCatalogue(load: LoadPart | undefined, world: CatalogueWorld): Catalogue {
  const part = async () => load!("catalogue");
  return {
    keepSoon: () =>
      whenIdle(() => {
        const { page, sight } = world.reading() ?? {};
        // Where the part is not beside the tag, the page was left or everything forgotten meanwhile, nothing is kept of it.
        const { keeps, status } = world.history;
        if (
          keeps() &&
          status().mode != "memory" &&
          (sight?.told.items || /product|other/.test(page?.type ?? ""))
        )
          part().then(
            ({ keepPage }) => keepPage({ ...world, withoutPersonalData }),
            () => {},
          );
      }),
    all: () =>
      part()
        .then(({ readCatalogue }) => readCatalogue(world.history.ask, world.days))
        .catch(() => []),
  };
}
