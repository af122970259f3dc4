import { readFileSync } from "node:fs";
import { run } from "./run.ts";

process.exitCode = await run(process.argv.slice(2), {
  // "-" is the standard input.
  read: (file) => readFileSync(file === "-" ? 0 : file, "utf8"),
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
