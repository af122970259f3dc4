import { closest, own, type Markup } from "./markup.ts";

/**
 * The rules that a text silences, `*` for all of them.
 *
 * @example silencedBy("off missing-alt, heading-level") // ["missing-alt", "heading-level"]
 */
export function silencedBy(text: string): string[] {
  const [, off, names = ""] = /^\s*(off)\b([^]*)$/.exec(text) ?? [];
  if (!off) return [];
  const rules = names.split(/[\s,]+/).filter(Boolean);
  return rules.length ? rules : ["*"];
}

/** The rules that comments silence for the whole page: `<!-- sk-lint off missing-alt -->`. */
export const silencedByComments = (comments: string[]): string[] =>
  comments.flatMap((comment) => {
    const [, text] = /^\s*sk-lint:?\s+([^]*)$/.exec(comment) ?? [];
    return text ? silencedBy(text) : [];
  });

/** Whether an element, or one around it, silences a rule. */
export const isSilenced = (element: Markup | undefined, rule: string): boolean =>
  !!closest(element, (each) => {
    const silenced = silencedBy(own(each, "lint") ?? "");
    return silenced.includes("*") || silenced.includes(rule);
  });
