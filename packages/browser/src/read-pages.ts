import type { Item, Page } from "@shopkeeper/engine";
import type { Options } from "./api.ts";
import { productUrl } from "./read/dialect/address.ts";
import { isSame } from "./read/fill-in.ts";
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
import { ownDocument } from "./dom/own-document.ts";

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
  /** The page before has been left: a single-page app shows another one. */
  moved?(): void;
  guarded<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void;
}

/** What says in the address which product this is: neither its variant nor anything else in the query does. */
const productPlace = (): string => productUrl(new URL(location.href)).replace(/[?&]variant=[^&]*/, "");

/** Reads this page and every one that a single-page app makes of it. */
export function readPages({ options, record, changed, moved: left, guarded }: Readers): PageReader {
  const glimpse = (): Page => ({ type: guessPageType(location), path: pathOf(location), title: "" });
  const entries = (): unknown[] => {
    const { dataLayer } = window as { dataLayer?: unknown };
    return Array.isArray(dataLayer) ? dataLayer : [];
  };
  let page = glimpse();
  /** The product of the page that was read last, and its place. */
  let product: Item | undefined;
  let place: string;
  /** How many entries of the data layer were there before this route: they tell of the pages before. */
  let before = 0;
  let source: VisitSource | undefined = visitSource(location.href, ownDocument.referrer);
  let settling: Undo | undefined;
  let stopped = false;
  const undos: Undo[] = [];
  const acts = oncePerAct(record);

  const look = (): Page => readPage(document, entries().slice(before), options);
  const readNow = guarded(() => {
    page = look();
    product = page.product;
    place = productPlace();
    for (const { name, parameters } of pageEvents(page, source)) acts.tell(name, parameters);
    source = undefined;
    changed();
  });
  const routeChanged = guarded(() => {
    const since = Date.now();
    // An app may change the route several times before anything of it stands: compared is with what was read.
    const moved = place !== productPlace();
    // Otherwise it is perhaps the same product in another colour.
    const leaves = moved || !product;
    if (leaves) {
      page = glimpse();
      before = entries().length;
      acts.newPage();
      left?.();
    }
    settling?.();
    settling = whenSettled(
      document,
      () => {
        if (!leaves && !isSame(look().product, product)) acts.newPage(since);
        readNow();
      },
      () => {
        if (guessPageType(location) != "product") return true;
        // The product before may stand there until the next one has been fetched.
        const found = look().product;
        return !!found && !(moved && isSame(found, product));
      },
    );
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
