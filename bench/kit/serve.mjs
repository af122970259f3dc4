import { createServer } from "node:http";

/**
 * Serves what a function answers, to any host under `localhost`, so that each contestant keeps its own storage.
 *
 * @param {(url: URL) => string | { type: string, body: string | Buffer } | undefined} answer A page, or anything else.
 * @returns {Promise<{ addressOf(host: string): string, close(): void }>}
 */
export function serve(answer) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const found = url.pathname === "/blank" ? '<!doctype html><link rel="icon" href="data:,">' : answer(url);
    const { type, body } =
      typeof found === "object" ? found : { type: "text/html; charset=utf-8", body: found };
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": type,
      // Every load fetches everything: what a first load pays, and the worst that a later one may.
      "cache-control": "no-store",
      // A page that is isolated has clocks of 5 µs instead of 100.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        addressOf: (host) => `http://${host}.localhost:${server.address().port}`,
        close() {
          server.closeAllConnections();
          server.close();
        },
      }),
    );
  });
}
