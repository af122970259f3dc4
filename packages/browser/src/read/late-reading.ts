import { inSlices } from "../dom/in-slices.ts";
import type { Undo } from "../dom/undo.ts";
import { outsideZone } from "../dom/outside-zone.ts";
import type { LoadPart } from "../parts.ts";
import type { Dialect } from "./dialect/reading.ts";
import { guarded } from "./guarded.ts";
import { lateDialects, type LateDialect } from "./late-dialects.ts";
import { readPageSteps, type Declared, type PageReading } from "./read-page.ts";

/** How long a page's events wait for a dialect that is on its way, in ms. */
const PATIENCE = 2000;

/** Reads the page as it stands, in slices; dialects that it needs besides are loaded, and then it is read again. */
export interface Look {
  /**
   * @param whole Hears all that was read. In the same task, where nothing has to be waited for.
   * @param first Hears what is known at once, where more is on its way.
   */
  (whole: (reading: PageReading) => void, first?: (reading: PageReading) => void): Undo;
}

/**
 * @param entries The data layer's entries of this page.
 * @param table The dialects that may be loaded; for tests.
 */
export function lateReading(
  document: Document,
  entries: () => unknown[],
  declared: Declared,
  load: LoadPart | undefined,
  table: LateDialect[] = lateDialects,
): Look {
  const come = new Map<string, Dialect>();
  const coming = new Map<string, Promise<void>>();
  /** Settles when the dialect is there, or was given up: it is not waited for again, and used once it comes. */
  const fetch = ({ name, load: of }: LateDialect): Promise<void> => {
    const found = coming.get(name);
    if (found) return found;
    const loaded = of(load!).then(
      (dialect) => void come.set(name, dialect),
      (error: Error) => console.warn("[shopkeeper]", `reading by ${name}:`, error.message),
    );
    const late = new Promise<void>((done) => outsideZone(() => setTimeout(done, PATIENCE)));
    const settled = Promise.race([loaded, late]).then(() => {
      if (!come.has(name)) come.set(name, () => ({}));
    });
    coming.set(name, settled);
    return settled;
  };

  const look = (whole: (reading: PageReading) => void, first?: (reading: PageReading) => void): Undo => {
    let stop: Undo;
    let stopped = false;
    stop = inSlices(readPageSteps(document, entries(), declared, come), (reading) => {
      const { sight } = reading;
      const wanted = load
        ? table.filter(({ name, needed }) => !come.has(name) && guarded(needed)(sight))
        : [];
      if (!wanted[0]) return whole(reading);
      first?.(reading);
      void Promise.all(wanted.map(fetch)).then(() => {
        if (!stopped) stop = look(whole);
      });
    });
    return () => {
      stopped = true;
      stop();
    };
  };
  return look;
}
