/** A value as conditions see it: texts are folded, and what says nothing is `undefined`. */
export type Value = Single | Single[];
type Single = string | number | boolean | undefined;

/** Texts compare without regard to case, surrounding space or the way that accents are written. */
export const fold = (text: string): string => text.normalize().toLowerCase().trim();

/** To 6 decimals, so that the order of adding never shows. */
export const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const single = (value: unknown): Single =>
  typeof value === "string"
    ? fold(value)
    : Number.isFinite(value) || value === !!value
      ? (value as number | boolean)
      : undefined;

/**
 * A fact or a field as conditions see it: null, NaN, an infinity and an object are absent.
 *
 * @example tidy(" PRADA ") // "prada"
 */
export const tidy = (value: unknown): Value => (Array.isArray(value) ? value.map(single) : single(value));
