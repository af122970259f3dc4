import { readFileSync } from "node:fs";
import { join } from "node:path";

const guide = readFileSync(join(import.meta.dirname, "../../../../docs/segments.md"), "utf8");

/** The recipes of `docs/segments.md`: expressions by name. The guide is the only place where they are written. */
export const recipes: Record<string, string> = Object.fromEntries(
  [...guide.matchAll(/^#### (.+)\n\n```segments\n([^`]+)\n```$/gm)].map(([, name, text]) => [name!, text!]),
);

/** The name that a segment of a configuration would have: "Sale shopper" is `sale-shopper`. */
export const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
