// Boot: what a script does to the main thread when a page loads it, with everything that it starts.
import { bootPage, contestants as all } from "./boot/contestants.mjs";
import { openBrowser, withPage } from "./kit/browser.mjs";
import { interleave } from "./kit/interleave.mjs";
import { list, table } from "./kit/report.mjs";
import { serve } from "./kit/serve.mjs";
import { medianOf, ratio, round } from "./kit/statistics.mjs";
import { mainThreadOf } from "./kit/trace.mjs";

const slowdown = 4;
const watched = 1500;

/** One load of the page. Whoever wants the network finds that it is down. */
async function loadOnce(context, contestant, address) {
  return withPage(context, { address, slowdown }, async (page, devtools) => {
    await devtools.send("Network.enable");
    await devtools.send("Network.setBlockedURLs", { urls: ["https://*"] });
    const thread = await mainThreadOf(devtools, address, "/contestant.js", async () => {
      await page.goto(`${address}/`);
      await page.waitForTimeout(watched);
    });
    if (!(await page.evaluate(contestant.works))) throw new Error("it did not start");
    return thread;
  });
}

export const boot = {
  title: "Boot",
  runs: (quick) => (quick ? 3 : 10),

  async measure({ tag, runs }) {
    const contestants = all(tag);
    const scripts = await Promise.all(contestants.map(({ load }) => load?.()));
    const server = await serve(({ hostname, pathname }) => {
      const number = Number(hostname.split(".")[0].split("-")[1]);
      if (pathname === "/") return bootPage(contestants[number]);
      if (pathname === "/contestant.js")
        return { type: "text/javascript; charset=utf-8", body: scripts[number] };
      return undefined;
    });
    const { context, close } = await openBrowser();
    // A new address is a visitor who was never there.
    const addressOf = (contestant, visit) =>
      server.addressOf(`boot-${contestants.indexOf(contestant)}-${contestant.fresh ? visit : "later"}`);
    try {
      // Not counted: the page that makes all others later ones.
      for (const contestant of contestants) {
        const address = addressOf(contestant, "warm-up");
        await withPage(context, { address }, async (page) => {
          await page.goto(`${address}/`);
          await page.waitForTimeout(300);
        });
      }
      const samples = await interleave(contestants, runs, (contestant, round) =>
        loadOnce(context, contestant, addressOf(contestant, round)),
      );
      return report(samples);
    } finally {
      await close();
      server.close();
    }
  },
};

function report(samples) {
  const bare = medianOf(samples.get("bare page"), ({ script }) => script);
  const rows = [...samples].map(([name, taken]) => ({
    name,
    evaluation: medianOf(taken, ({ evaluation }) => evaluation),
    script: medianOf(taken, ({ script }) => script) - bare,
    longestTask: medianOf(taken, ({ longestTask }) => longestTask),
  }));
  const own = rows.find(({ name }) => name.includes("later page"));
  const lighter = rows.filter(
    ({ name, script }) => own && !/bare|Shopkeeper/.test(name) && script < own.script,
  );
  return [
    table(
      ["page", "evaluation, ms:", "all script beyond bare, ms:", "times ours:", "longest task, ms:"],
      rows.map(({ name, evaluation, script, longestTask }) => [
        name,
        round(evaluation, 1),
        name === "bare page" ? "–" : round(script, 1),
        name === "bare page" ? "–" : ratio(script, own?.script),
        round(longestTask),
      ]),
    ),
    list([
      `The processor is made ${slowdown} times slower, about that of a phone. _All script_ is every script that ran within ${watched / 1000} s of the load, less that of the bare page (${round(bare, 1)} ms); the _longest task_ may be the parsing of the page itself.`,
      "A plain script in the head, started as its instructions say; whoever wants to fetch something is refused, so that what would come after an answer is not counted.",
      lighter.length && `Lighter than our later page: ${lighter.map(({ name }) => name).join(", ")}.`,
    ]),
  ].join("\n\n");
}
