import type { Context, Engine } from "@shopkeeper/engine";
import { cloneTemplate } from "../render/clone-template.ts";
import type { Foreseen, FrameRecord } from "./first-frame.ts";
import { ownDocument } from "../dom/own-document.ts";

/** How many alternatives of a shop are remembered, and at how many moments their answers may turn. */
const ALTERNATIVES = 40;
const MOMENTS = 12;

/** What a page knows of itself only when it is there. */
const OF_THE_PAGE = /\b(?:page|product|list|source)\.|\bvisit\.(?:time|idle|landing)\b/;
const SEGMENT = /\bsegment\(\s*(["'])(.*?)\1/g;
/** What is filled in by the tag, and would change in sight of the shopper. */
const FILLED = "[data-sk-text],[data-sk-when],[data-sk-rail],[data-sk-slot],[data-sk-profile],[data-sk-wish]";

interface Future {
  /** The engine of this page: it keeps what its conditions need, for the next one too. */
  engine: Engine;
  /** One that knows as much, and is asked by nobody else: time goes back for no engine. */
  future: Engine;
  segments: Record<string, string>;
  context: Context;
  before: FrameRecord;
}

/**
 * Answers now what the next page will ask before anything else: which alternatives of its slots hold. Time alone may turn
 * an answer, as when the visit ends, so that there is one for each of the next such moments.
 */
export function foresee({ engine, future, segments, context, before }: Future): FrameRecord {
  const known = new Map(before.alternatives);
  for (const template of ownDocument.querySelectorAll<HTMLTemplateElement>(
    "[data-sk-slot]>template[data-sk-when]",
  )) {
    const { skWhen = "" } = template.dataset;
    const key = keyOf(template.outerHTML);
    // The newest last.
    known.delete(key);
    if (isPlain(template) && !isBare(template.parentNode!) && !isOfThePage(skWhen, segments))
      known.set(key, skWhen);
  }
  const alternatives = [...known].slice(-ALTERNATIVES);
  const foreseen: Foreseen[] = [];
  for (const [, when] of alternatives) {
    engine.condition(when);
    future.condition(when);
  }
  // What has not seen the history yet would be answered with a no.
  if (future.cold) return { alternatives, foreseen };
  for (let from = context.now; alternatives[0] && foreseen.length < MOMENTS;) {
    const then: Context = { ...context, now: from, page: {} as Context["page"] };
    const answers = Object.fromEntries(
      alternatives.map(([key, when]) => [key, future.condition(when).holds(then) ? 1 : 0]),
    ) as Foreseen[2];
    const until = future.nextFlip(then);
    foreseen.push([from, Math.min(until, Number.MAX_SAFE_INTEGER), answers]);
    if (until === Infinity) break;
    from = until;
  }
  return { alternatives, foreseen };
}

/** The same as in the snippet: it tells whether a template is as it was. */
export function keyOf(text: string): number {
  let key = 0;
  for (const letter of text) key = (key * 31 + letter.codePointAt(0)!) | 0;
  return key;
}

/** Whether there is nothing to take out of a template before it is shown, and nothing to fill in. */
const isPlain = (template: HTMLTemplateElement): boolean =>
  !template.content.querySelector(FILLED) &&
  [...template.content.childNodes].every((node) => node instanceof Element || !node.textContent!.trim()) &&
  cloneTemplate(template).isEqualNode(template.content);

/** Whether a default is bare text, which no style sheet hides. */
const isBare = ({ childNodes }: Node): boolean =>
  [...childNodes].some((node) => node instanceof Text && !!node.data.trim());

/** Whether an expression asks for something of the page that it stands in, itself or by a segment. */
function isOfThePage(text: string, segments: Record<string, string>, seen = new Set<string>()): boolean {
  if (OF_THE_PAGE.test(text)) return true;
  return [...text.matchAll(SEGMENT)].some(([, , name = ""]) => {
    if (seen.has(name)) return false;
    seen.add(name);
    return !Object.hasOwn(segments, name) || isOfThePage(segments[name]!, segments, seen);
  });
}
