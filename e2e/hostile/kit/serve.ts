import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { chunk, libraries } from "./libraries.ts";
import { CONFIGURATION, SHOP } from "./shop.ts";

const tag = join(import.meta.dirname, "../../../packages/tag/dist");
const pages = join(import.meta.dirname, "..");

export interface HostServer {
  address: string;
  /** The paths that were asked for, in order. */
  asked: string[];
  close(): void;
}

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  xhtml: "application/xhtml+xml; charset=utf-8",
  js: "text/javascript",
};

/**
 * Content policies of pages that have one: nothing inline but what carries the nonce, no style but a file's, no
 * string that becomes HTML or a script.
 */
const policies: Record<string, string> = {
  "strict-policy":
    "default-src 'none'; base-uri 'none'; object-src 'none'; script-src 'self' 'nonce-shop'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
};

/**
 * Serves the pages of this folder, each by its name: with the tag where a page has `<!-- tag -->`, or without it. `<!-- shop -->`
 * is what a shop has marked, with and without the tag.
 */
export async function serveHosts(withTag: boolean): Promise<HostServer> {
  const asked: string[] = [];
  const script = `${CONFIGURATION}<script src="<!-- origin -->/shopkeeper.js" data-consent="granted"></script>`;
  const filled = (file: string, origin: string): string =>
    readFileSync(file, "utf8")
      .replace("<!-- tag -->", () => (withTag ? script : ""))
      .replace("<!-- configuration -->", () => (withTag ? CONFIGURATION : ""))
      .replace("<!-- shop -->", () => SHOP)
      .replaceAll("<!-- origin -->", origin);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    asked.push(pathname);
    response.setHeader("cache-control", "no-store");
    const send = (file: string | undefined): void => {
      response.setHeader("content-type", types[(file ?? "").split(".").pop()!] ?? "application/octet-stream");
      if (!file || !existsSync(file)) return void response.writeHead(404).end();
      if (!file.endsWith("html")) return void createReadStream(file).pipe(response);
      const policy = policies[basename(file).split(".")[0]!];
      if (policy) response.setHeader("content-security-policy", policy);
      response.end(filled(file, `http://${request.headers.host}`));
    };
    if (pathname.startsWith("/library/"))
      return send(libraries[pathname.slice(9)] ?? chunk(pathname.slice(9)));
    if (pathname.endsWith(".js"))
      return send(pathname.startsWith("/pages/") ? join(pages, pathname) : join(tag, basename(pathname)));
    const file = join(pages, "pages", basename(pathname));
    send(["html", "xhtml"].map((type) => `${file}.${type}`).find((path) => existsSync(path)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
