import { parseDuration } from "../duration.ts";
import { expected } from "./expected.ts";

export type TriggerName =
  | "load"
  | "idle"
  | "exit"
  | "scroll"
  | "time"
  | "pages"
  | "visible"
  | "click"
  | "event"
  | "return";

/**
 * What sets an experience off.
 *
 * @example { on: "idle", amount: 30000, text: "" }
 */
export interface Trigger {
  on: TriggerName;
  /** Milliseconds of `idle`, `time` and `return`, share (0 to 1) of `scroll`, number of `pages`; else 0. */
  amount: number;
  /** Selector of `visible` and `click`, name of `event`; else empty. */
  text: string;
}

const FORM =
  /^(?:(load|exit)|(idle|time|return)\s+(\S+)|(scroll)\s+(\d+)%|(pages)\s+(\d+)|(visible|click|event)\s+(.+))$/s;

/**
 * Reads a list of triggers.
 *
 * @example parseTriggers("idle 30s, exit") // [{ on: "idle", amount: 30000, text: "" }, { on: "exit", … }]
 */
export function parseTriggers(list: string): Trigger[] {
  const triggers: Trigger[] = [];
  for (const part of list.split(",")) {
    const [, bare, timed, time, scroll, share, pages, count, named, text = ""] = FORM.exec(part.trim()) ?? [];
    const on = (bare ?? timed ?? scroll ?? pages ?? named) as TriggerName | undefined;
    const amount = timed ? parseDuration(time!) : +(count ?? 0) || +(share ?? 0) / 100;
    const last = triggers.at(-1);
    if (on && amount >= 0) triggers.push({ on, amount, text });
    // A selector has commas of its own: `visible .a, .b`.
    else if (!on && last && /visible|click/.test(last.on)) last.text += `,${part}`;
    else throw expected("trigger", '"idle 30s", "scroll 50%", "exit" …', part.trim());
  }
  return triggers;
}
