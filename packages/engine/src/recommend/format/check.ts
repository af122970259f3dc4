import { hash } from "../../hash.ts";
import { toJson } from "../../to-json.ts";

/**
 * The check of bytes or of a text: their hash, with the name of the file. One that was damaged, cut short, or stands where
 * another belongs has a different one. Bytes are taken as characters of the same numbers.
 */
export const checkOf = (name: string, content: Uint8Array | string): number =>
  hash(`${name}\n${typeof content === "string" ? content : String.fromCharCode(...content)}`);

/** What is checked of a JSON object: itself without its `check`, written without spaces. */
export const checkOfJson = (name: string, value: Record<string, unknown>): number =>
  checkOf(name, toJson({ ...value, check: undefined }));

/** A JSON object of a file, where it is as it was written; however it is indented. */
export function parseChecked(name: string, text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return value.check === checkOfJson(name, value) ? value : undefined;
  } catch {
    // Damaged, or a page that says that there is no such file.
  }
}
