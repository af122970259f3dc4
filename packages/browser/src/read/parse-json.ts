/**
 * JSON as pages write it: when it does not parse, control characters, trailing commas and a comment around it
 * are mended and it is tried once more. Absent when it is beyond that.
 */
export function parseJson(text: string | null | undefined): unknown {
  for (const attempt of [
    text,
    text
      ?.replace(/\p{Cc}+/gu, " ")
      .replace(/^[^[{]+|[^\]}]+$/g, "")
      .replace(/,\s*(?=[}\]])/g, ""),
  ])
    try {
      return JSON.parse(attempt!);
    } catch {
      // Mended next, or given up.
    }
}
