// What a fresh clone needs before anything else can run. Only Node's own modules are used here.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const run = (command, parameters) =>
  execFileSync(command, parameters, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });

/** Installs the packages that the lockfile names, unless they are there already. */
export function installPackages() {
  const mark = join(root, "node_modules", ".modules.yaml");
  const lockfile = join(root, "pnpm-lock.yaml");
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lockfile).mtimeMs) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const pnpm = packageManager.split("+")[0];
  console.log(`Installing the packages with ${pnpm} …`);
  run("npm", ["exec", "--yes", "--", pnpm, "install", "--frozen-lockfile"]);
}

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Installs Chromium where there is none: by apt where we may, else by Playwright's own download. */
export async function installBrowser() {
  if (systemBrowsers.some((path) => existsSync(path))) return;
  const { chromium } = await import("playwright");
  if (existsSync(chromium.executablePath())) return;
  const mayUseApt = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (mayUseApt) {
    console.log("Installing Chromium with apt …");
    const apt = (...parameters) => spawnSync("apt-get", parameters, { stdio: "inherit" }).status === 0;
    if (apt("update") && apt("install", "-y", "--no-install-recommends", "chromium")) return;
  }
  console.log("Installing Chromium with Playwright …");
  run("npx", ["playwright", "install", "chromium"]);
}

/** Builds every package and the demo shop. */
export function build() {
  run(process.execPath, [join(root, "node_modules/rollup/dist/bin/rollup"), "-c", "--silent"]);
  run(process.execPath, [join(root, "demo-site/build.mjs")]);
}
