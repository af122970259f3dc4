import type { Engine } from "@shopkeeper/engine";
import type { Plans } from "./experiences/run-parts.ts";
import type { PlaceReader } from "./read/place.ts";
import type { Knowledge } from "./remember/knowledge.ts";

/**
 * What the engine knows, and beside it where the visitor is: the next page need not load the table of time zones to
 * tell it before its first paint. So with what ready-made experiences plan for it. It is kept, refused and erased with everything else.
 */
export const knowledgeWithPlace = (engine: Engine, place: PlaceReader, plans: Plans): Knowledge =>
  Object.assign(Object.create(engine), {
    save: () => ({ ...(engine.save() as object), place: place.save(), plans }),
    restore(saved: { place?: unknown; plans?: object } | undefined) {
      place.restore(saved?.place);
      Object.assign(plans, saved?.plans);
      return engine.restore(saved);
    },
  });
