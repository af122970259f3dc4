const LARGEST = 4_000_000;
/** Taken once: a stream is looked for at every byte, and almost always in vain. */
const out = Buffer.alloc(LARGEST);

/**
 * The text that is compressed from here on, or undefined where no stream of snappy begins.
 * The format: https://github.com/google/snappy/blob/main/format_description.txt
 */
export function unsnap(data: Buffer, start: number): Buffer | undefined {
  let at = start;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = data[at++];
    if (byte === undefined || shift > 21) return undefined;
    length |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  // What is shorter cannot hide anything; and a stream begins with something to copy from.
  if (length < 16 || length > LARGEST || (data[at]! & 3) !== 0) return undefined;
  let end = 0;
  while (end < length) {
    const tag = data[at++];
    if (tag === undefined) return undefined;
    const kind = tag & 3;
    let size = tag >> 2;
    if (kind === 0) {
      if (size >= 60) {
        const bytes = size - 59;
        if (at + bytes > data.length) return undefined;
        size = data.readUIntLE(at, bytes);
        at += bytes;
      }
      size++;
      if (end + size > length || at + size > data.length) return undefined;
      data.copy(out, end, at, at + size);
      at += size;
      end += size;
      continue;
    }
    const bytes = kind === 1 ? 1 : kind === 2 ? 2 : 4;
    if (at + bytes > data.length) return undefined;
    const low = data.readUIntLE(at, bytes);
    at += bytes;
    const offset = kind === 1 ? ((tag >> 5) << 8) | low : low;
    size = kind === 1 ? (size & 7) + 4 : size + 1;
    if (!offset || offset > end || end + size > length) return undefined;
    // It may overlap what it makes: byte by byte.
    for (let index = 0; index < size; index++, end++) out[end] = out[end - offset]!;
  }
  return Buffer.from(out.subarray(0, length));
}
