/** A value as conditions see it: texts are folded, and what says nothing is `undefined`. */
export type Value = Single | Single[];
type Single = string | number | boolean | undefined;

/** Few texts come often (brands, page types), and folding one costs more than finding it. */
const folded = new Map<string, string>();

/** Texts compare without regard to case, surrounding space or the way that accents are written. */
export function fold(text: string): string {
  let known = folded.get(text);
  if (known === undefined) {
    known = text.normalize().toLowerCase().trim();
    if (folded.size > 999) folded.clear();
    if (text.length < 99) folded.set(text, known);
  }
  return known;
}

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
