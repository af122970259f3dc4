import type { Item } from "@shopkeeper/engine";

/** A product of a catalogue. */
export interface Product {
  /** What a card shows of it, without its id. */
  item: Item;
  /** By which ids events may call it, by the name of the field: `{ id: ["632910392"], sku: ["COAT-S", "COAT-M"] }`. */
  ids: Record<string, string[]>;
  /** What could not be read of it. */
  problem?: string | undefined;
}

/** A product from a record of a catalogue. @throws Where it is none, saying what is missing. */
export type ReadProduct = (record: Record<string, unknown>) => Product;

/** A text, also of a number; empty is absent. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return (typeof value === "string" && value.trim()) || undefined;
}

export const numberOf = (value: unknown): number | undefined => {
  const text = textOf(value);
  const number = Number(text);
  return text === undefined || !Number.isFinite(number) ? undefined : number;
};

/** An object without what is not known. */
export const known = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

/** A list of what there is. */
export const listOf = (...values: unknown[]): string[] => values.flatMap((value) => textOf(value) ?? []);

/** `15.00 USD`, `USD 15`, `1.299,00 EUR`, `15`. */
export function priceOf(text: string | undefined): { amount: number; currency?: string } | undefined {
  const [, digits] = /(\d[\d.,'\u00a0 ]*)/.exec(text ?? "") ?? [];
  if (digits === undefined) return undefined;
  const tidy = digits.replaceAll(/['\u00a0 ]/g, "").replace(/[.,]$/, "");
  // What stands last, with one or two digits behind it, is the decimal point; three behind a lone one are thousands.
  const at = Math.max(tidy.lastIndexOf("."), tidy.lastIndexOf(","));
  const behind = at < 0 ? 0 : tidy.length - at - 1;
  const isThousands =
    behind === 3 && !tidy.startsWith("0") && (tidy[at] === "," || tidy.split(".").length > 2);
  const amount = Number(
    at < 0 || isThousands
      ? tidy.replaceAll(/[.,]/g, "")
      : `${tidy.slice(0, at).replaceAll(/[.,]/g, "")}.${tidy.slice(at + 1)}`,
  );
  const [currency] = /\b[A-Z]{3}\b/.exec(text!.toUpperCase()) ?? [];
  return { amount, ...(currency !== undefined && { currency }) };
}

/** A price and what it was before, where it is less now. */
export function prices(price: number | undefined, before: number | undefined): Item {
  if (price === undefined || before === undefined || !(before > price)) return known({ price });
  return { price, list_price: before, on_sale: true };
}
