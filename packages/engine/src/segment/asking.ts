/** What an evaluation may look at: the moment, the visit and the facts. Not changed after it has been handed over. */
export interface Asking {
  /** Milliseconds since 1970 (UTC). Events later than this do not exist yet. */
  now: number;
  /** The number of the current visit. */
  visit: number;
  /** The value of a fact by its dotted name, `undefined` where it is unknown. */
  fact(name: string): unknown;
  /**
   * The earliest moment at which a fact could become another though nothing happens, such as `now.hour` at the full
   * hour; `Infinity` for one that waits for something to happen. Growing and shrinking are told by `SegmentOptions.pace`.
   */
  until?(name: string): number;
  /** The key of the visitor's variation, `undefined` where not enrolled. */
  experiment?(name: string): string | undefined;
}
