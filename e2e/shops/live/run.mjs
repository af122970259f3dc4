// pnpm test:shops: the built tag in a living shop that we did not write. Installs, builds, fills and starts the
// shop, drives it, and stops everything again. What the machine cannot have is skipped, by name.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Absent } from "./absent.mjs";
import { atEnd, cleanUp } from "./clean-up.mjs";
import { startEverShop } from "./evershop.mjs";

const root = resolve(import.meta.dirname, "../../..");

/** Runs the flows against a shop and counts them. */
async function drive(address) {
  const folder = mkdtempSync(join(tmpdir(), "shopkeeper-shops-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const report = join(folder, "report.json");
  const require = createRequire(import.meta.url);
  const playwright = join(dirname(require.resolve("@playwright/test/package.json")), "cli.js");
  const config = join(import.meta.dirname, "playwright.config.ts");
  const child = spawn(process.execPath, [playwright, "test", "--config", config, "--reporter=list,json"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, SHOP_ADDRESS: address, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const forget = atEnd(() => child.kill());
  await new Promise((resolve) => child.once("close", resolve));
  forget();
  if (!existsSync(report)) throw new Error("Playwright gave no report.");
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

async function test() {
  if (!existsSync(join(root, "packages/tag/dist/shopkeeper.js")))
    throw new Error("There is no built tag: run `pnpm build` first.");
  const address = await startEverShop();
  console.log(`EverShop is open: ${address}`);
  return drive(address);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.once(signal, () => cleanUp().finally(() => process.exit(1)));

const counts = await test()
  .catch((error) => {
    const isAbsent = error instanceof Absent;
    console.log(isAbsent ? `EverShop is skipped: ${error.message}.` : error);
    return { passed: 0, failed: isAbsent ? 0 : 1, skipped: isAbsent ? 1 : 0 };
  })
  .finally(cleanUp);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;
