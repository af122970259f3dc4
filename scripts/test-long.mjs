// pnpm test:long: what `npm test` does a few times, a hundred times: kills, exits, faults, and 200,000 events; and what
// models foretell of whole data sets. About an hour.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build, installBrowser, installPackages, root } from "./set-up.mjs";

installPackages();
await installBrowser();
build();

// Names or folders of e2e/remember; "recommend" for what models foretell of whole data sets, databases, labelled pages and
// mutated ones; or all of them.
const asked = process.argv.slice(2);
const remaining = asked.filter((name) => name !== "recommend");
const long = {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, LONG: "1" },
  shell: process.platform === "win32",
};
if (!asked[0] || remaining.length < asked.length)
  process.exitCode =
    spawnSync(
      join(root, "node_modules/.bin/vitest"),
      ["run", "packages/cli/test", "packages/browser/test/labelled", "packages/browser/test/fuzz-reading"],
      long,
    ).status ?? 1;
if (asked[0] && !remaining[0]) process.exit();
const { status } = spawnSync(
  join(root, "node_modules/.bin/playwright"),
  [
    "test",
    ...(remaining[0] ? remaining : [""]).map((name) => `e2e/remember/${name}`),
    "--project=chromium",
    "--workers=1",
    "--retries=0",
    "--reporter=list",
  ],
  long,
);
process.exitCode ||= status ?? 1;
