import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

const times = () =>
  cpus().reduce(
    (sum, { times }) => {
      const all = Object.values(times).reduce((a, b) => a + b, 0);
      return { all: sum.all + all, idle: sum.idle + times.idle };
    },
    { all: 0, idle: 0 },
  );

/** Waits for a moment in which half of the machine is idle, but no longer than this. */
export async function whenCalm(atMost = 1000) {
  const end = Date.now() + atMost;
  while (Date.now() < end) {
    const before = times();
    await sleep(100);
    const after = times();
    if (after.idle - before.idle > (after.all - before.all) / 2) return;
  }
}
