import { parseArgs } from "node:util";
import type { Shell } from "../run.ts";
import { openPage, type ReadPage, type Rendering } from "./open-page.ts";
import { printReport } from "./print-report.ts";
import { READ_USAGE } from "./usage.ts";

function readWords(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    options: {
      url: { type: "string" },
      browser: { type: "string" },
      markup: { type: "boolean" },
      json: { type: "boolean" },
    },
    allowPositionals: true,
  });
  if (!positionals.length) throw new Error("");
  if (values.url !== undefined && (positionals.length > 1 || !URL.canParse(values.url)))
    throw new Error(
      "--url is the whole address that one file is read as: --url https://shop.example/product/mug",
    );
  return { names: positionals, ...values };
}

/**
 * `shopkeeper read URL-or-FILE…`
 *
 * @param open Opens and reads one page; for tests.
 * @returns Its exit code: 0 all pages were read, 2 it was not called as it has to be or a page is not there. What is to mend is
 *   no error of the command's.
 */
export async function readCommand(
  words: string[],
  shell: Pick<Shell, "say" | "complain">,
  open: (name: string, rendering: Rendering) => Promise<ReadPage> = openPage,
): Promise<number> {
  let called;
  try {
    called = readWords(words);
  } catch (error) {
    const { message } = error as Error;
    shell.complain(message ? `${message}\n\n${READ_USAGE}` : READ_USAGE);
    return 2;
  }
  const { names, json, ...rendering } = called;
  const read: ReadPage[] = [];
  let failed = false;
  for (const name of names)
    try {
      read.push(await open(name, rendering));
    } catch (error) {
      const { message, cause } = error as Error;
      shell.complain(`${name}: ${cause instanceof Error ? cause.message : message}`);
      failed = true;
    }
  if (json)
    shell.say(
      JSON.stringify(
        read.map(({ name, rendered, report }) => ({ name, rendered, ...report })),
        undefined,
        2,
      ),
    );
  else read.forEach((page, index) => [...(index ? [""] : []), ...printReport(page)].forEach(shell.say));
  return failed ? 2 : 0;
}
