import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";

/** What servers compress; pictures are compressed already. */
const isText = /^text\/|javascript|json|svg/;

/** Compresses as a server does that keeps what it has compressed: the same buffer, or a text that is the same. */
function compressor() {
  const kept = new Map();
  return (body) => {
    if (!kept.has(body)) kept.set(body, brotliCompressSync(body));
    return kept.get(body);
  };
}

/**
 * Serves what a function answers, to any host under `localhost`, so that each contestant keeps its own storage.
 *
 * @param {(url: URL) => string | { type: string, body: string | Buffer, cache?: string } | undefined} answer A page,
 *   or anything else; `cache` is what is said of its keeping. Without it every load fetches everything: what a first load
 *   pays, and the worst that a later one may.
 * @param {{ compress?: boolean }} [options] `compress`: by brotli, as is right where the network is slow.
 * @returns {Promise<{ addressOf(host: string): string, close(): void }>}
 */
export function serve(answer, { compress = false } = {}) {
  const compressed = compressor();
  const server = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const found = url.pathname === "/blank" ? '<!doctype html><link rel="icon" href="data:,">' : answer(url);
    const {
      type,
      body,
      cache = "no-store",
    } = typeof found === "object" ? found : { type: "text/html; charset=utf-8", body: found };
    const isCompressed =
      compress &&
      body !== undefined &&
      isText.test(type) &&
      /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": type,
      "cache-control": cache,
      ...(isCompressed && { "content-encoding": "br" }),
      // A page that is isolated has clocks of 5 µs instead of 100.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(isCompressed ? compressed(body) : body);
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
