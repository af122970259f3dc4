import { createReadStream, existsSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const tag = join(import.meta.dirname, "../../../packages/tag/dist");

export interface Answer {
  type?: string;
  headers?: Record<string, string>;
  body: string;
}

export interface ShopServer {
  address: string;
  /** What pages told it by a request to `/log?…`, outside of any browser: the query of each, in order. */
  log: URLSearchParams[];
  close(): void;
}

export interface ShopOptions {
  /** What stands in the tag beside `src`. */
  tag?: string;
  /** What stands in the head, above the tag. */
  head?: string;
  body?: string;
  /** Answers a path in its own way. */
  answer?(path: string, request: IncomingMessage): Answer | undefined;
}

/** A page with the built tag, for every path that nothing else is known for. */
export const shopPage = ({ tag = "", head = "", body = "<h1>A shop</h1>" }: ShopOptions = {}): string =>
  `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A shop</title>
    <link rel="icon" href="data:," />
    ${head}
    <script src="/shopkeeper.js" ${tag}></script>
  </head>
  <body>${body}</body>
</html>`;

const types: Record<string, string> = { js: "text/javascript", json: "application/json" };

/** Serves a shop of one page on a port of its own, which is an origin of its own. */
export async function serveShop(options: ShopOptions = {}): Promise<ShopServer> {
  const log: URLSearchParams[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url!, "http://localhost");
    response.setHeader("cache-control", "no-store");
    if (pathname === "/log") {
      log.push(searchParams);
      return void response.writeHead(204).end();
    }
    const given = options.answer?.(pathname, request);
    const file = join(tag, pathname);
    response.setHeader(
      "content-type",
      given?.type ?? types[pathname.split(".").pop()!] ?? "text/html; charset=utf-8",
    );
    for (const [name, value] of Object.entries(given?.headers ?? {})) response.setHeader(name, value);
    if (given) response.end(given.body);
    else if (pathname !== "/" && existsSync(file)) createReadStream(file).pipe(response);
    else response.end(shopPage(options));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    log,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
