import { checkOf } from "./check.ts";
import { NO_ITEM } from "./manifest.ts";
import { fingerprintOf } from "./place.ts";

/** What a table says of one id. */
export interface Row {
  /** The product's own number; `NO_ITEM` where the id is of no product. */
  own: number;
  /** Numbers of products, ascending, and for each how much speaks for it. */
  numbers: number[];
  weights: number[];
}

/** The row of an id, where the shard has one. */
export type Shard = (id: string) => Row | undefined;

/**
 * Reads a shard; undefined where its bytes are not those of this file of this build.
 *
 * @param name The file's name in the model, without its ending; see `shardName`.
 * @param max What the highest step of a weight stands for; see `Table`.
 * @see docs/model-format.md
 */
export function decodeShard(bytes: Uint8Array, name: string, { max }: { max: number }): Shard | undefined {
  let at = 0;
  const little = (length: number): number => {
    let value = 0;
    for (let index = 0; index < length; index++) value += bytes[at++]! * 256 ** index;
    return value;
  };
  // Nothing that we write is so long.
  if (bytes.length > 0xffff || little(4) !== checkOf(name, bytes.subarray(4))) return undefined;
  const varint = (): number => {
    let value = 0;
    let factor = 1;
    for (; bytes[at]! > 127; factor *= 128) value += (bytes[at++]! - 128) * factor;
    return value + bytes[at++]! * factor;
  };
  const list = (length: number, each: () => number): number[] => Array.from({ length }, each);
  const count = little(1);
  const prints = list(count, () => little(4));
  const owns = list(count, () => little(3));
  const counts = list(count, () => little(1));
  const rows = owns.map((own, index): Row => {
    const zigzag = varint();
    let number = (own === NO_ITEM ? 0 : own) + (zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2) - 1;
    let isFirst = true;
    const next = (): number => {
      number += isFirst ? 1 : varint() + 1;
      isFirst = false;
      return number;
    };
    return { own, numbers: list(counts[index]!, next), weights: [] };
  });
  let half = 0;
  for (const row of rows)
    row.weights = row.numbers.map(() => {
      const byte = bytes[at + (half >> 1)]!;
      return (((half++ % 2 ? byte >> 4 : byte & 15) + 1) / 16) * max;
    });
  return (id) => rows[prints.indexOf(fingerprintOf(id))];
}
