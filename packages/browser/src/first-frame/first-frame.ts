import { readText } from "../remember/stored-text.ts";
import { attempt } from "../remember/attempt.ts";
import { SNAPSHOT } from "../remember/snapshot.ts";
import type { Undo } from "../dom/undo.ts";

/** What the inline snippet has shown before the tag came: see `packages/tag/src/first-frame-snippet.ts`. */
export interface FirstFrame {
  /** Slots with the alternative that is shown in each. */
  shown: [host: Element, nodes: Element[]][];
  /** Lets go of the page: whoever calls it goes on. */
  stop(): void;
}

/** Whether alternatives hold, by their keys, from one moment on until another, in milliseconds since 1970. */
export type Foreseen = [from: number, until: number, answers: Record<number, 0 | 1>];

/** What the snippet of the next page needs; a part of the snapshot. */
export interface FrameRecord {
  /** The alternatives that pages had, with their conditions. */
  alternatives: [key: number, when: string][];
  foreseen: Foreseen[];
}

/** What the snippet left for us, where it is in the page. */
export function findFirstFrame(): FirstFrame | undefined {
  // An element of the page may have our name as its id.
  const { frame } = (globalThis as { shopkeeper?: { frame?: Partial<FirstFrame> } }).shopkeeper ?? {};
  return Array.isArray(frame?.shown) && typeof frame.stop === "function" ? (frame as FirstFrame) : undefined;
}

/** Takes over what the snippet has shown: how to take it back, by slot. */
export function adoptFirstFrame(frame: FirstFrame | undefined): Map<Element, Undo> {
  frame?.stop();
  const adopted = new Map<Element, Undo>();
  for (const [host, nodes] of frame?.shown.splice(0) ?? [])
    adopted.set(host, () => {
      adopted.delete(host);
      for (const node of nodes) node.remove();
    });
  return adopted;
}

/** What the page before foresaw. */
export const keptRecord = (): FrameRecord =>
  attempt(() => JSON.parse(readText(SNAPSHOT)!).frame as FrameRecord) ?? { alternatives: [], foreseen: [] };
