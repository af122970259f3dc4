import type { HandedOver, Outcome } from "@shopkeeper/engine";
import type { Options } from "../api.ts";
import type { Report } from "../dom/report.ts";
import { pushToDataLayer } from "./data-layer.ts";

/** What a sink is told. */
export type Told = Outcome | HandedOver;

export interface Sinks {
  /** Those that are told at once. What they throw is told to `report`, of each the first. */
  tell: ((told: Told) => void)[];
  /** The address that batches are sent to. */
  beacon?: string | undefined;
}

const MEND = 'sinks: expected "datalayer", "beacon /outcomes" or a function, got ';

/** Reads who is to be told. What is wrong is reported, and the others stay. */
export function readSinks({ sinks = [] }: Pick<Options, "sinks">, report: Report): Sinks {
  const read: Sinks = { tell: [] };
  const once = (act: (told: Told) => unknown): void => {
    let failed = false;
    const fail = (error: unknown): void => {
      if (!failed) report(new Error(`a sink: ${(error as Error)?.message ?? error}`));
      failed = true;
    };
    read.tell.push((told) => {
      try {
        // What it does later may fail as well.
        Promise.resolve(act(told)).catch(fail);
      } catch (error) {
        fail(error);
      }
    });
  };
  for (const sink of [sinks].flat()) {
    const text = typeof sink === "string" ? sink : `beacon ${(sink as { beacon?: unknown } | null)?.beacon}`;
    const [, address] = /^beacon\s+(\S+)$/.exec(text.trim()) ?? [];
    if (typeof sink === "function") once(sink);
    else if (text === "datalayer") once((told) => pushToDataLayer(window, told));
    else if (!address || address === "undefined") report(new Error(MEND + JSON.stringify(sink)));
    else if (read.beacon) report(new Error(`sinks: expected one beacon, got another: ${address}`));
    else read.beacon = address;
  }
  return read;
}
