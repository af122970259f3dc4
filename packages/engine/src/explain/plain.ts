import type { Value } from "../segment/value.ts";
import type { Plain } from "./explanation.ts";

/** A value as data. */
export const plain = (value: Value): Plain =>
  Array.isArray(value) ? value.map((each) => each ?? null) : (value ?? null);
