import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const packagesOf = (folder: string) => createRequire(join(import.meta.dirname, folder, "package.json"));
const hosts = packagesOf("../../fixtures/hosts");
const ours = packagesOf("../../../packages/browser");

/** A file of an installed package, whatever its `exports` say. */
function fileOf(packages: NodeJS.Require, name: string, file: string): string | undefined {
  for (const folder of packages.resolve.paths(name) ?? [])
    if (existsSync(join(folder, name, file))) return join(folder, name, file);
  return undefined;
}

const dist = (name: string, file = "index.js"): string =>
  join(import.meta.dirname, "../../../packages", name, "dist", file);

/** A piece of the package, which it imports from beside itself. */
export const chunk = (file: string): string => dist("browser", file);

/** What pages load by `/library/NAME`. A library that is not installed is missing here. */
export const libraries: Record<string, string | undefined> = {
  "prototype.js": fileOf(hosts, "prototype-js-core", "prototype.js"),
  // No registry has its build for browsers; Debian has, in `libjs-mootools`.
  "mootools.js": ["/usr/share/javascript/mootools/mootools-core-nc.js"].find((path) => existsSync(path)),
  "zone.js": fileOf(hosts, "zone.js", "bundles/zone.umd.js"),
  "core-js.js": fileOf(hosts, "core-js-bundle", "minified.js"),
  "ses.js": fileOf(hosts, "ses", "dist/ses.umd.js"),
  // The package from npm, by an import map.
  "browser.js": dist("browser"),
  "engine.js": dist("engine"),
  "idb.js": fileOf(ours, "idb", "build/index.js"),
  "nanoid.js": fileOf(ours, "nanoid", "index.browser.js"),
  "url-alphabet/index.js": fileOf(ours, "nanoid", "url-alphabet/index.js"),
};
