import { readEnvironment } from "./read/environment.ts";
import type { PlaceReader } from "./read/place.ts";
import type { ConsentStates } from "./remember/consent.ts";

/** What changes while a page is open. */
interface Live {
  /** Engaged time of the visit, in milliseconds. */
  time(): number;
  /** When there was a sign of life last, in milliseconds since 1970. */
  last(): number;
  consent(): ConsentStates;
}

/** What only the browser knows, by the name of the fact, as getters: asked when it is needed. */
export const liveEnvironment = (place: PlaceReader, { time, last, consent }: Live): Record<string, unknown> =>
  Object.defineProperties(
    readEnvironment(window, place.facts),
    Object.getOwnPropertyDescriptors({
      get "visit.time"() {
        return time();
      },
      get "visit.idle"() {
        // A clock that was set back makes nothing negative.
        return Math.max(0, Date.now() - last());
      },
      get "consent.measurement"() {
        return consent().measurement;
      },
      get "consent.personalization"() {
        return consent().personalization;
      },
    }),
  );
