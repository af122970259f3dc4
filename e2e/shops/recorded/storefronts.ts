import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { addresses } from "./addresses.ts";

/** One page as it was recorded, with what it states about itself. */
export interface RecordedPage {
  /** Under `pages/`: `"spa-sauce/list.html"`. */
  file: string;
  /** Where it stood, or where we let it stand. */
  url: string;
  pageType: string;
  facts: Statements;
}

/** Every value that the page states of a fact, the most trusted place first. */
type Statements = Record<string, { v: string }[] | undefined>;

interface ManifestEntry {
  file: string;
  url: string | null;
  pageType: string;
  facts?: Statements;
}

/** One push into a data layer as a plug-in made it; `__arguments` stands for what `gtag()` pushes. */
interface RecordedPushes {
  id: string;
  pushes: unknown[];
}

// The pages are not ours to publish: they lie beside the project where somebody has them, or where STOREFRONTS says.
const folder = resolve(
  process.env.STOREFRONTS ?? resolve(import.meta.dirname, "../../../../shared/storefronts"),
);

/** Why the recorded shops cannot be visited here, or false where they can. */
export const missing: string | false = existsSync(resolve(folder, "manifest.json"))
  ? false
  : "no recorded storefronts beside the project (../shared/storefronts)";

function readJson<Content>(file: string): Content[] {
  return missing ? [] : (JSON.parse(readFileSync(resolve(folder, file), "utf8")) as Content[]);
}

/** The folders of all recorded shops. */
export const recordedShops = (): string[] => [
  ...new Set(readJson<ManifestEntry>("manifest.json").map(({ file }) => file.split("/")[0]!)),
];

/** The pages of one recorded shop, by the name of its folder. */
export function recordedPages(shop: string): RecordedPage[] {
  return readJson<ManifestEntry>("manifest.json")
    .filter(({ file }) => file.startsWith(`${shop}/`))
    .map(({ file, url, pageType, facts }) => {
      const at = url ?? addresses[file];
      if (!at) throw new Error(`Where does ${file} stand? Neither the manifest nor addresses.ts says it.`);
      return { file, url: at, pageType, facts: facts ?? {} };
    });
}

export const recordedHtml = ({ file }: RecordedPage): string =>
  readFileSync(resolve(folder, "pages", file), "utf8");

/** What the scripts of a page pushed when it was recorded; ids read `ga4w-purchase-order-received`. */
export function recordedPushes(shop: string, page: RecordedPage): unknown[] {
  const name = page.file.slice(page.file.indexOf("/") + 1);
  return readJson<RecordedPushes>("datalayer.json")
    .filter(({ id }) => id.startsWith(`${shop}-`) && name.startsWith(id.split("-").slice(2).join("-")))
    .flatMap(({ pushes }) => pushes);
}
