import { readFileSync } from "node:fs";
import { run } from "./run.ts";

process.exitCode = run(process.argv.slice(2), {
  read: (file) => readFileSync(file, "utf8"),
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
