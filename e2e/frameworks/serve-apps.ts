import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { apps, buildApp, type App, type AppName } from "./build-app.ts";

const tag = join(import.meta.dirname, "../../packages/tag/dist");

const { resolve } = createRequire(import.meta.url);
/** Scripts that a page takes as they are. */
const scripts: Record<string, string> = {
  "turbo.js": resolve("@hotwired/turbo"),
  "alpine.js": resolve("alpinejs").replace(/[^/\\]+$/, "cdn.js"),
};

const configuration = JSON.stringify({
  version: 1,
  experiences: [
    { id: "swap", kind: "swap", target: "#promo", template: "#promo-ours", trigger: "load" },
    { id: "swap-list", kind: "swap", target: "#promo-list", template: "#promo-list-ours", trigger: "load" },
    { id: "note", kind: "message", target: "#note", trigger: "load", content: { body: "A word to you" } },
    {
      id: "beside",
      kind: "message",
      target: "#note-list",
      position: "before",
      trigger: "load",
      content: { body: "Beside" },
    },
  ],
});

/** A page with an app as its server has rendered it; `window.begin()` takes it over. */
const page = (html: string, head: string, name: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
<style>#promo { margin-top: 300vh }</style>
<script type="application/json" data-sk-config>${configuration}</script>
${head}</head>
<body><div id="root">${html}</div>
<template id="promo-ours"><p class="ours">Our promo</p></template>
<template id="promo-list-ours"><li class="ours">Our promo</li></template>
${name ? `<script type="module" src="/${name}.js"></script>` : ""}</body></html>`;

const tags: Record<string, string> = {
  head: `<script src="/shopkeeper.js" data-consent="granted"></script>`,
  async: `<script async src="/shopkeeper.js" data-consent="granted"></script>`,
  none: "",
};

const pages = join(import.meta.dirname, "pages");

/**
 * Serves the apps as `/APP?mode=production&tag=head`, built when they are first asked for, the built tag, and the
 * pages of this folder, as slow as `?wait=` says in milliseconds.
 */
export async function serveApps(): Promise<{ address: string; close(): void }> {
  const built = new Map<string, Promise<App>>();
  const appOf = (name: string, mode: string): Promise<App> => {
    const key = `${name}.${mode}`;
    if (!built.has(key)) built.set(key, buildApp(name as AppName, mode as "development"));
    return built.get(key)!;
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, "http://localhost");
    const path = pathname.slice(1);
    response.setHeader("cache-control", "no-store");
    if (path.endsWith(".js")) {
      response.setHeader("content-type", "text/javascript");
      const file = scripts[path] ?? join(tag, path);
      if (existsSync(file)) return void createReadStream(file).pipe(response);
      const [name, mode] = path.replace("_next/static/document", "document.development").split(".");
      return void response.end((await appOf(name!, mode!)).script);
    }
    if (path === "slow.css") {
      response.setHeader("content-type", "text/css");
      await pause(400);
      return void response.end();
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    const head = tags[searchParams.get("tag") ?? "head"]!;
    if (path && existsSync(join(pages, path, "index.html"))) {
      await pause(Number(searchParams.get("wait") ?? 0));
      return void createReadStream(join(pages, path, "index.html")).pipe(response);
    }
    if (path === "document") {
      const { render } = await appOf("document", "development");
      return void response.end(`<!doctype html>${await render(searchParams.get("tag") !== "none")}`);
    }
    if (!apps.includes(path as AppName)) return void response.end(page("<p>Welcome</p>", head, ""));
    const mode = searchParams.get("mode") ?? "development";
    response.end(page(await (await appOf(path, mode)).render(true), head, `${path}.${mode}`));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
