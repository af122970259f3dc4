import { createRequire } from "node:module";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";
import ts from "typescript";

/** One of our modules as a classic script that puts its exports into `window[name]`, for a page that knows no TypeScript. */
export async function bundle(path: string, name: string): Promise<string> {
  const build = await rollup({
    input: createRequire(import.meta.url).resolve(path),
    plugins: [
      nodeResolve({
        exportConditions: ["@shopkeeper/source", "import", "default"],
        extensions: [".ts", ".js"],
      }),
      {
        name: "strip-types",
        transform: (code, id) =>
          id.endsWith(".ts")
            ? ts.transpile(code, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext })
            : undefined,
      },
    ],
  });
  const { output } = await build.generate({ format: "iife", name });
  await build.close();
  return output[0].code;
}
