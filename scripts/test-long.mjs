// pnpm test:long: what `npm test` does a few times, a hundred times: kills, exits, faults, and 200,000 events. About an hour.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build, installBrowser, installPackages, root } from "./set-up.mjs";

installPackages();
await installBrowser();
build();

// Names or folders of e2e/remember, or all of them.
const asked = process.argv.slice(2);
const { status } = spawnSync(
  join(root, "node_modules/.bin/playwright"),
  [
    "test",
    ...(asked[0] ? asked : [""]).map((name) => `e2e/remember/${name}`),
    "--project=chromium",
    "--workers=1",
    "--retries=0",
    "--reporter=list",
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, LONG: "1" }, shell: process.platform === "win32" },
);
process.exitCode = status ?? 1;
