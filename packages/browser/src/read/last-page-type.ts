import type { PageType } from "@shopkeeper/engine";
import { ownDocument } from "../dom/own-document.ts";
import { guessPageType } from "./page-type.ts";

/** What kind of page of this shop the visitor comes from; after a reload it is the page itself. Absent from elsewhere. */
export function lastPageType(): PageType | undefined {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const from = entry?.type == "reload" ? location.href : ownDocument.referrer;
  return from.startsWith(`${location.origin}/`) ? guessPageType(new URL(from)) : undefined;
}
