/** A text in quotes, which is kept as it is, or what JSON does not know. */
const COMMENTS = /("(?:[^\\"]|\\.)*")|\/\*[^]*?\*\/|\/\/.*/g;
const LAST_COMMAS = /("(?:[^\\"]|\\.)*")|,(?=\s*[}\]])/g;

/**
 * JSON as pages write it: when it does not parse, comments, control characters and line ends within texts, trailing commas
 * and what stands around it are mended and it is tried once more. Absent when it is beyond that.
 */
export function parseJson(text: string | null | undefined): unknown {
  const mended = (): string =>
    text!
      .replace(COMMENTS, "$1")
      .replace(/\p{Cc}+/gu, " ")
      .replace(/^[^[{]+|[^\]}]+$/g, "")
      .replace(LAST_COMMAS, "$1");
  for (const attempt of [() => text!, mended])
    try {
      return JSON.parse(attempt());
    } catch {
      // Mended next, or given up.
    }
}
