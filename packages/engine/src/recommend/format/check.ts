import { hash } from "../../hash.ts";

/**
 * The check of bytes or of a text: their hash, with the name of the file. One that was damaged, cut short, or stands where
 * another belongs has a different one. Bytes are taken as characters of the same numbers.
 */
export const checkOf = (name: string, content: Uint8Array | string): number =>
  hash(`${name}\n${typeof content === "string" ? content : String.fromCharCode(...content)}`);

/** What stands behind the last field of a JSON file, and before its check. */
export const CHECK = ',"check":';

/** A JSON object of a file, where the file is as it was written. */
export function parseChecked(name: string, text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return value.check === checkOf(name, text.slice(0, text.lastIndexOf(CHECK))) ? value : undefined;
  } catch {
    // Damaged, or a page that says that there is no such file.
  }
}
