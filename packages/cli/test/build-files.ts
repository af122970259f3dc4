import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Built } from "../src/build/build.ts";
import { randomOf } from "../src/build/tune/search.ts";
import { run } from "../src/run.ts";

/** Writes files into a folder of their own, and runs `shopkeeper build` on them. */
export function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), "shopkeeper-build-"));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    write(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs the command, and gives what it says. */
export async function build(...words: string[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await run(["build", ...words], {
    read: (file) => readFileSync(file, "utf8"),
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, said: said.join("\n"), complaints: complaints.join("\n") };
}

/** The same as the object that `--json` prints. @throws Where nothing was built. */
export async function buildJson(...words: string[]): Promise<Built> {
  const { said, complaints } = await build(...words, "--json");
  if (!said) throw new Error(complaints);
  return JSON.parse(said) as Built;
}

const DAY = 86_400_000;

/**
 * What some visitors of a small shop did, as lines of events: they look at products that are near each other, search, and
 * buy, some of it again.
 */
export function makeEvents({ visitors = 200, products = 60, seed = 1 } = {}): string {
  const random = randomOf(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const lines: object[] = [];
  const itemOf = (number: number): object => ({
    item_id: `p${number}`,
    item_category: ["Bags", "Coats", "Scarves"][number % 3],
    price: 10 + number,
    quantity: 1,
  });
  for (let visitor = 0; visitor < visitors; visitor++) {
    let ts = 1_750_000_000_000 + whole(300) * DAY;
    for (let visit = 0; visit <= whole(4); visit++) {
      let at = whole(products);
      for (let views = 1 + whole(8); views; views--) {
        const event = { client: `c${visitor}`, ts, items: [itemOf(at)] };
        lines.push({ ...event, name: "view_item" });
        if (random() < 0.1)
          lines.push({
            client: `c${visitor}`,
            ts: ts + 1,
            name: "search",
            search_term: ["Red bag", "warm coat", "bag"][whole(3)],
          });
        if (random() < 0.2)
          lines.push({
            ...event,
            ts: ts + 2,
            name: "purchase",
            transaction_id: `t${lines.length}`,
            items: [itemOf(at), itemOf((at + 3) % products), itemOf(whole(10))],
          });
        at = random() < 0.2 ? at : (at + 1 + whole(4)) % products;
        ts += whole(20 * 60_000);
      }
      ts += whole(60) * DAY;
    }
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
