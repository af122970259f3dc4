import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
};
const tag = join(import.meta.dirname, "../../packages/tag/dist");

/**
 * Sends a page in the pieces that its comments `<!-- pause -->` make, with a wait between them, as a slow network
 * does: what stands before a pause may be painted before the rest has come.
 */
async function sendSlowly(response: ServerResponse, html: string, wait: number): Promise<void> {
  for (const piece of html.split("<!-- pause -->")) {
    response.write(piece);
    if (wait) await pause(wait);
  }
  response.end();
}

/** Puts the inline snippet, and the hash that a policy knows it by, where a page says `<!-- snippet -->` and `HASH-OF-SNIPPET`. */
async function withSnippet(html: string): Promise<string> {
  if (!html.includes("<!-- snippet -->")) return html;
  const snippet = await readFile(join(tag, "first-frame-snippet.js"), "utf8");
  const hash = createHash("sha256").update(snippet).digest("base64");
  return html
    .replace("<!-- snippet -->", () => `<script>${snippet}</script>`)
    .replace("HASH-OF-SNIPPET", hash);
}

/** Serves the pages of this folder, one behaviour each, and the built tag as `/shopkeeper.js` with what lies beside it. */
export async function servePages(): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    response.setHeader("content-type", types[path.split(".").pop()!] ?? "application/octet-stream");
    response.setHeader("cache-control", "no-store");
    if (existsSync(join(tag, path))) return void createReadStream(join(tag, path)).pipe(response);
    readFile(join(import.meta.dirname, normalize(path)), "utf8")
      .then(withSnippet)
      .then(
        (html) => sendSlowly(response, html, Number(searchParams.get("wait") ?? 0)),
        () => response.writeHead(404).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
