import type { ByContent } from "@shopkeeper/engine";
import type * as catalogue from "./catalogue/catalogue.ts";
import type { showPreview } from "./experiment/preview.ts";
import type { PartFile } from "./experiences/part-names.ts";
import type { Make } from "./experiences/part-world.ts";
import type { foresee } from "./first-frame/foresee.ts";
import type { lintPage } from "./inspect/lint-page.ts";
import type * as outcomes from "./outcomes/run-outcomes.ts";
import type { showBar } from "./overlays/bar.ts";
import type { showPopup } from "./overlays/popup.ts";
import type { showPrivacyPanel } from "./privacy-panel/privacy-panel.ts";
import type { Texts } from "./privacy-panel/texts.ts";
import type { createRecommender } from "./recommend/recommender.ts";
import type { runJourneys } from "./journeys.ts";
import type { watchCartActs } from "./read/acts/watch-cart-acts.ts";
import type { reportOn } from "./read/report/page-report.ts";
import type { readMicrodata, readRdfa } from "./read/dialect/markup.ts";
import type { readVisible } from "./read/dialect/visible.ts";
import type { readDataLayerKind } from "./read/dialect/data-layer-kind.ts";
import type { readNosto } from "./read/dialect/nosto.ts";
import type { Platform, PlatformName } from "./read/platform/platform.ts";
import type { placeOf } from "./read/time-zones.ts";
import type { purify } from "./render/purify.ts";
import type { safeHtml } from "./render/safe-html.ts";
import type { showTour } from "./tour/tour.ts";
import type * as triggers from "./trigger/triggers.ts";
import type { Language } from "./words/language-of.ts";
import type { Words } from "./words/words.ts";

type InLanguages = { [Each in Language as `words-${Each}`]: { words: Words } } & {
  [Each in Language as `privacy-panel-${Each}`]: { texts: Texts };
} & { [Each in PartFile]: { make: Make } } & { [Each in PlatformName]: { platform: Platform } };

/** What few pages need, and so is not loaded before it is needed: modules by their names. */
export interface Parts extends InLanguages {
  triggers: typeof triggers;
  outcomes: typeof outcomes;
  catalogue: typeof catalogue;
  overlays: { showBar: typeof showBar; showPopup: typeof showPopup };
  tour: { showTour: typeof showTour };
  "safe-html": { safeHtml: typeof safeHtml };
  purify: { purify: typeof purify };
  foresee: { foresee: typeof foresee };
  journeys: { runJourneys: typeof runJourneys };
  rails: { createRecommender: typeof createRecommender };
  alike: { byContent: ByContent };
  preview: { showPreview: typeof showPreview };
  "cart-acts": { watchCartActs: typeof watchCartActs };
  "data-layer-kind": { readDataLayerKind: typeof readDataLayerKind };
  "hidden-tags": { readNosto: typeof readNosto };
  "page-report": { reportOn: typeof reportOn };
  markup: { readMicrodata: typeof readMicrodata; readRdfa: typeof readRdfa };
  visible: { readVisible: typeof readVisible };
  "time-zones": { placeOf: typeof placeOf };
  "privacy-panel": { showPrivacyPanel: typeof showPrivacyPanel };
  "lint-page": { lintPage: typeof lintPage };
}

/** Loads a part by its name. */
export type LoadPart = <Name extends keyof Parts>(name: Name) => Promise<Parts[Name]>;
