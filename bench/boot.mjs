// Boot: what a script does to the main thread when a page loads it, with everything that it starts.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { bootPage, contestants as all } from "./boot/contestants.mjs";
import { openBrowser, withPage } from "./kit/browser.mjs";
import { interleave } from "./kit/interleave.mjs";
import { list, table } from "./kit/report.mjs";
import { serve } from "./kit/serve.mjs";
import { medianOf, pairedRatio, ratio, round } from "./kit/statistics.mjs";
import { mainThreadOf } from "./kit/trace.mjs";

const slowdown = 4;
/** How long a page is watched after its load, in milliseconds. */
const watched = { fast: 1000, slow: 1500 };

/** One load of the page. Whoever wants the network finds that it is down. */
const loadOnce = (context, contestant, address, speed) =>
  withPage(context, { address, slowdown: speed.slowdown }, async (page, devtools) => {
    const thread = await mainThreadOf(devtools, address, "/contestant.js", async () => {
      await page.goto(`${address}/`);
      await page.waitForTimeout(speed.watched);
    });
    if (!(await page.evaluate(contestant.works))) throw new Error("it did not start");
    return thread;
  });

/** A load at full speed, for the sums, and one that is slowed down, for the longest task. */
async function loadBoth(context, contestant, address) {
  const fast = await loadOnce(context, contestant, address("fast"), { slowdown: 1, watched: watched.fast });
  const slow = await loadOnce(context, contestant, address("slow"), { slowdown, watched: watched.slow });
  return { evaluation: fast.evaluation, script: fast.script, longest: slow.longest };
}

/** Serves the pages, their scripts, and beside our tag the parts that it loads. */
function answerFor(tag, contestants, scripts) {
  const javascript = (body) => ({ type: "text/javascript; charset=utf-8", body });
  return ({ hostname, pathname }) => {
    const number = Number(hostname.split(".")[0].split("-")[1]);
    const [, product] = /^\/(\d*)$/.exec(pathname) ?? [];
    if (product !== undefined) return bootPage(contestants[number], Number(product));
    if (pathname === "/contestant.js") return javascript(scripts[number]);
    const part = join(dirname(tag), basename(pathname));
    return part.endsWith(".js") && existsSync(part) ? javascript(readFileSync(part)) : undefined;
  };
}

/** Not counted: the pages of other products that make all others later ones. */
const visitBefore = (context, address) =>
  withPage(context, { address }, async (page) => {
    for (const product of [1, 2, 3]) {
      await page.goto(`${address}/${product}`);
      await page.waitForTimeout(500);
    }
  });

export const boot = {
  title: "Boot",
  runs: (quick) => (quick ? 3 : 10),

  async measure({ tag, runs }) {
    const contestants = all(tag);
    const scripts = await Promise.all(contestants.map(({ load }) => load?.()));
    const server = await serve(answerFor(tag, contestants, scripts));
    const { context, close } = await openBrowser();
    // A new address is a visitor who was never there.
    const addressOf = (contestant, visit) =>
      server.addressOf(`boot-${contestants.indexOf(contestant)}-${contestant.fresh ? visit : "later"}`);
    try {
      for (const contestant of contestants) await visitBefore(context, addressOf(contestant, "before"));
      const samples = await interleave(contestants, runs, (contestant, round) =>
        loadBoth(context, contestant, (speed) => addressOf(contestant, `${round}-${speed}`)),
      );
      return report(samples);
    } finally {
      await close();
      server.close();
    }
  },
};

const isOurs = (name) => name.includes("Shopkeeper");

function report(samples) {
  const bare = medianOf(samples.get("bare page"), ({ script }) => script);
  const beyond = ({ script }) => script - bare;
  const [, own = []] = [...samples].find(([name]) => name.endsWith("one experience")) ?? [];
  const rows = [...samples].map(([name, taken]) => ({
    name,
    evaluation: medianOf(taken, ({ evaluation }) => evaluation),
    script: medianOf(taken, beyond),
    times: pairedRatio(taken, own, beyond),
    task: medianOf(taken, ({ longest }) => longest.task),
    inTask: medianOf(taken, ({ longest }) => longest.script),
  }));
  const isLighter = ({ name, times }) => name !== "bare page" && !isOurs(name) && times < 1;
  const lighter = rows.filter(isLighter).map(({ name }) => name);
  return [
    table(
      [
        "page",
        "evaluation, ms:",
        "all script beyond bare, ms:",
        "times ours:",
        `longest task with script at ×${slowdown}, ms:`,
        "of it script, ms:",
      ],
      rows.map(({ name, evaluation, script, times, task, inTask }) =>
        name === "bare page"
          ? [name, "–", "–", "–", "–", "–"]
          : [name, round(evaluation, 1), round(script, 1), ratio(times, 1), round(task), round(inTask)],
      ),
    ),
    list([
      `All times are the main thread's own time, so that what else the machine does is not in them. _Evaluation_ and _all script_ (within ${watched.fast / 1000} s of the load, less the ${round(bare, 1)} ms of the bare page) are those of this machine at full speed; _times ours_ is the median of the ratios within each round.`,
      `_Longest task with script_: in another load, with the processor made ${slowdown} times slower, about that of a phone, among the tasks in which any script ran. The browser may do other things in it, such as parsing the page; what is left after _of it script_ is that. Tasks without script, such as the layout, are the page's own.`,
      "A plain script in the head, started as its instructions say; nothing is cached. Whoever wants to fetch something from elsewhere is refused, so that what would come after an answer is not counted; the parts that our tag loads are beside it, and counted.",
      "One experience of ours and one experiment of GrowthBook's do the same: another text in the hero, for who was there before. The four ready-made ones show a greeting and a rail of products. The ten: a swap, two messages, a rail, two pop-ups, a tour, attributes, a move and a redirect, with two segments.",
      lighter.length && `Lighter than ours with one experience: ${lighter.join(", ")}.`,
    ]),
  ].join("\n\n");
}
