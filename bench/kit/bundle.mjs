import { importRival, versionOf } from "./rivals.mjs";
import { bench } from "./paths.mjs";

/**
 * Bundles a few lines of JavaScript as a page would load them: one minified script.
 *
 * @param {string} code
 * @param {{ format?: "iife" | "esm", global?: string, later?: string[] }} [options] `later`: what is imported when it
 *   is first needed, and is not part of the script.
 * @returns {Promise<string>}
 */
export async function bundle(code, { format = "iife", global, later = [] } = {}) {
  if (!versionOf("esbuild")) throw new Error("esbuild is not installed");
  const { build } = await importRival("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: bench, loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    format,
    globalName: global,
    external: later,
    target: "es2020",
    platform: "browser",
    mainFields: ["browser", "module", "main"],
    conditions: ["@shopkeeper/source"],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles[0].text;
}
