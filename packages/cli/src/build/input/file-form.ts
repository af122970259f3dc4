import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { formatOf } from "../../report/read-files.ts";

/** How events are written in a file, told from its beginning and not from its name. */
export interface FileForm {
  form: "parquet" | "lines" | "json" | "table";
  isGzip: boolean;
}

const HEAD = 65_536;

/** The first characters of a text file, unpacked. */
export async function headOf(file: string, isGzip: boolean): Promise<string> {
  const source = createReadStream(file);
  const bytes = isGzip ? source.pipe(createGunzip()) : source;
  source.on("error", (error) => bytes.destroy(error));
  let head = "";
  for await (const chunk of bytes.setEncoding("utf8") as AsyncIterable<string>) {
    head += chunk;
    if (head.length >= HEAD) break;
  }
  source.destroy();
  return head.replace(/^\uFEFF/, "").trimStart();
}

const PACKED: [start: string, name: string][] = [
  ["\u00fd7zXZ", "xz"],
  ["PK\u0003\u0004", "zip"],
  ["BZh", "bzip2"],
];

/** @throws Where there is no such file, or it is packed in a way that is not read. */
export async function fileFormOf(file: string): Promise<FileForm> {
  const format = await formatOf(file);
  if (format === "parquet") return { form: "parquet", isGzip: false };
  const isGzip = format === "gzip";
  const head = await headOf(file, isGzip);
  const packed = PACKED.find(
    ([start]) => head.startsWith(start) || head.startsWith(`\uFFFD${start.slice(1)}`),
  );
  if (packed) throw new Error(`it is packed with ${packed[1]}: unpack it first, or pack it with gzip`);
  if (!head) throw new Error("it is empty");
  if (head.startsWith("[")) return { form: "json", isGzip };
  if (!head.startsWith("{")) return { form: "table", isGzip };
  // An export is one object over many lines, or one long line; else every line is an object of its own.
  const [first = "", second] = head.split("\n");
  const isExport = /^\{\s*$/.test(first) || (/"events"\s*:\s*\[/.test(first) && !second?.startsWith("{"));
  return { form: isExport ? "json" : "lines", isGzip };
}
