// One build for everything that a user installs:
//   engine, browser   ES module and its types
//   tag               one classic script, minified, and beside it what is rarely needed
//   cli               a Node program
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** What lies beside the tag: the files of load-part.ts, by the names that they are loaded by. */
const parts = Object.fromEntries(
  [
    ...readFileSync("packages/browser/src/load-part.ts", "utf8").matchAll(
      /^ +"?([\w-]+)"?: \(\) => import\("\.\/(.+?)"\)/gm,
    ),
  ].map(([, name, file]) => [name, `packages/browser/src/${file}`]),
);
/** The texts of languages import nothing, and so are built together. */
const isLanguage = ([name]) => /-[a-z]{2}$/.test(name);
const nameOfPart = (file) => Object.keys(parts).find((name) => file?.endsWith(parts[name]));

// A name that begins with `_` is ours alone and may be shortened.
const minify = (options) =>
  terser({
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    mangle: { properties: { regex: /^_/ } },
    format: { comments: false },
    ...options,
  });

/**
 * Four of five functions run while the page starts. Told so, Chromium compiles them beside the main thread while the
 * script is still coming, which halves its time there: https://v8.dev/blog/explicit-compile-hints. Others see a comment.
 */
const calledOnLoad = {
  name: "called-on-load",
  renderChunk: (code) => ({ code: `//# allFunctionsCalledOnLoad\n${code}`, map: null }),
};

/** `import query from "./daily.sql?raw"` is the text of the file, as in vite. */
const queriesAsText = {
  name: "queries-as-text",
  resolveId: (id, importer) => (id.endsWith(".sql?raw") ? join(dirname(importer), id) : null),
  load: (id) =>
    id.endsWith(".sql?raw")
      ? `export default ${JSON.stringify(readFileSync(id.slice(0, -"?raw".length), "utf8"))};`
      : null,
};

/** Nothing of ours happens by being imported: of the engine's index only what is used comes along. */
const treeshake = { moduleSideEffects: (id) => id.endsWith("/tag.ts") };

/** The snippet as it stands in a page, with the hash by which a content security policy knows it. */
const readyToPaste = {
  name: "ready-to-paste",
  generateBundle(_options, bundle) {
    const [chunk] = Object.values(bundle);
    const code = chunk.code.trim();
    const hash = createHash("sha256").update(code).digest("base64");
    chunk.code = code;
    this.emitFile({
      type: "asset",
      fileName: "first-frame-snippet.html",
      source: `<!-- Content-Security-Policy: script-src 'sha256-${hash}' -->\n<script>${code}</script>\n`,
    });
  },
};

/**
 * Types are checked by `tsc --build`, border by border; here all sources are one program, and it is compiled once: the
 * plugin does so at the start of a build, and then has every file for all that follow.
 */
const program = typescript({ tsconfig: "tsconfig.build.json" });
let isCompiled = false;
const once = (hook) =>
  function (...given) {
    return isCompiled ? undefined : hook.apply(this, given);
  };
const compile = () => ({
  name: program.name,
  buildStart: once(program.buildStart),
  resolveId: program.resolveId,
  load: program.load,
  buildEnd: once(function (...given) {
    isCompiled = true;
    return program.buildEnd.apply(this, given);
  }),
});

const library = (name, external = []) => [
  {
    input: `packages/${name}/src/index.ts`,
    external,
    output: {
      dir: `packages/${name}/dist`,
      // What is imported dynamically becomes a chunk that is called as beside the tag.
      chunkFileNames: ({ facadeModuleId }) => `${nameOfPart(facadeModuleId) ?? "[name]"}.js`,
      format: "es",
    },
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
  ...library("lint", ["@shopkeeper/engine", "@humanwhocodes/momoa"]),
  ...library("browser", ["@shopkeeper/engine", "@shopkeeper/lint", "dompurify", "idb", "nanoid"]),
  {
    input: "packages/tag/src/tag.ts",
    treeshake,
    output: { file: "packages/tag/dist/shopkeeper.js", format: "iife", plugins: [calledOnLoad] },
    // `module: true` would delete the names that an IIFE gives away; see docs/decisions.
    plugins: [resolve(), partsBesideTag, idbWithoutShortcuts, compile(), minify()],
  },
  {
    input: "packages/tag/src/first-frame-snippet.ts",
    output: { file: "packages/tag/dist/first-frame-snippet.js", format: "iife" },
    plugins: [resolve(), compile(), minify(), readyToPaste],
  },
  ...Object.entries(parts)
    .filter((part) => !isLanguage(part))
    .map(([name, input]) => ({
      input,
      treeshake,
      output: { file: `packages/tag/dist/${name}.js`, format: "es" },
      plugins: [resolve(), compile(), minify({ module: true })],
    })),
  {
    input: Object.fromEntries(Object.entries(parts).filter(isLanguage)),
    output: { dir: "packages/tag/dist", entryFileNames: "[name].js", format: "es" },
    plugins: [resolve(), compile(), minify({ module: true })],
  },
  {
    // What `shopkeeper read` runs in a page.
    input: "packages/browser/src/read/report/read-here.ts",
    treeshake,
    output: { file: "packages/cli/dist/read-here.cjs", format: "iife", name: "readerHere" },
    plugins: [resolve(), partsBesideTag, compile()],
  },
  {
    input: "packages/cli/src/cli.ts",
    external: [
      /^node:/,
      "@duckdb/node-api",
      "@shopkeeper/engine",
      "@shopkeeper/lint",
      "css-select",
      "css-what",
      "jsdom",
      "jstat",
      "parse5",
      "postgres",
      "saxes",
    ],
    output: {
      dir: "packages/cli/dist",
      // `report` is loaded by whoever reports.
      chunkFileNames: "[name].js",
      format: "es",
      banner: ({ isEntry }) => (isEntry ? "#!/usr/bin/env node" : ""),
    },
    plugins: [queriesAsText, resolve(), compile()],
  },
];
