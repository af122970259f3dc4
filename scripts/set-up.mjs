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

/** Browsers beside Chromium, by the package that has them: where there is none, their tests are skipped by name. */
const otherBrowsers = {
  "firefox-esr": ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
  "webkit2gtk-driver": ["/usr/bin/WebKitWebDriver"],
  xvfb: ["/usr/bin/Xvfb"],
};

/** Installs the browsers that are missing: by apt where we may, else Chromium by Playwright's own download. */
export async function installBrowser() {
  const { chromium } = await import("playwright");
  const isMissing = (paths) => !paths.some((path) => existsSync(path));
  const needsChromium = isMissing(systemBrowsers) && !existsSync(chromium.executablePath());
  const packages = Object.keys(otherBrowsers).filter((name) => isMissing(otherBrowsers[name]));
  if (needsChromium) packages.unshift("chromium");
  if (!packages.length) return;
  const apt = (...parameters) => spawnSync("apt-get", parameters, { stdio: "inherit" }).status === 0;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    console.log(`Installing ${packages.join(", ")} with apt …`);
    // One that this system does not have must not keep the others out.
    if (apt("update")) for (const name of packages) apt("install", "-y", "--no-install-recommends", name);
  }
  if (!isMissing(systemBrowsers) || !needsChromium) return;
  console.log("Installing Chromium with Playwright …");
  run("npx", ["playwright", "install", "chromium"]);
}

/** Builds every package and the demo shop. */
export function build() {
  run(process.execPath, [join(root, "node_modules/rollup/dist/bin/rollup"), "-c", "--silent"]);
  run(process.execPath, [join(root, "demo-site/build.mjs")]);
}
