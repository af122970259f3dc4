import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const root = join(import.meta.dirname, "..");

/**
 * What a page loads, in bytes as sent (brotli 11), and what each may weigh at most.
 *
 * A budget is raised only with a line in `docs/decisions/` that says what was bought for the bytes.
 */
export const budgets = [
  { name: "the script tag", file: "packages/tag/dist/shopkeeper.js", budget: 35_900 },
  { name: "the table of time zones", file: "packages/tag/dist/time-zones.js", budget: 4_000 },
  { name: "the privacy panel", file: "packages/tag/dist/privacy-panel.js", budget: 7_550 },
];

/** The size of a built file as a server sends it with brotli. */
export const brotliSize = (file) =>
  brotliCompressSync(readFileSync(join(root, file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;
