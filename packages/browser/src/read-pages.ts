import type { Page } from "@shopkeeper/engine";
import type { Options } from "./api.ts";
import { oncePerAct } from "./read/once-per-act.ts";
import { pageEvents } from "./read/page-events.ts";
import { guessPageType } from "./read/page-type.ts";
import { pathOf, readPage } from "./read/read-page.ts";
import { visitSource, type VisitSource } from "./read/visit-source.ts";
import { watchAttributes } from "./read/watch-attributes.ts";
import { watchDataLayer } from "./read/watch-data-layer.ts";
import { watchRoutes } from "./read/watch-routes.ts";
import { whenSettled } from "./read/when-settled.ts";
import { whenShown } from "./read/when-shown.ts";
import { undoAll, type Undo } from "./dom/undo.ts";

export interface PageReader {
  /** What is known of this page: at first what its address tells, the whole once it is parsed. */
  readonly page: Page;
  /** Settles when the page has been read for the first time. Never rejects. */
  readonly read: Promise<void>;
  stop: Undo;
}

interface Readers {
  options: Options;
  /** Hears of everything that happens, each act once. */
  record(name: string, parameters: Record<string, unknown>): void;
  /** The page has been read anew. */
  changed(): void;
  guarded<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void;
}

/** Reads this page and every one that a single-page app makes of it. */
export function readPages({ options, record, changed, guarded }: Readers): PageReader {
  const glimpse = (): Page => ({ type: guessPageType(location), path: pathOf(location), title: "" });
  const entries = (): ArrayLike<unknown> => {
    const { dataLayer } = window as { dataLayer?: unknown };
    return Array.isArray(dataLayer) ? dataLayer : [];
  };
  let page = glimpse();
  /** How many entries of the data layer were there before this route: they tell of the pages before. */
  let before = 0;
  let source: VisitSource | undefined = visitSource(location.href, document.referrer);
  let settling: Undo | undefined;
  let stopped = false;
  const undos: Undo[] = [];
  const acts = oncePerAct(record);

  const readNow = guarded(() => {
    page = readPage(document, [].slice.call(entries(), before), options);
    for (const { name, parameters } of pageEvents(page, source)) acts.tell(name, parameters);
    source = undefined;
    changed();
  });
  const routeChanged = guarded(() => {
    page = glimpse();
    before = entries().length;
    acts.newPage();
    settling?.();
    settling = whenSettled(document, readNow);
  });
  const start = guarded(() => {
    if (stopped) return;
    readNow();
    undos.push(
      watchDataLayer(window, guarded(acts.tell)),
      watchAttributes(document, () => page.product, guarded(acts.tell)),
      watchRoutes(window, routeChanged),
      () => settling?.(),
    );
  });

  return {
    get page() {
      return page;
    },
    read: whenShown(document).then(start),
    stop() {
      stopped = true;
      undoAll(undos)();
    },
  };
}
