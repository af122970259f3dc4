import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const root = join(import.meta.dirname, "..");

/** Ready-made experiences that may weigh more than the others. */
const HEAVIER = {
  "faq-help": 4_050,
  "price-drop": 3_500,
  preferences: 3_100,
  "push-ask": 3_100,
  "back-in-stock": 3_350,
};

const PART_NAMES = [
  ...readFileSync(join(root, "packages/browser/src/experiences/part-names.ts"), "utf8").matchAll(
    /^ +"([\w-]+)",$/gm,
  ),
].map(([, name]) => name);

/**
 * What a page loads, in bytes as sent (brotli 11), and what each may weigh at most.
 *
 * A budget is raised only with a line in `docs/decisions/` that says what was bought for the bytes.
 */
export const budgets = [
  { name: "the script tag", file: "packages/tag/dist/shopkeeper.js", budget: 49_200 },
  { name: "the table of time zones", file: "packages/tag/dist/time-zones.js", budget: 4_000 },
  { name: "reading what only people see", file: "packages/tag/dist/visible.js", budget: 6_950 },
  { name: "reading marked-up elements", file: "packages/tag/dist/markup.js", budget: 3_800 },
  { name: "acts on the cart", file: "packages/tag/dist/cart-acts.js", budget: 4_100 },
  { name: "kinds of page in data layers", file: "packages/tag/dist/data-layer-kind.js", budget: 700 },
  { name: "Nosto's hidden tags", file: "packages/tag/dist/hidden-tags.js", budget: 1_800 },
  ...Object.entries({
    shopify: 3_600,
    woocommerce: 4_200,
    magento: 3_100,
    prestashop: 3_400,
    bigcommerce: 3_000,
  }).map(([name, budget]) => ({
    name: `the adapter of ${name}`,
    file: `packages/tag/dist/${name}.js`,
    budget,
  })),
  { name: "the catalogue", file: "packages/tag/dist/catalogue.js", budget: 1_400 },
  { name: "how a page was read", file: "packages/tag/dist/page-report.js", budget: 2_600 },
  { name: "the privacy panel", file: "packages/tag/dist/privacy-panel.js", budget: 7_550 },
  { name: "overlays", file: "packages/tag/dist/overlays.js", budget: 4_850 },
  { name: "triggers", file: "packages/tag/dist/triggers.js", budget: 2_800 },
  { name: "the tour", file: "packages/tag/dist/tour.js", budget: 7_250 },
  { name: "outcomes", file: "packages/tag/dist/outcomes.js", budget: 5_500 },
  { name: "what the snippet is told", file: "packages/tag/dist/foresee.js", budget: 1_450 },
  { name: "a preview of an experiment", file: "packages/tag/dist/preview.js", budget: 1_200 },
  { name: "rails with a model", file: "packages/tag/dist/rails.js", budget: 3_300 },
  { name: "what a model foretells", file: "packages/tag/dist/predict.js", budget: 1_700 },
  { name: "rails without a model", file: "packages/tag/dist/alike.js", budget: 750 },
  { name: "journeys", file: "packages/tag/dist/journeys.js", budget: 2_000 },
  { name: "HTML made safe", file: "packages/tag/dist/safe-html.js", budget: 1_100 },
  { name: "DOMPurify", file: "packages/tag/dist/purify.js", budget: 10_100 },
  { name: "the rules of lint", file: "packages/tag/dist/lint-page.js", budget: 36_400 },
  // Each says what it says in ten languages; the heaviest are those that search, and those with a form.
  ...PART_NAMES.map((name) => ({
    name: `the experience ${name}`,
    // Blockers look for the other word.
    file: `packages/tag/dist/${name.replace("banner", "hero")}.js`,
    budget: HEAVIER[name] ?? 2_900,
  })),
  // The longest of each: what is said in other languages, and what the panel says in them.
  ...["de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"].flatMap((language) => [
    { name: `words in ${language}`, file: `packages/tag/dist/words-${language}.js`, budget: 450 },
    {
      name: `the panel in ${language}`,
      file: `packages/tag/dist/privacy-panel-${language}.js`,
      budget: 1_300,
    },
  ]),
];

/** The size of a built file as a server sends it with brotli. */
export const brotliSize = (file) =>
  brotliCompressSync(readFileSync(join(root, file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;
