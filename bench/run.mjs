// pnpm bench: measures Shopkeeper beside its rivals and writes what it finds into BENCHMARKS.md.
//
//   node bench/run.mjs                       everything
//   node bench/run.mjs first-frame --runs 20 one measurement, of so many runs
//   node bench/run.mjs --quick               three runs of each: a look, not a finding
//   node bench/run.mjs --print               prints, and leaves BENCHMARKS.md alone
//   node bench/run.mjs --tag FILE            measures another build of the tag
import { existsSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { boot } from "./boot.mjs";
import { decide } from "./decide.mjs";
import { event } from "./event.mjs";
import { firstFrame } from "./first-frame.mjs";
import { describeBrowser } from "./kit/browser.mjs";
import { root } from "./kit/paths.mjs";
import { writeSection } from "./kit/report.mjs";
import { installRivals } from "./kit/rivals.mjs";
import { read } from "./read.mjs";
import { rails } from "./rails.mjs";
import { rules } from "./rules.mjs";
import { segments } from "./segments.mjs";
import { sizes } from "./sizes.mjs";
import { soak } from "./soak.mjs";
import { year } from "./year.mjs";

const measurements = {
  sizes,
  "first-frame": firstFrame,
  boot,
  event,
  soak,
  rules,
  segments,
  decide,
  rails,
  year,
  read,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    print: { type: "boolean", default: false },
    runs: { type: "string" },
    tag: { type: "string", default: join(root, "packages/tag/dist/shopkeeper.js") },
  },
});

const tag = resolve(values.tag);
if (!existsSync(tag) || statSync(tag).size < 1000)
  throw new Error(`${tag} is not built: \`npm run build\` builds it`);

const unknown = positionals.filter((name) => !Object.hasOwn(measurements, name));
if (unknown.length)
  throw new Error(`There is no measurement "${unknown[0]}", only ${Object.keys(measurements).join(", ")}`);

installRivals();
const { version } = await describeBrowser();
for (const name of positionals.length ? positionals : Object.keys(measurements)) {
  const { title, measure, runs: usual } = measurements[name];
  const runs = Number(values.runs) || usual(values.quick);
  const load = loadavg()[0].toFixed(1);
  process.stderr.write(`${title}\n`);
  let found;
  try {
    found = await measure({ tag, runs });
  } catch (error) {
    process.stderr.write(`  failed: ${error.message}\n`);
    process.exitCode = 1;
    continue;
  }
  const conditions = [
    new Date().toISOString().slice(0, 10),
    `${cpus().length} cores (load ${load} at the start)`,
    `Node ${process.versions.node.split(".")[0]}`,
    `Chromium ${version}`,
    runs > 1 ? `medians of ${runs} runs` : "",
  ];
  const text = `_${conditions.filter(Boolean).join(" · ")}_\n\n${found}`;
  if (values.print) console.log(`\n## ${title}\n\n${text}\n`);
  else writeSection(name, text);
}
