/** A row as its bytes are written from. */
export interface NumberedRow {
  fingerprint: number;
  own: number;
  /** Ascending, none twice. */
  neighbours: { number: number; weight: number }[];
}

const NO_ITEM = 0xffffff;

/** The step of 16 that comes nearest to a weight; the highest stands for `max`. */
export const stepOf = (weight: number, max: number): number =>
  Math.min(15, Math.max(0, Math.round((weight / max) * 16) - 1));

/** The bytes of a shard behind its check: columns, for what is alike and stands together compresses better. */
export function encodeShard(rows: NumberedRow[], max: number): Uint8Array {
  const bytes: number[] = [];
  const little = (value: number, length: number): void => {
    for (let index = 0; index < length; index++) bytes.push(Math.floor(value / 256 ** index) % 256);
  };
  const varint = (value: number): void => {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  little(rows.length, 1);
  for (const { fingerprint } of rows) little(fingerprint, 4);
  for (const { own } of rows) little(own, 3);
  for (const { neighbours } of rows) little(neighbours.length, 1);
  for (const { own, neighbours } of rows) {
    const first = (neighbours[0]?.number ?? own) - (own === NO_ITEM ? 0 : own);
    varint(first < 0 ? -2 * first - 1 : 2 * first);
    for (let index = 1; index < neighbours.length; index++)
      varint(neighbours[index]!.number - neighbours[index - 1]!.number - 1);
  }
  const steps = rows.flatMap(({ neighbours }) => neighbours.map(({ weight }) => stepOf(weight, max)));
  for (let index = 0; index < steps.length; index += 2)
    bytes.push(steps[index]! + 16 * (steps[index + 1] ?? 0));
  return Uint8Array.from(bytes);
}
