import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

// Asks the registry and installs 75 MB: LONG=1, after a build.
test.runIf(process.env.LONG)(
  "the packed command line has all it needs where nothing else is",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "shopkeeper-installed-"));
    const run = (program: string, words: string[], cwd: string): string =>
      execFileSync(program, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    try {
      for (const name of ["engine", "lint", "cli"])
        run(
          join(root, "node_modules/.bin/pnpm"),
          ["pack", "--pack-destination", folder],
          join(root, "packages", name),
        );
      run("npm", ["init", "-y"], folder);
      const packed = ["engine", "lint", "cli"].map((name) => `./shopkeeper-${name}-0.1.0.tgz`);
      run("npm", ["install", "--no-audit", "--no-fund", ...packed], folder);
      const docs = join(root, "docs/report");
      const words = ["report", join(docs, "outcomes.ndjson.gz"), "--config", join(docs, "shop.json")];
      expect(run(join(folder, "node_modules/.bin/shopkeeper"), words, folder)).toContain(
        "sample ratio as expected",
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
