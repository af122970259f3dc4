const categories = [
  "devtools.timeline",
  "v8",
  "toplevel",
  "disabled-by-default-devtools.timeline",
  "loading",
];

/** What Chromium's own trace tells of everything that happened while `act` ran. */
async function traceOf(devtools, act) {
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => {
    devtools.once("Tracing.tracingComplete", resolve);
  });
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { recordMode: "recordUntilFull", includedCategories: categories, excludedCategories: ["*"] },
  });
  await act();
  await devtools.send("Tracing.end");
  await complete;
  return events;
}

/** What runs script; one of them may be inside another. */
const scripted = ["EvaluateScript", "FunctionCall", "RunMicrotasks", "v8.compile"];

/** Milliseconds of the thread's own time in which script ran: what is nested counts once, and others' work not at all. */
function scriptTime(events) {
  const runs = events
    .filter(({ name }) => scripted.includes(name))
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  let [sum, end] = [0, 0];
  for (const { ts, dur = 0, tdur = 0 } of runs) {
    if (ts < end) continue;
    sum += tdur;
    end = ts + dur;
  }
  return sum / 1000;
}

/**
 * The task that took longest among those in which script ran for a millisecond or more: its own time and that of the
 * script, in milliseconds.
 */
function longestOf(thread) {
  const tasks = thread.filter(({ name }) => name.endsWith("RunTask"));
  const runs = thread.filter(({ name }) => scripted.includes(name));
  let longest = { task: 0, script: 0 };
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const inside = runs.filter((run) => run.ts >= ts && run.ts + (run.dur ?? 0) <= ts + dur);
    const script = scriptTime(inside);
    if (script >= 1 && tdur / 1000 > longest.task) longest = { task: tdur / 1000, script };
  }
  return longest;
}

/**
 * The main thread of a page while `act` ran, in milliseconds of its own time: what other processes do meanwhile does not
 * count, and what an artificial slowdown adds does.
 *
 * @param {string} address Of the page that `act` goes to.
 * @param {string} script Path of the script whose evaluation is told apart.
 */
export async function mainThreadOf(devtools, address, script, act) {
  const events = await traceOf(devtools, act);
  const commit = events.find(
    ({ name, args }) => name === "CommitLoad" && args.data?.url?.startsWith(address),
  );
  const thread = events.filter(
    ({ ph, pid, tid, ts, dur = 0 }) =>
      ph === "X" && pid === commit.pid && tid === commit.tid && ts + dur >= commit.ts,
  );
  const ofScript = thread.filter(
    ({ name, args }) =>
      (name === "EvaluateScript" || name === "v8.compile") && args.data?.url?.endsWith(script),
  );
  return {
    evaluation: scriptTime(ofScript),
    script: scriptTime(thread),
    longest: longestOf(thread),
  };
}
