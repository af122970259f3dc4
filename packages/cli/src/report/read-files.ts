import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";

/** How a file is written, told from its first bytes and not from its name. */
export type Format = "gzip" | "parquet" | "text";

/** @throws Where there is no such file. */
export async function formatOf(file: string): Promise<Format> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return "gzip";
    return bytesRead === 4 && buffer.toString("latin1") === "PAR1" ? "parquet" : "text";
  } finally {
    await handle.close();
  }
}

/**
 * The lines of a file, many at a time, without ever holding all of it.
 *
 * @throws Where the file ends in the middle of a compressed block: what came before has been given.
 */
export async function* linesOf(file: string, format: "gzip" | "text"): AsyncGenerator<string[]> {
  const source = createReadStream(file);
  const bytes = format === "gzip" ? source.pipe(createGunzip()) : source;
  // A pipe does not hand errors on.
  source.on("error", (error) => bytes.destroy(error));
  let rest = "";
  try {
    for await (const chunk of bytes.setEncoding("utf8") as AsyncIterable<string>) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      yield lines;
    }
  } finally {
    if (rest) yield [rest];
  }
}
