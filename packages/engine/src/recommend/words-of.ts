/**
 * The words of a text, in small letters: what is searched for, and what a product is called. In a model, a word that is
 * searched for is the row `q:WORD` of `views`.
 *
 * @example wordsOf("Red  Shoes") // ["red", "shoes"]
 */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
