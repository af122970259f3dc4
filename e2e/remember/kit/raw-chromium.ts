import { spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { chromium as chromiumType } from "playwright";
import { chromium } from "../../browsers.ts";

// Of every shape: each test knows what it asked for.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = Record<string, any>;

export interface RawChromium {
  /** A command of the Chrome DevTools Protocol: https://chromedevtools.github.io/devtools-protocol/ */
  send(method: string, parameters?: object, sessionId?: string): Promise<Answer>;
  /** Opens a tab and looks into it; in the background nobody sees it. */
  open(address: string, background?: boolean): Promise<RawTab>;
  /** Looks into the tab with that address. */
  find(address: string): Promise<RawTab>;
  /** Ends the browser as a shopper would. */
  close(): Promise<void>;
}

export interface RawTab {
  readonly id: string;
  /** What an expression comes to in the page; a promise is awaited. */
  evaluate<Result>(expression: string): Promise<Result>;
  /** Brings the tab to the front, and so hides the others. */
  show(): Promise<unknown>;
  send(method: string, parameters?: object): Promise<Answer>;
  /** Looks away: a tab that is looked into is never discarded. */
  detach(): Promise<unknown>;
  close(): Promise<unknown>;
}

/**
 * Chromium as it is without Playwright, which makes every page one that is seen, and allows no prerendering.
 *
 * @param directory Of the profile, which ends the browser too.
 */
export function launchRaw(directory: string, args: string[] = []): RawChromium {
  const browser = spawn(
    chromium.launchOptions.executablePath ?? chromiumType.executablePath(),
    [
      ...chromium.launchOptions.args,
      "--headless=new",
      "--remote-debugging-pipe",
      `--user-data-dir=${directory}`,
      ...args,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const [, , , input, output] = browser.stdio as unknown as [null, null, null, Writable, Readable];
  const awaited = new Map<
    number,
    { method: string; resolve(answer: Answer): void; reject(error: Error): void }
  >();
  let last = 0;
  let text = "";
  output.setEncoding("utf8").on("data", (piece: string) => {
    // Each message ends with a zero.
    const messages = (text + piece).split("\0");
    text = messages.pop()!;
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as Answer;
      const call = awaited.get(id);
      awaited.delete(id);
      if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
      else call?.resolve(result);
    }
  });
  input.on("error", () => {});

  const send: RawChromium["send"] = (method, parameters = {}, sessionId) =>
    new Promise((resolve, reject) => {
      awaited.set(++last, { method, resolve, reject });
      input.write(`${JSON.stringify({ id: last, method, params: parameters, sessionId })}\0`);
    });

  async function lookInto(targetId: string): Promise<RawTab> {
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    return {
      id: targetId,
      async evaluate(expression) {
        const { result, exceptionDetails } = await send(
          "Runtime.evaluate",
          { expression, awaitPromise: true, returnByValue: true },
          sessionId,
        );
        if (exceptionDetails)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      },
      show: () => send("Target.activateTarget", { targetId }),
      send: (method, parameters) => send(method, parameters, sessionId),
      detach: () => send("Target.detachFromTarget", { sessionId }),
      close: () => send("Target.closeTarget", { targetId }),
    };
  }

  return {
    send,
    async open(url, background = false) {
      const { targetId } = await send("Target.createTarget", { url, background });
      return lookInto(targetId);
    },
    async find(address) {
      const { targetInfos } = (await send("Target.getTargets")) as {
        targetInfos: { targetId: string; url: string }[];
      };
      const found = targetInfos.find(({ url }) => url === address);
      if (!found) throw new Error(`No tab has the address ${address}`);
      return lookInto(found.targetId);
    },
    async close() {
      const ended = new Promise((resolve) => browser.once("exit", resolve));
      void send("Browser.close").catch(() => {});
      await ended;
    },
  };
}
