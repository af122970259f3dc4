import type { Shopkeeper } from "../api.ts";
import type { History } from "../remember/history.ts";

/** What the panel asks and does. */
export interface PanelWorld extends Pick<History, "amend"> {
  shop: Shopkeeper;
}
