import { join } from "node:path";
import { rollup } from "rollup";
import { root } from "./paths.mjs";

/**
 * Bundles and minifies one of our sources by the very build of the tag.
 *
 * @param {string} source Its path from the root of the project.
 * @returns {Promise<string>}
 */
export async function bundleAsTag(source) {
  // The build names its files from there.
  process.chdir(root);
  const { default: builds } = await import("../../rollup.config.mjs");
  const { plugins } = builds.find(({ input }) => input === "packages/tag/src/tag.ts");
  const built = await rollup({ input: join(root, source), plugins });
  const { output } = await built.generate({ format: "iife", name: "shopkeeper" });
  await built.close();
  return output[0].code;
}
