// The first frame: which hero does a returning visitor see first, and what does that cost the first paint?
import { contestants, scripts, smallScriptSize } from "./first-frame/contestants.mjs";
import { colors, homePage, pictures, productPage } from "./first-frame/page.mjs";
import { openBrowser, withPage } from "./kit/browser.mjs";
import { countColored, framesOf } from "./kit/frames.mjs";
import { interleave } from "./kit/interleave.mjs";
import { list, table } from "./kit/report.mjs";
import { serve } from "./kit/serve.mjs";
import { countOf, medianOf, ratio, round } from "./kit/statistics.mjs";

/** How much slower than this machine the processor is made, and how long a page is watched, in milliseconds. */
const slowdowns = [
  { slowdown: 1, watched: 600 },
  { slowdown: 4, watched: 1200 },
];

/** A shift of the page that is larger is one that someone could see. */
const visibleShift = 0.005;

function answerFor(tag) {
  const files = scripts(tag);
  return ({ hostname, pathname }) => {
    const contestant = contestants.find(({ host }) => hostname === `${host}.localhost`);
    if (pathname === "/") return homePage(contestant);
    if (pathname.startsWith("/products/")) return productPage(contestant, Number(pathname.slice(10)));
    if (pathname in files) return { type: "text/javascript; charset=utf-8", body: files[pathname]() };
    return pictures[pathname];
  };
}

/** The visit before: the home page and four products, read by the tag from what their pages say. */
async function visitBefore(context, { ours, before }, address) {
  await withPage(context, { address }, async (page) => {
    await page.goto(`${address}/`);
    await page.waitForTimeout(500);
    for (const number of ours ? [1, 2, 3, 4] : []) {
      await page.goto(`${address}/products/${number}`);
      await page.waitForFunction(() => window.shopkeeper?.facts?.()["product.id"]);
      await page.evaluate(() => window.shopkeeper.ready);
      // What was remembered is written at the end of the task.
      await page.waitForTimeout(200);
    }
    await before?.(page);
  });
}

/** One load of the home page, as the browser itself tells of it. */
async function load(context, address, { slowdown, watched }) {
  return withPage(context, { address, slowdown }, async (page) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${address}/`);
    await page.waitForTimeout(watched);
    const seen = await page.evaluate(() => ({
      ...window.seen,
      shows: [...document.querySelectorAll("[data-hero]")].find((hero) => hero.checkVisibility())?.dataset
        .hero,
    }));
    if (errors.length) throw new Error(errors[0]);
    const at = (type, name) => seen[type].find((entry) => entry.name === name)?.at;
    const firstPaint = at("paint", "first-contentful-paint");
    const shift = seen["layout-shift"].reduce((sum, { value }) => sum + value, 0);
    // The browser drops the timing of an element that is removed before its frame is shown, so that a swap after the
    // first paint which moved the page counts as well.
    const original =
      at("element", "original") !== undefined ||
      at("element", "original picture") !== undefined ||
      (seen.swapped > firstPaint && shift > visibleShift);
    return {
      firstPaint,
      shift,
      original,
      swapped: seen.swapped,
      shows: seen.shows,
      heroAt: at("element", "returning"),
    };
  });
}

/** Another load, watched picture by picture. */
const loadInFrames = (context, address, { slowdown, watched }) =>
  withPage(context, { address, slowdown }, async (page, devtools) => {
    const frames = await framesOf(devtools, async () => {
      await page.goto(`${address}/`);
      await page.waitForTimeout(watched);
    });
    return { original: (await countColored(page, frames, colors.original)) > 0 };
  });

export const firstFrame = {
  title: "The first frame",
  runs: (quick) => (quick ? 3 : 10),

  async measure({ tag, runs }) {
    const server = await serve(answerFor(tag));
    const { context, close } = await openBrowser();
    const addressOf = ({ host }) => server.addressOf(host);
    try {
      for (const contestant of contestants) await visitBefore(context, contestant, addressOf(contestant));
      const parts = [];
      for (const speed of slowdowns) {
        const samples = await interleave(contestants, runs, (contestant) =>
          load(context, addressOf(contestant), speed),
        );
        const framed = await interleave(contestants, Math.ceil(runs / 4), (contestant) =>
          loadInFrames(context, addressOf(contestant), speed),
        );
        parts.push(`**Processor ×${speed.slowdown}**`, tableOf(samples, framed));
      }
      return [...parts, remarks()].join("\n\n");
    } finally {
      await close();
      server.close();
    }
  },
};

function tableOf(samples, framed) {
  const bare = medianOf(samples.get("bare page"), ({ firstPaint }) => firstPaint);
  return table(
    [
      "page",
      "ends with the new hero:",
      "original painted:",
      "original in a frame:",
      "layout shift:",
      "first paint, ms:",
      "of bare:",
      "new hero painted, ms:",
    ],
    [...samples].map(([name, taken]) => {
      const firstPaint = medianOf(taken, (sample) => sample.firstPaint);
      return [
        name,
        countOf(taken, ({ shows }) => shows === "returning"),
        countOf(taken, ({ original }) => original),
        countOf(framed.get(name) ?? [], ({ original }) => original),
        round(
          medianOf(taken, ({ shift }) => shift),
          4,
        ),
        round(firstPaint),
        ratio(firstPaint, bare),
        round(medianOf(taken, ({ heroAt }) => heroAt)),
      ];
    }),
  );
}

const remarks = () =>
  list([
    "_Original painted_: the browser's element timing has the original hero, or the page moved after its first paint because the hero came late. _In a frame_: some further loads, looked at picture by picture.",
    `The small script (${smallScriptSize} bytes) reads one record from localStorage and exchanges the hero: the least that a script which is fetched can do.`,
    "Nothing comes from the browser's cache: each load fetches page, script and pictures anew, as on a first visit.",
    "What is not in the page when the browser paints comes too late: compare the rows with `async`. A hero that moves is a layout shift, for the new one is 48 px taller.",
  ]);
