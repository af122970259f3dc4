import type { Severity } from "@shopkeeper/lint";
import type { Told } from "./lint-sources.ts";

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const countOf = (told: Told[], severity: Severity): number =>
  told.filter((each) => each.severity === severity).length;

/** Findings as people read them: where, how bad, what, and the mend. */
export function print(told: Told[], files: number): string[] {
  const lines = told.flatMap(({ file, line, column, severity, rule, message, mend, excerpt }) => [
    `${file}:${line}:${column}  ${severity}  ${rule}`,
    `  ${message}`,
    ...(excerpt?.split("\n").map((each) => `  ${each}`) ?? []),
    `  → ${mend}`,
    "",
  ]);
  const counts = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const count = countOf(told, severity);
    return count ? [plural(count, severity)] : [];
  });
  return [...lines, `${counts.join(", ") || "Nothing to mend"} in ${plural(files, "file")}`];
}

/** The same for programs. */
export const printJson = (told: Told[], files: number): string =>
  JSON.stringify(
    {
      version: 1,
      files,
      errors: countOf(told, "error"),
      warnings: countOf(told, "warning"),
      hints: countOf(told, "hint"),
      findings: told,
    },
    null,
    2,
  );
