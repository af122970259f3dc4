import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

describe.each(["engine", "lint", "browser", "tag", "cli"])("@shopkeeper/%s", (name) => {
  const folder = join(root, "packages", name);

  test("is packed as npm expects it", async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true });
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  test.runIf(name === "engine" || name === "lint" || name === "browser")(
    "has types for those who import it",
    () => {
      const attw = join(root, "node_modules/.bin/attw");
      // Ends with an error, and its report in it, where there is a problem.
      execFileSync(attw, ["--pack", folder, "--profile", "esm-only", "--format", "ascii"], { stdio: "pipe" });
    },
    60_000,
  );
});

test("importing the packages in Node does nothing and breaks nothing", () => {
  for (const name of ["engine", "browser"]) {
    const entry = JSON.stringify(join(root, "packages", name, "dist/index.js"));
    const program = `const before = Object.keys(globalThis).length;
      await import(${entry});
      console.log(Object.keys(globalThis).length - before);`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
    expect(said).toBe("0\n");
  }
});

test("the lockfile holds no address", () => {
  expect(readFileSync(join(root, "pnpm-lock.yaml"), "utf8")).not.toMatch(/tarball:|https?:\/\//);
});
