import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setPriority } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { atEnd } from "./clean-up.mjs";

/**
 * Runs a command to its end, quietly and behind everything else that the machine has to do.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {import("node:child_process").SpawnOptions} [options]
 * @throws {Error} With the last lines of what it said, where it fails.
 */
export async function run(command, parameters, options = {}) {
  const child = spawn(command, parameters, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const forget = atEnd(() => child.kill());
  const said = listen(child);
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => setPriority(child.pid, 10));
    child.once("close", resolve);
  }).finally(forget);
  if (code !== 0) throw new Error(`${command} ${parameters.join(" ")} ended with ${code}:\n${said()}`);
}

/**
 * Starts something that goes on until the end, with everything that it starts itself.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {import("node:child_process").SpawnOptions} options
 * @param {NodeJS.Signals} goodbye What makes it end in good order.
 * @returns {{ said(): string, ended(): boolean }}
 */
export function start(command, parameters, options, goodbye) {
  // A group of its own, for a shop leaves its children behind when only the parent is told to end.
  const child = spawn(command, parameters, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let ended = false;
  const end = new Promise((resolve) => {
    const done = () => resolve((ended = true));
    child.once("error", done);
    child.once("close", done);
  });
  const tell = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Nobody is left in the group.
    }
  };
  atEnd(async () => {
    if (!child.pid) return;
    tell(goodbye);
    await Promise.race([end, pause(10_000)]);
    tell("SIGKILL");
    await end;
  });
  return { said: listen(child), ended: () => ended };
}

/** Keeps the last of what a process says. */
function listen(child) {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      text = (text + piece).slice(-4000);
    });
  return () => text.trim();
}

/** A port of this machine that nobody listens on. */
export function freePort() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Waits until something works, asking twice a second.
 *
 * @param {() => Promise<unknown>} works Rejects while it does not.
 * @param {{ seconds: number, ended(): boolean }} limits
 */
export async function until(works, { seconds, ended }) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await works();
    } catch (error) {
      if (ended() || Date.now() > end) throw error;
    }
    await pause(500);
  }
}
