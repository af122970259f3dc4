/**
 * The rows of a feed with tabs, by the names in its first line. A field may stand in quotes, with tabs and line ends in it.
 *
 * @throws Where there is no column `id`.
 */
export function merchantTsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = readRows(text);
  const names = header.map((name) => name.trim().toLowerCase().replace(/^g:/, "").replaceAll(" ", "_"));
  if (!names.includes("id"))
    throw new Error(
      `expected a feed for Google Merchant Center as XML or with tabs and a column "id", or JSON; the first line is: ${text.split("\n")[0]!.slice(0, 200)}`,
    );
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
}

function readRows(text: string): string[][] {
  const rows: string[][] = [];
  // A field in quotes, in which a quote is doubled, or one without; then what ends it.
  const fields = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/gy;
  let row: string[] = [];
  for (let at = 0; at <= text.length;) {
    fields.lastIndex = at;
    const [all, quoted, plain, end] = fields.exec(text)!;
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    at += all.length;
    if (end === "\t") continue;
    if (row.length > 1 || row[0]) rows.push(row);
    row = [];
    if (at >= text.length) break;
  }
  return rows;
}
