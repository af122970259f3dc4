import type { showPrivacyPanel } from "./privacy-panel/privacy-panel.ts";
import type { placeOf } from "./read/time-zones.ts";

/** What few pages need, and so is not loaded before it is needed: modules by their names. */
export interface Parts {
  "time-zones": { placeOf: typeof placeOf };
  "privacy-panel": { showPrivacyPanel: typeof showPrivacyPanel };
}

/** Loads a part by its name. */
export type LoadPart = <Name extends keyof Parts>(name: Name) => Promise<Parts[Name]>;
