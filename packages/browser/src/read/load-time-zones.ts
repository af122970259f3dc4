import type { LoadTimeZones } from "./place.ts";

/** A chunk of its own for bundlers. The tag, which is one script, has its own way: the build leaves this out of it. */
export const loadTimeZones: LoadTimeZones | undefined = () => import("./time-zones.ts");
