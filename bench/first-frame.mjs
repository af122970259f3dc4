// The first frame: which hero does a returning visitor see first, for how long, does the page move, and what does that
// cost the first paint?
import { bases, contestantsOf, scriptsOf, smallScriptSize } from "./first-frame/contestants.mjs";
import { loadPictured, loadTimed } from "./first-frame/load.mjs";
import { homePage, pictures, productPage } from "./first-frame/page.mjs";
import { posthogServer, rivalsAbsent } from "./first-frame/rivals.mjs";
import { fillCache, visitBefore } from "./first-frame/visit-before.mjs";
import { openBrowser } from "./kit/browser.mjs";
import { interleave } from "./kit/interleave.mjs";
import { list, table } from "./kit/report.mjs";
import { serve } from "./kit/serve.mjs";
import { countOf, formatTimes, medianOf, pairedRatio, round } from "./kit/statistics.mjs";

/** About a phone's: megabits a second, and milliseconds until the first byte of each answer. */
const network = { megabits: 1.6, latency: 150 };

/** `cached`: scripts and pictures are in the browser's cache; `patience`: how long a page may go on, in milliseconds. */
const settings = [
  { title: "Processor ×1, nothing cached", slowdown: 1, patience: 300 },
  { title: "Processor ×4, nothing cached", slowdown: 4, patience: 400 },
  { title: "Processor ×4, slow network, nothing cached", slowdown: 4, network, patience: 400 },
  {
    title: "Processor ×4, slow network, a later page: cached",
    slowdown: 4,
    network,
    patience: 400,
    cached: true,
  },
];

/** Answers for the shop. What `isCached` says while it runs holds for scripts and pictures. */
function answerFor(tag, contestants, isCached) {
  const scripts = scriptsOf(tag);
  return ({ hostname, pathname }) => {
    const contestant = contestants.find(({ host }) => hostname === `${host}.localhost`);
    if (pathname === "/") return homePage(contestant);
    if (pathname.startsWith("/products/")) return productPage(contestant, Number(pathname.slice(10)));
    const cache = isCached() ? "max-age=86400" : "no-store";
    if (pathname in pictures) return { ...pictures[pathname], cache };
    const script = scripts(pathname);
    if (script !== undefined) return { type: "text/javascript; charset=utf-8", body: script, cache };
    const answer = posthogServer(pathname);
    return answer?.type.startsWith("text/javascript") ? { ...answer, cache } : answer;
  };
}

/** So many rounds of pictures for so many that are timed: they are looked at for what the times may not tell. */
const pictured = (runs) => Math.min(runs, Math.max(2, Math.ceil(runs / 5)));

export const firstFrame = {
  title: "The first frame",
  runs: (quick) => (quick ? 3 : 20),

  async measure({ tag, runs }) {
    const contestants = contestantsOf(tag);
    let isCached = false;
    const server = await serve(
      answerFor(tag, contestants, () => isCached),
      { compress: true },
    );
    const { context, close } = await openBrowser();
    const addressOf = ({ host }) => server.addressOf(host);
    try {
      for (const contestant of contestants) await visitBefore(context, contestant, addressOf(contestant));
      const lookingPage = await context.newPage();
      await lookingPage.goto(`${server.addressOf("looking")}/blank`);
      const parts = [];
      for (const setting of settings) {
        if (setting.cached && !isCached) {
          isCached = true;
          for (const contestant of contestants) await fillCache(context, contestant, addressOf(contestant));
        }
        const timed = await interleave(contestants, runs, (contestant) =>
          loadTimed(context, addressOf(contestant), contestant, setting),
        );
        const seen = await interleave(contestants, pictured(runs), (contestant) =>
          loadPictured(context, lookingPage, addressOf(contestant), contestant, setting),
        );
        parts.push(`**${setting.title}**`, tableOf(timed, seen));
      }
      return [...parts, remarks()].join("\n\n");
    } finally {
      await close();
      server.close();
    }
  },
};

const columns = [
  "page",
  "ends with the new hero:",
  "original painted:",
  "original in a picture:",
  "flash:",
  "flash, ms:",
  "layout shift, at most:",
  "first paint, ms:",
  "of bare:",
  "of empty inline:",
  "of 600 bytes:",
  "new hero painted, ms:",
];

function tableOf(timed, seen) {
  const firstPaintOf = ({ firstPaint }) => firstPaint;
  const isFlash = ({ flash }) => flash !== undefined;
  const rowOf = ([name, samples]) => {
    const looked = seen.get(name) ?? [];
    const of = (base) => formatTimes(pairedRatio(samples, timed.get(base) ?? [], firstPaintOf));
    const all = [...samples, ...looked];
    return [
      name,
      countOf(samples, ({ shows }) => shows === "returning"),
      countOf(samples, ({ original }) => original),
      countOf(looked, ({ original }) => original),
      countOf(all, isFlash),
      round(medianOf(all, ({ flash }) => flash)),
      round(Math.max(...samples.map(({ shift }) => shift)), 4),
      round(medianOf(samples, firstPaintOf)),
      of(bases.bare),
      of(bases.inline),
      of(bases.small),
      round(medianOf(samples, ({ heroAt }) => heroAt)),
    ];
  };
  return table(columns, [...timed].map(rowOf));
}

const remarks = () =>
  list([
    "_Original painted_: the browser's element timing has the original hero, or the page moved after its first paint because the hero came late. _In a picture_: other loads, fewer, looked at picture by picture; that costs time of its own, so nothing else is taken from them.",
    "_Flash_: of both kinds of loads, those in which the original was seen **and then** gave way to the other hero, and for how long (median of these). Where a page ends with the original hero nothing flashes: the new one came too late and waits for the next page.",
    "The times of _first paint_ are medians. _Of bare_, _of empty inline_ and _of 600 bytes_ are medians of the ratios within each round, in which every page is loaded once, in turn. The last two bases are the page with the same hero and template.",
    `The small script (${smallScriptSize} bytes) reads one record from localStorage and exchanges the hero: the least that a script which is fetched can do.`,
    "_Nothing cached_: each load fetches page, script and pictures anew, as on a first visit. _Cached_: scripts (compiled, too) and pictures come from the browser's cache, as on a later page of a visit; the page itself and what a script asks a server for do not.",
    `The slow network: ${network.megabits} Mbit/s, ${network.latency} ms until an answer begins. Texts are sent compressed (brotli). A hero that comes late moves the page: the new one is 48 px taller.`,
    "PostHog's server answers from this machine, at once; which variant the visitor has is known at its start (`bootstrap`). It is asked for what that changes on every page.",
    ...rivalsAbsent.map((absent) => `Left out: ${absent}.`),
  ]);
