import type { ConsentState } from "../../api.ts";
import type { Undo } from "../../dom/undo.ts";

/** The page's globals, whatever they are: what a tool leaves there is taken as it comes, for errors are caught. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Host = Record<string, any>;

/** What a tool says of one of its own categories. Undefined: nothing. */
export type Read = (category: string) => ConsentState | undefined;

/**
 * One consent tool. It looks at what stands there now, and gives how to read it; nothing where the tool is not there. What
 * it throws is caught and means that it has not spoken.
 *
 * @param changed To be called when looking again is worth while.
 * @param undos Where it leaves what lets go of the tool.
 */
export type ConsentTool = (
  host: Host,
  changed: () => void,
  undos: Undo[],
) => (event?: Event) => Read | false | undefined;

/** The tool is there and has not spoken. */
export const waits: Read = () => "pending";

/** Nothing but `true` is a yes, and what is no yes is a no only where the shopper has decided. */
export const answer = (yes: unknown, decided: unknown): ConsentState =>
  yes === true ? "granted" : decided ? "denied" : "pending";

/**
 * Whether a value is what it is taken for. `<img id="__tcfapi">`, `<object id="__gpp">` (which can be called) and
 * `<form id="Cookiebot">` tell what they are here, whatever names they carry.
 */
export const is = (value: unknown, kind: "Object" | "Function" | "Arguments" | "ScriptElement"): boolean =>
  ({}).toString.call(value).endsWith(`${kind}]`);
