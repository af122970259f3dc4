import type { CheckError } from "../check.ts";
import type { Missing } from "./missing.ts";

/** A value as data: what is unknown is null, so that JSON keeps it. */
export type Plain = string | number | boolean | null | (string | number | boolean | null)[];

/** One side of a comparison. */
export interface Side {
  /** As it is written. */
  text: string;
  /** What it is now; of a query, texts are in small letters. */
  value: Plain;
  /** What a number counts: milliseconds, or a part of 1. */
  unit?: "duration" | "share";
  /** Why it is unknown, where that is for too little evidence: what there is, and what there has to be. */
  evidence?: { has: number; needs: number };
}

/** A part of an expression, and how things stand with it. */
export interface Part {
  /** As it is written, in one way of spacing and without comments. */
  text: string;
  kind: "and" | "or" | "not" | "known" | "compare" | "value" | "fact" | "query";
  holds: boolean;
  /** Whether it should hold, for the whole to hold: below a `not` it should not. */
  wanted: boolean;
  /** What it consists of; of what asks for another segment, that segment, where it was not told before. */
  parts?: Part[];
  /** The name of the segment that this is. */
  segment?: string;
  /** What is asked; of a comparison its left side. */
  left?: Side;
  operator?: string;
  right?: Side;
  /**
   * What would make it as it is wanted, the nearest first: each alone is enough. Empty where nothing can be said but the
   * values. Absent where it is so already, and where its parts tell.
   */
  missing?: Missing[];
}

/** Why an expression holds, or what is missing. Plain data. */
export interface Explanation extends Part {
  /** The moment that it is explained for, in milliseconds since 1970 (UTC), and the number of the visit. */
  at: number;
  visit: number;
  /** What is wrong in it, so that it never holds. */
  errors?: CheckError[];
  /** The segments that it asks for, directly or through others, and that have an error: so it never holds. */
  blockedBy?: string[];
}
