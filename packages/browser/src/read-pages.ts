import type { Item, Page } from "@shopkeeper/engine";
import type { Options } from "./api.ts";
import { productUrl } from "./read/dialect/address.ts";
import { isSame } from "./read/fill-in.ts";
import { lateReading } from "./read/late-reading.ts";
import { oncePerAct } from "./read/once-per-act.ts";
import { pageEvents } from "./read/page-events.ts";
import { guessPageType } from "./read/page-type.ts";
import { pathOf, type PageReading } from "./read/read-page.ts";
import { routeUrl } from "./read/route-url.ts";
import { lastPageType } from "./read/last-page-type.ts";
import { visitSource, type VisitSource } from "./read/visit-source.ts";
import { watchActs } from "./read/watch-acts.ts";
import { watchAttributes } from "./read/watch-attributes.ts";
import { watchDataLayer } from "./read/watch-data-layer.ts";
import { watchRoutes } from "./read/watch-routes.ts";
import { whenSettled } from "./read/when-settled.ts";
import { whenShown } from "./read/when-shown.ts";
import { undoAll, type Undo } from "./dom/undo.ts";
import { listen } from "./dom/elements.ts";
import { ownDocument } from "./dom/own-document.ts";
import type { LoadPart } from "./parts.ts";

export interface PageReader {
  /** What is known of this page: at first what its address tells, the whole once it is read. */
  readonly page: Page;
  /** How this page was read last; absent before. */
  readonly reading: PageReading | undefined;
  /** Settles when the page has been read for the first time, and its events are told. Never rejects. */
  readonly read: Promise<void>;
  stop: Undo;
}

interface Readers {
  options: Options;
  /** Loads dialects that a page needs besides the core's. */
  load: LoadPart | undefined;
  /** Hears of everything that happens, each act once; with when, where that was before now. */
  record(name: string, parameters: Record<string, unknown>, at?: number): void;
  /** Whether something may be kept for the next page. */
  keeps?(): boolean;
  /** The page has been read anew: at first without what has to be loaded for it. */
  changed(): void;
  /** All of the page has been read, and its events are told. */
  told?(): void;
  /** The page before has been left: a single-page app shows another one. */
  moved?(): void;
  guarded<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void;
}

/** How long a route stands at least that somebody has seen, in ms. */
const LOOK = 100;

/** What says in the address which product this is: neither its variant nor anything else in the query does. */
const placeIn = (route: URL): string => productUrl(route).replace(/[?&]variant=[^&]*/, "");

