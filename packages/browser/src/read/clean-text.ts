const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * A text or number as one plain line: entities decoded, white space and control characters collapsed.
 *
 * Shops escape twice, where a theme and a plug-in each do it: `Tea &amp;amp; milk` is `Tea & milk`.
 */
export const plainText = (raw: unknown): string =>
  typeof raw == "string" || Number.isFinite(raw)
    ? `${raw}`
        .slice(0, 4000)
        .replace(/&(?:amp;)*(?:#(x?[\da-f]+)|(amp|lt|gt|quot|apos|nbsp));/gi, (_, code, name) =>
          name
            ? NAMED[name.toLowerCase()]!
            : // Beyond the last code point there is nothing to decode to.
              Number("0" + code) < 0x110000
              ? String.fromCodePoint(Number("0" + code))
              : " ",
        )
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim()
    : "";

/**
 * A text fit to be kept: plain, of at most 300 characters, absent when empty.
 * One with an e-mail address in it is absent too: it is about a person, not a product.
 */
export function cleanText(raw: unknown): string | undefined {
  const text = plainText(raw);
  return text && !/\S@\S+\.\S/.test(text) ? text.slice(0, 300) : undefined;
}
