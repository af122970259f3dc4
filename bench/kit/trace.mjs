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

/** Milliseconds in which script ran: what is nested counts once. */
function scriptTime(events) {
  const runs = events
    .filter(({ name }) => scripted.includes(name))
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  let [sum, end] = [0, 0];
  for (const { ts, dur = 0 } of runs) {
    if (ts < end) continue;
    sum += dur;
    end = ts + dur;
  }
  return sum / 1000;
}

/**
 * The main thread of a page while `act` ran, in milliseconds.
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
  const tasks = thread.filter(({ name }) => name === "RunTask" || name === "ThreadControllerImpl::RunTask");
  return {
    evaluation: scriptTime(ofScript),
    script: scriptTime(thread),
    longestTask: Math.max(...tasks.map(({ dur = 0 }) => dur / 1000)),
  };
}
