import { crc32, deflateSync } from "node:zlib";
import { numbersFrom } from "./numbers.mjs";

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/**
 * A picture of one colour that weighs as much as a photograph would: some of its points are a little off.
 *
 * @param {string} color Such as "#d01010".
 * @param {{ width: number, height: number, grain?: number }} options `grain`: which part of the points is off.
 * @returns {Buffer} A PNG.
 */
export function pictureOf(color, { width, height, grain = 0.06 }) {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const next = numbersFrom(1);
  // Each row begins with a byte that says how it is filtered.
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0, at = 0; y < height; y++) {
    at++;
    for (let x = 0; x < width; x++) {
      const off = next() < grain ? Math.floor(next() * 16) : 0;
      for (const channel of channels) rows[at++] = channel + off;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
