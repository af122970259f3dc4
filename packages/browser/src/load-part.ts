import type { LoadPart, Parts } from "./parts.ts";

const parts: { [Name in keyof Parts]: () => Promise<Parts[Name]> } = {
  "time-zones": () => import("./read/time-zones.ts"),
  "privacy-panel": () => import("./privacy-panel/privacy-panel.ts"),
};

/** A chunk each for bundlers. The tag, which is one script, has its own way: the build leaves this out of it. */
export const loadPart: LoadPart | undefined = (name) => parts[name]();
