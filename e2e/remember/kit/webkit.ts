import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const driverPath = "/usr/bin/WebKitWebDriver";
const screenPath = "/usr/bin/Xvfb";
const browserPath = [
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
].find((path) => existsSync(path));

/** Whether this machine can run WebKitGTK without a screen. */
export const hasWebKit = !!browserPath && existsSync(driverPath) && existsSync(screenPath);

/** One WebKit with a storage of its own, driven by WebDriver: https://www.w3.org/TR/webdriver2/ */
export interface WebKit {
  version: string;
  /** Sends a command about this session. */
  send<Answer>(method: "GET" | "POST" | "DELETE", path: string, parameters?: object): Promise<Answer>;
  go(address: string): Promise<void>;
  /** Runs a function body in the page. */
  run<Answer>(script: string): Promise<Answer>;
  /** Runs one that calls its last argument when it is done. */
  wait<Answer>(script: string): Promise<Answer>;
  /** Waits until an expression is true in the page, whichever that is by then. */
  until(expression: string): Promise<void>;
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Screen {
  display: string;
  close(): void;
}

/** A screen that nobody sees. */
export async function openScreen(): Promise<Screen> {
  const server = spawn(screenPath, ["-displayfd", "1", "-screen", "0", "1280x800x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once("data", (data) => resolve(String(data).trim()));
    server.once("exit", () => reject(new Error("Xvfb did not start")));
  });
  return { display: `:${number}`, close: () => void server.kill() };
}

async function request<Answer>(address: string, method: string, parameters?: object): Promise<Answer> {
  const body = method === "POST" ? JSON.stringify(parameters ?? {}) : undefined;
  const response = await fetch(address, { method, body, signal: AbortSignal.timeout(30_000) });
  const { value } = (await response.json()) as { value: Answer & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${address}: ${value.error} ${value.message}`);
  return value;
}

async function begin(address: string) {
  for (let attempt = 0; ; attempt++)
    try {
      const webkit = { binary: browserPath, args: ["--automation"] };
      return await request<{ sessionId: string; capabilities: { browserVersion: string } }>(
        `${address}/session`,
        "POST",
        {
          capabilities: {
            alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": webkit },
          },
        },
      );
    } catch (error) {
      if (attempt > 50) throw error;
      await pause(100);
    }
}

export async function openWebKit({ display }: Screen): Promise<WebKit> {
  const port = await freePort();
  const driver: ChildProcess = spawn(driverPath, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display },
  });
  const address = `http://127.0.0.1:${port}`;
  const { sessionId, capabilities } = await begin(address).catch((error) => {
    driver.kill();
    throw error;
  });
  const send: WebKit["send"] = (method, path, parameters) =>
    request(`${address}/session/${sessionId}${path}`, method, parameters);
  await send("POST", "/timeouts", { script: 10_000, pageLoad: 20_000 });
  const run: WebKit["run"] = (script) => send("POST", "/execute/sync", { script, args: [] });
  return {
    version: capabilities.browserVersion,
    send,
    go: (url) => send("POST", "/url", { url }),
    run,
    wait: (script) => send("POST", "/execute/async", { script, args: [] }),
    async until(expression) {
      const deadline = Date.now() + 20_000;
      // While a page is left there is none to ask.
      while (!(await run(`return !!(${expression})`).catch(() => false))) {
        if (Date.now() > deadline) throw new Error(`${expression} did not come true`);
        await pause(25);
      }
    },
    async click(selector) {
      const element = await send<Record<string, string>>("POST", "/element", {
        using: "css selector",
        value: selector,
      });
      await send("POST", `/element/${Object.values(element)[0]}/click`);
    },
    async close() {
      await send("DELETE", "").catch(() => {});
      driver.kill();
    },
  };
}
