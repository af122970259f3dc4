import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const tag = join(import.meta.dirname, "../../../packages/tag/dist");

/** What is at an address of the shop. */
export interface Answer {
  body: string;
  type?: string;
  policy?: string | undefined;
}

export interface Shop {
  address: string;
  /** Puts a page, or a file, at a path. */
  put(path: string, answer: Answer): void;
  close(): void;
}

/** Serves what is put into it, and the built tag; of any other address the browser stays where it is. */
export async function serveShop(): Promise<Shop> {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    const file = join(tag, pathname);
    const answer = answers.get(pathname) ?? answers.get(`${pathname.split("/").slice(0, 2).join("/")}/*`);
    response.setHeader("cache-control", "no-store");
    if (answer) {
      response.setHeader("content-type", answer.type ?? "text/html; charset=utf-8");
      if (answer.policy) response.setHeader("content-security-policy", answer.policy);
      response.end(answer.body);
    } else if (/^\/[\w-]+\.js$/.test(pathname) && existsSync(file)) {
      response.setHeader("content-type", "text/javascript");
      createReadStream(file).pipe(response);
    } else if (/none/.test(pathname)) response.writeHead(404).end();
    else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    put: (path, answer) => void answers.set(path, answer),
    close: () => server.close(),
  };
}
