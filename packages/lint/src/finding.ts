import type { Markup } from "./markup.ts";
import type { RuleName } from "./rule-names.ts";

/** `error`: it does not work as written. `warning`: a shopper may notice. `hint`: it could be better, or cannot be told. */
export type Severity = "error" | "warning" | "hint";

/** Where something is. */
export interface Spot<Origin = unknown> {
  /** The element; absent in a configuration that is a file of its own. */
  element?: Markup<Origin> | undefined;
  /** The attribute of the element; absent: its tag, or with an `offset` its text. */
  attribute?: string | undefined;
  /** So many characters into the value of the attribute, the text of the element or the file. */
  offset?: number | undefined;
}

/** Something that a rule has found. */
export interface Finding<Origin = unknown> {
  rule: RuleName;
  severity: Severity;
  /** What is wrong, in a sentence. */
  message: string;
  /** What mends it, in a sentence. */
  mend: string;
  /** The line of an expression, with its place underlined. */
  excerpt?: string | undefined;
  spot: Spot<Origin>;
}
