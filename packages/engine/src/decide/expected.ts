/** An error that tells the mend: `cap of "help": expected "1 per visit", got "once"`. */
export const expected = (what: string, mend: string, got: unknown): Error =>
  Error(
    `${what}: expected ${mend}, got ${Object(got) === got ? typeof got : typeof got === "string" ? JSON.stringify(got) : String(got)}`,
  );
