// One build for everything that a user installs:
//   engine, browser   ES module and its types
//   tag               one classic script, minified, and beside it what is rarely needed
//   cli               a Node program
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import typescript from "@rollup/plugin-typescript";
import { dts } from "rollup-plugin-dts";

// Our own packages are read from their sources, so that the order of building does not matter.
const resolve = () =>
  nodeResolve({ exportConditions: ["@shopkeeper/source", "browser", "import", "default"] });

/**
 * idb adds its shortcuts (`db.get`, async iterators) by two top-level calls that no bundler dares to drop. We open
 * transactions by hand and need neither: marked as pure they go, and 0.4 kB of the tag with them.
 */
const idbWithoutShortcuts = {
  name: "idb-without-shortcuts",
  transform: (code, id) =>
    /node_modules\/idb\//.test(id)
      ? { code: code.replace(/^replaceTraps\(/gm, "/*#__PURE__*/ replaceTraps("), map: null }
      : null,
};

/** The tag cannot be split, being an IIFE: it loads what is beside it by an address that it knows (see tag.ts). */
const partsBesideTag = {
  name: "parts-beside-tag",
  load: (id) => (id.endsWith("/load-part.ts") ? "export const loadPart = undefined;" : null),
};

/** What lies beside the tag, by the names that it loads it by (see parts.ts). */
const parts = {
  "time-zones": "packages/browser/src/read/time-zones.ts",
  "privacy-panel": "packages/browser/src/privacy-panel/privacy-panel.ts",
};

// A name that begins with `_` is ours alone and may be shortened.
const minify = (options) =>
  terser({
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    mangle: { properties: { regex: /^_/ } },
    format: { comments: false },
    ...options,
  });

// Types are checked by `tsc --build`, border by border; here all sources are one program.
const compile = () => typescript({ tsconfig: "tsconfig.build.json" });

const library = (name, external = []) => [
  {
    input: `packages/${name}/src/index.ts`,
    external,
    // What is imported dynamically becomes a chunk that keeps its name.
    output: { dir: `packages/${name}/dist`, chunkFileNames: "[name].js", format: "es" },
    plugins: [resolve(), compile()],
  },
  {
    input: `packages/${name}/src/index.ts`,
    external,
    output: { file: `packages/${name}/dist/index.d.ts`, format: "es" },
    plugins: [dts({ tsconfig: `packages/${name}/tsconfig.json`, compilerOptions: { composite: false } })],
  },
];

export default [
  ...library("engine"),
  ...library("browser", ["@shopkeeper/engine", "idb", "nanoid"]),
  {
    input: "packages/tag/src/tag.ts",
    output: { file: "packages/tag/dist/shopkeeper.js", format: "iife" },
    // `module: true` would delete the names that an IIFE gives away; see docs/decisions.
    plugins: [resolve(), partsBesideTag, idbWithoutShortcuts, compile(), minify()],
  },
  ...Object.entries(parts).map(([name, input]) => ({
    input,
    output: { file: `packages/tag/dist/${name}.js`, format: "es" },
    plugins: [resolve(), compile(), minify({ module: true })],
  })),
  {
    input: "packages/cli/src/cli.ts",
    external: [/^node:/, "@shopkeeper/engine"],
    output: { file: "packages/cli/dist/cli.js", format: "es", banner: "#!/usr/bin/env node" },
    plugins: [resolve(), compile()],
  },
];
