import type { Content } from "@shopkeeper/engine";
import type { Words } from "./words.ts";

/** Texts of an experience; those that the shop leaves out are those of the ready-made experience that `words` names. */
export interface WordedContent extends Omit<Content, "action"> {
  words?: string;
  action?: { label?: string | undefined; url?: string | undefined };
}

/**
 * The texts of an experience in the page's language. The shop's own go over ours; an empty one leaves ours out.
 *
 * @example contentIn(words, { words: "idle-help", title: "Hello" }) // { title: "Hello", body: "Tell us …", … }
 */
export function contentIn(words: Words, content: WordedContent): Content {
  const { words: name, action, ...own } = content;
  const ours = (part: string): string | undefined => {
    const key = `${name}.${part}`;
    return Object.hasOwn(words, key) ? words[key as keyof Words] : undefined;
  };
  return {
    ...own,
    title: own.title ?? ours("title"),
    body: own.body ?? ours("body"),
    action: { ...action, label: action?.label ?? ours("label") ?? "" },
  } as Content;
}
