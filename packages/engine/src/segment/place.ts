/** Lines and columns count from 1, columns in UTF-16 code units; a line ends at its line feed. */
export interface Place {
  line: number;
  column: number;
}

/** Where an offset is, as an editor counts. */
export function place(text: string, at: number): Place {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: lines.pop()!.length + 1 };
}
