// node bench/recommend/build-speed.mjs [EVENTS]: how long `shopkeeper build` takes for ten million events of a made-up shop (100,000 products, popular
// as Zipf has it, visits of 4.6 views), and how much memory. Needs a build; the load of the machine is told beside it.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { DuckDBInstance } = createRequire(join(root, "packages/cli/package.json"))("@duckdb/node-api");
const wanted = Number(process.argv[2] ?? 1e7);
const folder = mkdtempSync(join(tmpdir(), "shopkeeper-speed-"));
const events = join(folder, "events.parquet");

// A visit begins anywhere, by popularity, and goes on nearby or elsewhere. `hash` instead of chance: the same shop each time.
const unit = (salt) => `((hash(visit, place, '${salt}') >> 11) / 9007199254740992.0)`;
const popular = (salt) => `CAST(floor(pow(100000.0, ${unit(salt)})) AS INTEGER)`;
const query = `SELECT 's' || visit AS session_id, 'sku-' || (CASE WHEN near THEN (start + hop) % 100000 ELSE other END) AS item_id,
    1750000000 + visit * 10 + place * 40 AS timestamp
  FROM (
    SELECT visit, place, ${popular("other")} AS other, ${unit("near")} < 0.7 AS near, CAST(floor(20 * ${unit("hop")}) AS INTEGER) AS hop,
      CAST(floor(pow(100000.0, ((hash(visit) >> 11) / 9007199254740992.0))) AS INTEGER) AS start
    FROM (
      SELECT visit, unnest(range(1, 2 + CAST(floor(-3.1 * ln(1 - ((hash(visit, 'length') >> 11) / 9007199254740992.0))) AS INTEGER))) AS place
      FROM range(${Math.round(wanted / 3.6)}) AS visits(visit)
    )
  ) LIMIT ${wanted}`;

const isRunning = (pid) => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
};

try {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`COPY (${query}) TO '${events}' (FORMAT parquet)`);
  connection.closeSync();
  const words = [
    join(root, "packages/cli/dist/cli.js"),
    "build",
    "--events",
    events,
    "--out",
    join(folder, "model"),
    "--json",
  ];
  const before = loadavg()[0];
  const started = performance.now();
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  let peak = 0;
  child.stdout.on("data", (chunk) => (said += chunk));
  const timer = setInterval(() => (peak = Math.max(peak, isRunning(child.pid))), 100);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(timer);
  const built = JSON.parse(said);
  console.log(
    `${built.events.toLocaleString("en")} events of ${built.products.toLocaleString("en")} products (${(statSync(events).size / 1e6).toFixed(0)} MB): ` +
      `${((performance.now() - started) / 1000).toFixed(1)} s, ${(peak / 1024 / 1024).toFixed(2)} GB at most, ` +
      `${cpus().length} cores, load before ${before.toFixed(1)}, exit ${code}`,
  );
  console.log(
    Object.entries(built.laps ?? {})
      .map(([lap, seconds]) => `  ${lap} ${seconds.toFixed(1)} s`)
      .join("\n"),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
