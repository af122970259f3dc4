import type { Context, Engine } from "@shopkeeper/engine";
import { cloneTemplate } from "../render/clone-template.ts";
import { experimentIn } from "./experiment-in.ts";
import type { Foreseen, FrameRecord } from "./first-frame.ts";
import { ownDocument } from "../dom/own-document.ts";

/** How many alternatives of a shop are remembered, and at how many moments their answers may turn. */
const ALTERNATIVES = 40;
const MOMENTS = 12;

/** What a page knows of itself only when it is there. */
const OF_THE_PAGE = /\b(?:page|product|list|source)\.|\bvisit\.(?:time|idle|landing)\b/;
const NAMED = /\b(segment|experiment)\(\s*(["'])(.*?)\2/g;
/** What is filled in by the tag, and would change in sight of the shopper. */
const FILLED = "[data-sk-text],[data-sk-when],[data-sk-rail],[data-sk-slot],[data-sk-profile],[data-sk-wish]";

interface Future {
  /** The engine of this page: it keeps what its conditions need, for the next one too. */
  engine: Engine;
  /** One that knows as much, and is asked by nobody else: time goes back for no engine. */
  future: Engine;
  segments: Record<string, string>;
  /** Who takes part in experiments. */
  experiments: Record<string, { when?: string }>;
  context: Context;
  before: FrameRecord;
}

/**
 * Answers now what the next page will ask before anything else: which alternatives of its slots hold. Time alone may turn
 * an answer, as when the visit ends, so that there is one for each of the next such moments.
 */
export function foresee({ engine, future, segments, experiments, context, before }: Future): FrameRecord {
  const known = new Map(before.alternatives);
  const named: Named = {
    segment: segments,
    experiment: Object.fromEntries(Object.entries(experiments).map(([id, { when = "" }]) => [id, when])),
  };
  for (const template of ownDocument.querySelectorAll<HTMLTemplateElement>(
    "[data-sk-slot]>template:is([data-sk-when],[data-sk-variation])",
  )) {
    const when = conditionOf(template);
    const key = keyOf(template.outerHTML);
    // The newest last.
    known.delete(key);
    if (isPlain(template) && !isBare(template.parentNode!) && !isOfThePage(when, named)) known.set(key, when);
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
      alternatives.map(([key, when]) => [
        key,
        !future.experiments.heldOut && future.condition(when).holds(then) ? 1 : 0,
      ]),
    ) as Foreseen[2];
    const until = future.nextFlip(then);
    foreseen.push([from, Math.min(until, Number.MAX_SAFE_INTEGER), answers]);
    if (until === Infinity) break;
    from = until;
  }
  return { alternatives, foreseen };
}

/** What has to hold for an alternative: its variation is a condition like others. */
function conditionOf({ dataset: { skWhen, skVariation }, parentNode }: HTMLTemplateElement): string {
  const conditions = skWhen ? [`(${skWhen})`] : [];
  if (skVariation !== undefined)
    conditions.push(
      `${experimentIn((parentNode as HTMLElement).dataset.skExperiment!)} = ${JSON.stringify(skVariation)}`,
    );
  return skVariation === undefined ? skWhen! : conditions.join(" and ");
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

/** The expressions behind names. */
type Named = Record<"segment" | "experiment", Record<string, string>>;

/** Whether an expression asks for something of the page that it stands in, itself or by a segment or an experiment. */
function isOfThePage(text: string, named: Named, seen = new Set<string>()): boolean {
  if (OF_THE_PAGE.test(text)) return true;
  return [...text.matchAll(NAMED)].some(([whole, kind, , name = ""]) => {
    if (seen.has(whole)) return false;
    seen.add(whole);
    const texts = named[kind as keyof Named];
    return !Object.hasOwn(texts, name) || isOfThePage(texts[name]!, named, seen);
  });
}