/** Reads this page and every one that a single-page app makes of it. */
export function readPages({
  options,
  load,
  record,
  keeps = () => false,
  changed,
  told,
  moved: left,
  guarded,
}: Readers): PageReader {
  const route = (): URL => routeUrl(location.href, options.routes);
  const productPlace = (): string => placeIn(route());
  const glimpse = (): Page => ({ type: guessPageType(route()), path: pathOf(route()), title: "" });
  const entries = (): unknown[] => {
    const { dataLayer } = window as { dataLayer?: unknown };
    return Array.isArray(dataLayer) ? dataLayer : [];
  };
  let page = glimpse();
  let reading: PageReading | undefined;
  /** The product of the page that was read last, and its place. */
  let product: Item | undefined;
  let place: string;
  /** How many entries of the data layer were there before this route: they tell of the pages before. */
  let before = 0;
  let source: VisitSource | undefined = visitSource(location.href, ownDocument.referrer);
  let settling: Undo | undefined;
  let looking: Undo | undefined;
  let stopped = false;
  const undos: Undo[] = [];
  const acts = oncePerAct(record);
  let kindBefore = lastPageType();
  /** What was done while the page is still being read: it happened on a page that is told of first. */
  let held: Parameters<typeof acts.tell>[] | undefined;
  /** What is known of the page has not been told yet: more of it is on its way. */
  let isWaiting = false;
  /** Since when a route waits to be read, and whether the shopper has done anything on it. */
  let begun = 0;
  let isTouched = false;
  let settled: () => void;
  const first = new Promise<void>((done) => (settled = done));

  const look = lateReading(document, () => entries().slice(before), options, load);
  const take = (found: PageReading): void => {
    reading = found;
    ({ page } = found);
    ({ product } = page);
    place = productPlace();
  };
  const tellHeld = (): void => {
    const waiting = held ?? [];
    held = undefined;
    for (const each of waiting) acts.tell(...each);
  };
  const tellPage = (): void => {
    settled();
    isWaiting = false;
    begun = 0;
    for (const { name, parameters } of pageEvents(page, source, kindBefore)) {
      const tell = (): void => acts.tell(name, parameters);
      // What is in the cart may be told by scripts that are still to come.
      if (/_c(art|heckout)$/.test(name) && !parameters.items && document.readyState != "complete")
        undos.push(listen(window, "load", () => setTimeout(tell)));
      else tell();
    }
    source = undefined;
    kindBefore = page.type;
    tellHeld();
  };
  const hear = guarded((...act: Parameters<typeof acts.tell>) => {
    if (held) held.push(act);
    else acts.tell(...act);
  });
  /** @param whole Hears what was read before it counts. */
  const readNow = (whole?: (found: Page) => void): void => {
    held ??= [];
    looking?.();
    looking = look(
      guarded((found) => {
        whole?.(found.page);
        take(found);
        tellPage();
        lookForActs();
        changed();
        told?.();
      }),
      guarded((found) => {
        take(found);
        isWaiting = true;
        changed();
      }),
    );
  };
  const [lookForActs, stopActs] = watchActs(
    {
      window,
      document,
      page: () => page,
      tell: (...act) => hear(...act),
      reread: () => readNow(),
      keeps,
      asks: !!options.cartRequests,
    },
    load,
  );
  undos.push(stopActs);
  /** Tells what is known of a page that is left before all of it has come. */
  const tellBeforeLeaving = guarded(() => {
    if (isWaiting || begun) tellPage();
  });
  const routeChanged = guarded((isReplaced: boolean) => {
    const since = Date.now();
    // One that is replaced, or left by the app itself before anybody could see it, only led on to another.
    if (begun && (isReplaced || (since - begun < LOOK && !isTouched))) begun = 0;
    tellBeforeLeaving();
    looking?.();
    tellHeld();
    // An app may change the route several times before anything of it stands: compared is with what was read.
    const moved = place !== productPlace();
    // Otherwise it is perhaps the same product in another colour.
    const leaves = moved || !product;
    if (leaves) {
      begun = since;
      isTouched = false;
      page = glimpse();
      before = entries().length;
      acts.newPage();
      left?.();
    }
    settling?.();
    settling = whenSettled(
      document,
      guarded(() => {
        const last = product;
        readNow(({ product: now }) => {
          if (!leaves && !isSame(now, last)) acts.newPage(since);
        });
      }),
      (enough) => {
        if (guessPageType(route()) != "product") return enough();
        looking?.();
        // The product before may stand there until the next one has been fetched.
        looking = look(({ page: { product: found } }) => {
          if (found && !(moved && isSame(found, product))) enough();
        });
      },
      // The page is there, its product is not.
      () => {
        if (begun && guessPageType(route()) == "product") tellPage();
        else return true;
      },
    );
  });
  const start = guarded(() => {
    if (stopped) return settled();
    readNow();
    undos.push(
      watchDataLayer(window, hear),
      watchAttributes(document, () => page.product, hear),
      watchRoutes(window, routeChanged, options.routes == "hash"),
      listen(window, "pointerdown keydown", () => (isTouched = true)),
      listen(window, "pagehide", tellBeforeLeaving),
      () => settling?.(),
      () => looking?.(),
    );
  });

  return {
    get page() {
      return page;
    },
    get reading() {
      return reading;
    },
    read: Promise.all([first, whenShown(document).then(start)]).then(() => {}),
    stop() {
      stopped = true;
      settled();
      undoAll(undos)();
    },
  };
}
