import type { Asking } from "./asking.ts";
import { tidy, type Value } from "./value.ts";

/** Something that is evaluated again when what it asks for becomes another. */
export interface Dependent {
  _touched: boolean;
}

/** A fact or an experiment that is asked for, as it was last. */
export interface Cell {
  _name: string;
  _isExperiment: boolean;
  /** By how much it changes in a millisecond, though nothing happens. */
  _pace: number;
  /** What it was, less what time has added. */
  _origin: unknown;
  _value: Value;
  _dependents: Dependent[];
}

/** Reads a cell again. @returns Whether something other than time may have made it another. */
export function renew(cell: Cell, asking: Asking): boolean {
  const raw = cell._isExperiment ? asking.experiment?.(cell._name) : asking.fact(cell._name);
  const origin = cell._pace && typeof raw === "number" ? raw - cell._pace * asking.now : raw;
  // A list may have been changed without becoming another.
  const isNew = origin !== cell._origin || typeof raw === "object";
  if (isNew || cell._pace) cell._value = tidy(raw);
  cell._origin = origin;
  return isNew;
}
