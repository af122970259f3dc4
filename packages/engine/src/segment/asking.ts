/** What an evaluation may look at: the moment, the visit and the facts. A plain object, for it is copied. */
export interface Asking {
  /** Milliseconds since 1970 (UTC). Events later than this do not exist yet. */
  now: number;
  /** The number of the current visit. */
  visit: number;
  /** The value of a fact by its dotted name, `undefined` where it is unknown. */
  fact(name: string): unknown;
  /** The key of the visitor's variation, `undefined` where not enrolled. */
  experiment?(name: string): string | undefined;
}
