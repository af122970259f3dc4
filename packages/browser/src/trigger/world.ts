import type { Report } from "../dom/report.ts";
import type { Undo } from "../dom/undo.ts";
import type { Engagement } from "./engagement.ts";

/** What triggers look at, apart from the page itself. */
export interface World {
  engagement: Engagement;
  /** Page views of this visit so far. */
  pages(): number;
  /** Tells of each event of that name that is recorded from now on. */
  onEvent(name: string, heard: () => void): Undo;
  report: Report;
}
