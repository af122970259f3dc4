import type { Engine } from "@shopkeeper/engine";
import type { PlaceReader } from "./read/place.ts";
import type { Knowledge } from "./remember/knowledge.ts";

/**
 * What the engine knows, and beside it where the visitor is: the next page need not load the table of time zones to
 * tell it before its first paint. It is kept, refused and erased with everything else.
 */
export const knowledgeWithPlace = (engine: Engine, place: PlaceReader): Knowledge =>
  Object.assign(Object.create(engine), {
    save: () => ({ ...(engine.save() as object), place: place.save() }),
    restore(saved: { place?: unknown } | undefined) {
      place.restore(saved?.place);
      return engine.restore(saved);
    },
  });
