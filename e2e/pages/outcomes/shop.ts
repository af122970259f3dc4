import { createReadStream, existsSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";

const tag = join(import.meta.dirname, "../../../packages/tag/dist");

export type Line = Record<string, unknown> & { id: string; name: string };

/** A shop of one page, and the address of its own that outcomes are sent to. */
export interface Shop {
  address: string;
  /** What the endpoint answers: a status, or `"hang up"`. */
  answer: number | "hang up";
  /** The lines of each request that came, whatever was answered. */
  requests: { lines: Line[]; raw: string; headers: IncomingHttpHeaders }[];
  /** Every line that came, each once, by its id. */
  lines(): Line[];
  names(): string[];
  close(): void;
}

export interface ShopOptions {
  /** What the configuration says besides its version. */
  configuration?: object;
  /** In the head, above the tag. */
  head?: string;
  /** Attributes of the tag. */
  attributes?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A greeting in the page, which is there to sell. */
export const greeting = {
  id: "hello",
  kind: "message",
  target: "#place",
  content: { title: "Hello", action: { label: "Look", url: "#look" } },
  goal: "purchase",
};

const html = ({
  configuration,
  head = "",
  attributes = 'data-consent="granted"',
  body,
}: ShopOptions): string =>
  `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A shop</title>
    <link rel="icon" href="data:," />
    ${head}
    <script type="application/json" data-sk-config>${JSON.stringify({ version: 1, experiences: [greeting], ...configuration })}</script>
    <script src="/shopkeeper.js" ${attributes}></script>
  </head>
  <body>${body ?? '<h1>A shop</h1><div id="place"></div><a href="/next">Next page</a>'}</body>
</html>`;

export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    if (pathname === "/outcomes") {
      let raw = "";
      request.on("data", (chunk) => (raw += chunk));
      request.on("end", () => {
        const lines = raw
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Line);
        shop.requests.push({ lines, raw, headers: request.headers });
        if (shop.answer === "hang up") request.socket.destroy();
        else response.writeHead(shop.answer).end();
      });
      return;
    }
    response.setHeader("cache-control", "no-store");
    for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value);
    const file = join(tag, pathname);
    if (pathname !== "/" && existsSync(file)) {
      response.setHeader("content-type", "text/javascript");
      createReadStream(file).pipe(response);
    } else response.setHeader("content-type", "text/html; charset=utf-8").end(html(options));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const shop: Shop = {
    address: `http://127.0.0.1:${port}`,
    answer: 204,
    requests: [],
    lines: () => [
      ...new Map(shop.requests.flatMap(({ lines }) => lines).map((line) => [line.id, line])).values(),
    ],
    names: () => shop.lines().map(({ name }) => name),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return shop;
}

/** Opens a page and waits until what it shows has been seen, and is in the journal. */
export async function visit(page: Page, { address }: Shop, path = "/"): Promise<void> {
  await page.goto(address + path);
  await seen(page);
}

export async function seen(page: Page): Promise<void> {
  await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
  await page.evaluate(() => window.shopkeeper.ready);
  await page.waitForFunction(async () =>
    (await window.shopkeeper.events()).some(({ name }) => name === "experience_view"),
  );
}

export interface Note {
  tried: number;
  id: string;
}

/** What waits to be handed on. */
export const waiting = (page: Page): Promise<Note[] | undefined> =>
  page.evaluate(() => {
    const text = localStorage.getItem("shopkeeper.outcomes");
    return text ? (JSON.parse(text) as { waiting: Note[] }).waiting : undefined;
  });

/** All that happened so far was looked through. */
export async function lookedThrough(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { events } = (await window.shopkeeper.exportData()) as { events: { id: string }[] };
    const text = localStorage.getItem("shopkeeper.outcomes");
    return text && (JSON.parse(text) as { mark: { id: string } }).mark.id === events.at(-1)?.id;
  });
}

/** What was sent was sent long ago: no other tab can be waiting for the answer any more. */
export const letTimePass = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const notes = JSON.parse(localStorage.getItem("shopkeeper.outcomes")!) as { waiting: Note[] };
    for (const each of notes.waiting) if (each.tried > 0) each.tried -= 60_000;
    localStorage.setItem("shopkeeper.outcomes", JSON.stringify(notes));
  });

/** For what a page does when it has nothing better to do. */
export const patiently = { timeout: 20_000 };

export const order = (page: Page, transaction_id: string, value = 89): Promise<void> =>
  page.evaluate(
    ({ transaction_id, value }) =>
      window.shopkeeper.track("purchase", { transaction_id, value, currency: "EUR", items: [] }),
    { transaction_id, value },
  );

/**
 * Leaves the shop for good: nothing of it runs any more. Not as the first thing that a fresh browser does: Chromium then loses
 * one request in six that is made in the last moment, which the next page makes good.
 */
export async function leave(page: Page): Promise<void> {
  await page.evaluate(() => fetch("/warm", { method: "HEAD", keepalive: true }).catch(() => {}));
  await page.goto("about:blank");
}
