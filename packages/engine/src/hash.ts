/**
 * A text in 32 bits, by the function of Fowler, Noll and Vo (FNV-1a) over its UTF-16 units: the same text,
 * the same number. Against accidents, not against an adversary.
 */
export const hash = (text: string): number => hashOn(0x811c9dc5, text);

/** Goes on with a hash: `hashOn(hash("a"), "b")` is `hash("ab")`. */
export function hashOn(value: number, text: string): number {
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
