import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { root } from "./set-up.mjs";

/**
 * Serves a folder of the project on this machine.
 *
 * @param {string} folder Relative to the root of the project.
 * @param {number} port 0 for any free one.
 * @param {import("sirv").Options} [options]
 * @returns {Promise<{ address: string, close(): void }>}
 */
export function serve(folder, port, options = {}) {
  const files = sirv(join(root, folder), { dev: true, ...options });
  const server = createServer((request, response) =>
    files(request, response, () =>
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found"),
    ),
  );
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () =>
      resolve({ address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }),
    );
  });
}
