import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./kit.ts";
import { leave, lookedThrough, order, patiently, visit, type Line } from "./shop.ts";

// Of what a page sends in its last moment Chromium loses some, one in ten on a busy machine; the next page sends it again.
test.describe.configure({ retries: 3 });

const guide = readFileSync(join(import.meta.dirname, "../../../docs/outcomes.md"), "utf8");
const [, program = ""] = /## A receiver[^]*?```js\n([^]*?)```/.exec(guide) ?? [];

/** The receiver of the guide, as somebody would run it. */
async function receive(): Promise<{ address: string; lines(): Line[]; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "outcomes-"));
  const file = join(folder, "outcomes.ndjson");
  const script = join(folder, "receive.mjs");
  // Any port that is free.
  writeFileSync(
    script,
    program
      .replace("`listening on ${PORT}`", "`${server.address().port}`")
      .replace("createServer(async", "const server = createServer(async"),
  );
  writeFileSync(file, "");
  const child = spawn(process.execPath, [script], { env: { ...process.env, PORT: "0", FILE: file } });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (said: Buffer) => resolve(`${said}`.trim()));
    child.stderr.once("data", (said: Buffer) => reject(new Error(`${said}`)));
  });
  return {
    address: `http://127.0.0.1:${port}/`,
    lines: () =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line),
    stop() {
      child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

test("the receiver of the guide writes down what a shop of another origin sends", async ({ page, open }) => {
  const receiver = await receive();
  try {
    const shop = await open({ configuration: { sinks: [{ beacon: receiver.address }] } });
    await visit(page, shop);
    await order(page, "o1");
    await lookedThrough(page);
    await leave(page);
    await expect
      .poll(() => receiver.lines().map(({ name }) => name), patiently)
      .toEqual(["experience_view", "experience_convert"]);
    expect(receiver.lines()[1]).toMatchObject({ version: 1, goal: "purchase", value: 89, currency: "EUR" });

    const post = async (body: string): Promise<number> =>
      (await fetch(receiver.address, { method: "POST", body })).status;
    expect(await post("no json")).toBe(400);
    expect(await post("x".repeat(70_000))).toBe(413);
    expect((await fetch(receiver.address)).status).toBe(405);
    expect(receiver.lines()).toHaveLength(2);
  } finally {
    receiver.stop();
  }
});
