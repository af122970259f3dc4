/** A question that the shop has answered. */
export interface Answered {
  question: string;
  answer: string;
  /** Where it stands, where it has an address of its own. */
  url?: string | undefined;
}

/**
 * The words of a text, without case and accents. Languages that write without spaces are cut into pairs of signs, which is
 * how search engines read them: https://en.wikipedia.org/wiki/Bigram
 *
 * @example wordsOf("Où est-il?") // ["ou", "est", "il"]
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC")
    .toLowerCase();
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(([word]) => {
    if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(word) || word.length < 3)
      return [word];
    const signs = [...word];
    return signs.slice(1).map((sign, at) => signs[at]! + sign);
  });
}

/** How well a word of the query fits one of the text: the same, the beginning of it, or one form of it beside another. */
function fits(asked: string, word: string): number {
  if (asked === word) return 1;
  const shorter = Math.min(asked.length, word.length);
  if (shorter < 3) return 0;
  if (word.startsWith(asked) || asked.startsWith(word)) return 0.7;
  let same = 0;
  while (asked[same] === word[same]) same++;
  // "returning" and "returned"
  return same >= 4 && same >= shorter - 3 ? 0.4 : 0;
}

/**
 * The answers that have most to do with a question, best first. A word that few answers have says more than one that all
 * have (inverse document frequency, as https://nlp.stanford.edu/IR-book/html/htmledition/inverse-document-frequency-1.html),
 * and one in the question itself counts twice.
 *
 * @example findAnswers("send back", faq, 3)
 */
export function findAnswers(query: string, all: Answered[], limit: number): Answered[] {
  const texts = all.map(({ question, answer }) => [wordsOf(question), wordsOf(answer)] as const);
  const best = (asked: string, words: string[]): number =>
    words.reduce((most, word) => Math.max(most, fits(asked, word)), 0);
  const scores = all.map(() => 0);
  for (const asked of new Set(wordsOf(query))) {
    const found = texts.map(([question, answer]) => Math.max(2 * best(asked, question), best(asked, answer)));
    // What is short is seldom what is meant: "I", "at".
    const weight = Math.min(4, asked.length) * Math.log(1 + all.length / (1 + found.filter(Boolean).length));
    found.forEach((score, at) => (scores[at]! += score * weight));
  }
  return all
    .map((each, at) => ({ each, score: scores[at]! }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ each }) => each);
}
