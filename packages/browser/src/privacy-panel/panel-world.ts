import type { Shopkeeper } from "../api.ts";
import type { Report } from "../dom/report.ts";
import type { History } from "../remember/history.ts";
import type { LoadTexts } from "./texts.ts";

/** What the panel asks and does. */
export interface PanelWorld extends Pick<History, "amend"> {
  shop: Shopkeeper;
  /** Loads the texts of the page's language. Without it the panel is in English. */
  load?: LoadTexts | undefined;
  /** The shop's own words, by name. */
  words?: Record<string, unknown> | undefined;
  report?: Report;
}
