// Reading: how much of what shops' product pages say is read rightly, and what reading costs the largest of them.
import { chromium } from "playwright";
import { bundle } from "./kit/bundle.mjs";
import { launchOptions } from "./kit/browser.mjs";
import { list, table } from "./kit/report.mjs";
import { versionOf } from "./kit/rivals.mjs";
import { formatTimes, median, round } from "./kit/statistics.mjs";
import { arePagesThere, htmlOf, labels, toldBy } from "./read/pages.mjs";
import { asLabels, FIELDS, score } from "./read/score.mjs";

const RIVAL = "@marbec/web-auto-extractor";
/** How much slower the processor is made for the slices, as phones are. */
const SLOWDOWN = 4;

/** A tab that gets nothing but the page that is shown: no script of it runs. */
async function openTab(browser) {
  const tab = await browser.newPage();
  let html = "";
  await tab.route("**/*", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" },
      body: html,
    }),
  );
  const show = async (url, text) => {
    html = text;
    await tab.goto(url, { waitUntil: "domcontentloaded" });
  };
  return { tab, show };
}

/** How long each of `act`'s runs takes in the page, in milliseconds. */
const timesOf = (tab, script, act, runs) =>
  tab.evaluate(`(async () => {
    ${script};
    const times = [];
    for (let run = 0; run < ${runs}; run++) {
      const start = performance.now();
      await (${act});
      times.push(performance.now() - start);
    }
    return times;
  })()`);

/** The longest piece of a reading in one go, with a processor that is so much slower, in milliseconds. */
async function longestSlice(tab, reader) {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const longest = await tab.evaluate(`(async () => {
    ${reader};
    await reader.readWhole(document);
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ type: "longtask" });
    await new Promise((done) => setTimeout(done, 300));
    tasks.length = 0;
    await reader.readWhole(document);
    await new Promise((done) => setTimeout(done, 300));
    return Math.max(0, ...tasks.map(({ duration }) => duration));
  })()`);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return longest;
}

const percent = (part) => part.toFixed(3).replace(/^0/, "");

export const read = {
  title: "Reading what a product page says",
  runs: (quick) => (quick ? 3 : 15),

  async measure({ runs }) {
    if (!arePagesThere) return "The labelled pages are not on this machine.";
    const truth = labels();
    const names = Object.keys(truth);
    const reader = await bundle(
      'export { readWhole, readVisible, drain } from "../packages/browser/test/read-whole.ts"',
      { global: "reader" },
    );
    const browser = await chromium.launch(launchOptions);
    try {
      const { tab, show } = await openTab(browser);
      const told = {};
      for (const name of names) {
        await show(truth[name].url, htmlOf(name));
        told[name] = asLabels((await tab.evaluate(`${reader};reader.readWhole(document)`)).product);
      }
      const systems = [
        ["**Shopkeeper**", told],
        ...["Zyte", "Diffbot", "extruct"].map((system) => [system, toldBy(system)]),
      ];
      const figures = FIELDS.flatMap((field) =>
        systems.map(([system, told]) => {
          const { f1, precision, recall } = score(truth, told, field);
          return [
            system === "**Shopkeeper**" ? `**${field}**` : field,
            system,
            percent(f1),
            percent(precision),
            percent(recall),
          ];
        }),
      );

      const largest = names
        .map((name) => [name, htmlOf(name)])
        .sort(([, one], [, other]) => other.length - one.length)[0];
      await show(truth[largest[0]].url, largest[1]);
      const ours = await timesOf(tab, reader, "reader.readWhole(document)", runs);
      const slice = await longestSlice(tab, reader);
      const visible = await timesOf(
        tab,
        reader,
        `reader.drain(reader.readVisible({ document, location: new URL(location.href), base: document.baseURI, entries: [], told: {}, type: "product" }))`,
        runs,
      );
      const rows = [
        ["**Shopkeeper**, what this page needs", "", "the page as it stands", round(median(ours), 1), ""],
        [
          "**Shopkeeper**, what people see of it alone",
          "",
          "the page as it stands",
          round(median(visible), 1),
          "",
        ],
      ];
      if (versionOf(RIVAL)) {
        const script = await bundle(`export { default as Extractor } from "${RIVAL}"`, { global: "rival" });
        const html = JSON.stringify(largest[1]);
        const theirs = await timesOf(
          tab,
          `${script};const html = ${html}`,
          "new rival.Extractor().parse(html)",
          runs,
        );
        rows.push([
          RIVAL,
          versionOf(RIVAL),
          "its HTML as a text",
          round(median(theirs), 1),
          formatTimes(median(theirs) / median(ours)),
        ]);
      }
      return [
        table(["field", "system", "F1:", "precision:", "recall:"], figures),
        list([
          `${names.length} pages of real shops, labelled by hand (half of the [public benchmark](https://github.com/scrapinghub/product-extraction-benchmark) by Zyte), measured as its authors do. Labels count as they are: three of the prices are wrong, see [docs/storefronts.md](docs/storefronts.md).`,
          `Of the other systems: what they read of the same pages, as published with the benchmark in 2020. Zyte and Diffbot look at the page with machine learning on a server and fill in "in stock" where they see nothing. Brand is no field of the benchmark's own; extruct's baseline reads none.`,
        ]),
        table(["extractor", "version", "of", "ms:", "times ours:"], rows),
        list([
          `The largest of the pages, ${round(largest[1].length / 1000)} kB of HTML, in one Chromium, warm. Ours reads what is not yet told by what it trusts more: here JSON-LD and Open Graph; on a page that declares nothing also what people see. The other one parses the HTML besides, and reads JSON-LD, microdata, RDFa and \`<meta>\`.`,
          slice
            ? `At a processor ${SLOWDOWN} times slower the longest task is ${round(slice)} ms.`
            : `At a processor ${SLOWDOWN} times slower there is no task of 50 ms.`,
        ]),
      ].join("\n\n");
    } finally {
      await browser.close();
    }
  },
};
