import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "svelte/compiler";
import { build, type Plugin } from "vite";

/** A framework's app, as its own server renders it and as its own script takes it over. */
export interface App {
  /** @param tag For an app that renders its own head: whether our tag is in it. */
  render(tag: boolean): string | Promise<string>;
  script: string;
}

export const apps = ["react-19", "react-18", "vue", "svelte"] as const;
export type AppName = (typeof apps)[number];

const root = join(import.meta.dirname, "apps");
const react18 = { "react-dom": "react-dom-18", react: "react-18" };

const vueFlags = {
  __VUE_OPTIONS_API__: "false",
  __VUE_PROD_DEVTOOLS__: "false",
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
};

/** Svelte's own compiler, which is all that its plugin for Vite would bring for one component. */
const svelte = (mode: string, generate: "server" | "client"): Plugin => ({
  name: "svelte",
  transform: (code, id) =>
    id.endsWith(".svelte")
      ? compile(code, { generate, dev: mode === "development" && generate === "client", filename: id }).js
          .code
      : null,
});

/** Builds an app for the server, renders it there, and builds it for the browser. */
export async function buildApp(name: AppName, mode: "development" | "production"): Promise<App> {
  const [framework] = name.split("-");
  const folder = await mkdtemp(join(tmpdir(), "framework-"));
  const bundle = async (side: "server" | "client"): Promise<string> => {
    await build({
      root,
      mode,
      configFile: false,
      logLevel: "error",
      plugins: [svelte(mode, side)],
      define: { "process.env.NODE_ENV": JSON.stringify(mode), ...vueFlags },
      resolve: { alias: name === "react-18" ? react18 : {} },
      ssr: { noExternal: true, target: "node" },
      build: {
        ssr: side === "server",
        outDir: join(folder, side),
        emptyOutDir: false,
        minify: mode === "production" && side === "client",
        rolldownOptions: {
          input: join(root, `${framework}.${side}.js`),
          output: { entryFileNames: "app.mjs", codeSplitting: false },
        },
      },
    });
    return join(folder, side, "app.mjs");
  };
  const { render } = await import(pathToFileURL(await bundle("server")).href);
  return { render, script: await readFile(await bundle("client"), "utf8") };
}
