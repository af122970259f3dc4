import { expect } from "vitest";

interface Told {
  line: number;
  column: number;
  message: string;
}

/** What stands at a place, empty where the line or the text ends there. */
function standsAt(text: string, { line, column }: Told): string {
  const lines = text.split("\n");
  return lines[line - 1]!.charAt(column - 1);
}

/** An error has a place in the text and says something. */
export function expectPlace(text: string, error: Told): void {
  const lines = text.split("\n");
  expect(Number.isInteger(error.line) && Number.isInteger(error.column)).toBe(true);
  expect(error.line).toBeGreaterThanOrEqual(1);
  expect(error.line).toBeLessThanOrEqual(lines.length);
  expect(error.column).toBeGreaterThanOrEqual(1);
  expect(error.column).toBeLessThanOrEqual(lines[error.line - 1]!.length + 1);
  expect(error.message.trim()).not.toBe("");
}

/** A message of `check` ends with the line of the text and marks under its place. */
export function expectUnderlined(text: string, error: Told): void {
  expectPlace(text, error);
  const [marks, line] = error.message.split("\n").reverse() as [string, string];
  expect(marks).toMatch(/^[ \t]*\^+$/);
  const at = marks.indexOf("^");
  expect(line.charAt(at).trim()).toBe(standsAt(text, error).trim());
  expect(text).toContain(line.slice(2));
  expect(error.message.split("\n")[0]!.trim()).not.toBe("");
}
