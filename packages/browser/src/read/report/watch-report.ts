import type { Page } from "@shopkeeper/engine";
import type { LoadPart } from "../../parts.ts";
import type { PageReading } from "../read-page.ts";
import type { PageReport } from "./page-report.ts";

/** How a page was read: its facts and their sources at once; conflicts, what is missing and advice when they are asked again. */
export type PageStatus = Page & Pick<PageReport, "sources"> & Partial<PageReport>;

/** Tells how a page was read. Few ask, so what finds the words is loaded when somebody does. */
export function watchReport(
  load: LoadPart | undefined,
  reading: () => PageReading | undefined,
): () => PageStatus | undefined {
  let make: ((reading: PageReading) => PageReport) | undefined;
  let asked: unknown;
  return () => {
    asked ??= load?.("page-report").then(
      ({ reportOn }) => (make = reportOn),
      () => {},
    );
    const found = reading();
    return (
      found &&
      (make?.(found) ?? {
        ...found.page,
        sources: Object.fromEntries(
          [...found.readings]
            .reverse()
            .flatMap(([name, { product }]) => Object.keys(product ?? {}).map((field) => [field, name])),
        ),
      })
    );
  };
}
