import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ours = join(import.meta.dirname, "segments.json");
/** Beside the repository, where the language's own table of cases is kept; not everybody has it. */
const contract = join(import.meta.dirname, "../../../../../shared/contract/cases/segments.json");

test.skipIf(!existsSync(contract))("the cases of the language are those of its contract, letter for letter", () => {
  expect(readFileSync(ours, "utf8")).toBe(readFileSync(contract, "utf8"));
});
