import type { Configuration } from "../configuration.ts";
import { parseDuration } from "../duration.ts";
import { type CutOffs, readRfm } from "./rfm.ts";

/** What a shop says about facts. */
export interface FactSettings {
  /** Milliseconds: as long without an order makes a customer a lapsed one. */
  lapsedAfter: number;
  rfm: CutOffs;
}

export const readSettings = ({ lapsedAfter, rfm }: Partial<Configuration>): FactSettings => ({
  lapsedAfter: parseDuration(lapsedAfter, "90d"),
  rfm: readRfm(rfm),
});
