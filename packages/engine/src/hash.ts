/**
 * A text in 32 bits, by the function of Fowler, Noll and Vo (FNV-1a) over its UTF-16 units: the same text,
 * the same number. Against accidents, not against an adversary.
 */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
