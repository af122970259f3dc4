// npm test: installs what is missing, builds, and runs every check. The last line counts them all.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, installBrowser, installPackages, root } from "./set-up.mjs";

installPackages();
await installBrowser();

const reports = join(root, "test-results");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const tool = (name, ...parameters) => ({ command: join(root, "node_modules/.bin", name), parameters });
const report = (name) => join(reports, `${name}.json`);
const readReport = (name) => (existsSync(report(name)) ? JSON.parse(readFileSync(report(name), "utf8")) : {});

/** Each step runs, whatever became of the ones before it; one that keeps no count of its own counts as one. */
const steps = [
  { name: "types of the packages", ...tool("tsc", "--build") },
  { name: "types of the tests", ...tool("tsc", "-p", "tsconfig.tests.json") },
  { name: "lint", ...tool("oxlint", "--deny-warnings") },
  { name: "format", ...tool("oxfmt", "--check", ".") },
  { name: "unused files, exports and dependencies", ...tool("knip") },
  {
    name: "unit, property, browser and package tests",
    ...tool(
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report("vitest")}`,
    ),
    count() {
      const {
        numPassedTests = 0,
        numFailedTests = 0,
        numPendingTests = 0,
        testResults = [],
      } = readReport("vitest");
      const skipped = testResults.flatMap((file) =>
        file.assertionResults.filter((test) => test.status === "pending" || test.status === "skipped"),
      );
      return {
        passed: numPassedTests,
        failed: numFailedTests,
        skipped: numPendingTests,
        names: skipped.map((test) => test.fullName),
      };
    },
  },
  {
    name: "journeys in the browser",
    ...tool("playwright", "test", "--reporter=line,json"),
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report("playwright") },
    count() {
      const { stats = {}, suites = [] } = readReport("playwright");
      const names = [];
      const visit = (suite) => {
        for (const spec of suite.specs ?? [])
          if (spec.tests.some((test) => test.status === "skipped")) names.push(spec.title);
        for (const inner of suite.suites ?? []) visit(inner);
      };
      suites.forEach(visit);
      return {
        passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
        failed: stats.unexpected ?? 0,
        skipped: stats.skipped ?? 0,
        flaky: stats.flaky ?? 0,
        names,
      };
    },
  },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

function conclude(name, { passed, failed, skipped = 0, flaky = 0, names = [] }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  lines.push(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (flaky) lines.push(`    ${flaky} of them passed only when tried again`);
  for (const skippedName of names) lines.push(`    skipped: ${skippedName}`);
}

try {
  build();
  conclude("build", { passed: 1, failed: 0 });
} catch (error) {
  console.error(error.message);
  conclude("build", { passed: 0, failed: 1 });
}

for (const { name, command, parameters, environment, count } of steps) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, parameters, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
    shell: process.platform === "win32",
  });
  const counted = count?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  // A runner that died without a word must not look like a pass.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  if (status === 0 && counted.passed === 0) counted.failed = 1;
  conclude(name, counted);
}

console.log(`\n${lines.join("\n")}\n`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`,
);
process.exitCode = total.failed ? 1 : 0;
