import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "../kit/paths.mjs";

const folder = join(root, "../shared/storefronts/labelled");
const readJson = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** Whether the labelled pages are on this machine. */
export const arePagesThere = existsSync(join(folder, "ground-truth.json"));

/** The labels, by page and field; `url` is where the page was. */
export const labels = () => readJson("ground-truth.json");

/** What another system has read of the same pages. */
export const toldBy = (system) => readJson(`systems/${system}.json`);

export const htmlOf = (page) =>
  gunzipSync(readFileSync(join(folder, `pages/${page}.html.gz`))).toString("utf8");
