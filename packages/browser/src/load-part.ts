// The build reads the names and files of the parts from here (see rollup.config.mjs).
import type { LoadPart, Parts } from "./parts.ts";

const parts: { [Name in keyof Parts]: () => Promise<Parts[Name]> } = {
  triggers: () => import("./trigger/triggers.ts"),
  outcomes: () => import("./outcomes/run-outcomes.ts"),
  overlays: () => import("./overlays/overlays.ts"),
  tour: () => import("./tour/tour.ts"),
  "safe-html": () => import("./render/safe-html.ts"),
  purify: () => import("./render/purify.ts"),
  foresee: () => import("./first-frame/foresee.ts"),
  journeys: () => import("./journeys.ts"),
  preview: () => import("./experiment/preview.ts"),
  "time-zones": () => import("./read/time-zones.ts"),
  "privacy-panel": () => import("./privacy-panel/privacy-panel.ts"),
  "lint-page": () => import("./inspect/lint-page.ts"),
  "words-de": () => import("./words/german.ts"),
  "words-fr": () => import("./words/french.ts"),
  "words-es": () => import("./words/spanish.ts"),
  "words-it": () => import("./words/italian.ts"),
  "words-pt": () => import("./words/portuguese.ts"),
  "words-nl": () => import("./words/dutch.ts"),
  "words-pl": () => import("./words/polish.ts"),
  "words-ja": () => import("./words/japanese.ts"),
  "words-ar": () => import("./words/arabic.ts"),
  "privacy-panel-de": () => import("./privacy-panel/texts/german.ts"),
  "privacy-panel-fr": () => import("./privacy-panel/texts/french.ts"),
  "privacy-panel-es": () => import("./privacy-panel/texts/spanish.ts"),
  "privacy-panel-it": () => import("./privacy-panel/texts/italian.ts"),
  "privacy-panel-pt": () => import("./privacy-panel/texts/portuguese.ts"),
  "privacy-panel-nl": () => import("./privacy-panel/texts/dutch.ts"),
  "privacy-panel-pl": () => import("./privacy-panel/texts/polish.ts"),
  "privacy-panel-ja": () => import("./privacy-panel/texts/japanese.ts"),
  "privacy-panel-ar": () => import("./privacy-panel/texts/arabic.ts"),
};

/** A chunk each for bundlers. The tag, which is one script, has its own way: the build leaves this out of it. */
export const loadPart: LoadPart | undefined = (name) => parts[name]();
