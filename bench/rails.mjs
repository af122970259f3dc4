// Rails: how long it takes to fill one, once its files are there, in Chromium with a slowed processor.
import { openBrowser } from "./kit/browser.mjs";
import { list, table } from "./kit/report.mjs";
import { round } from "./kit/statistics.mjs";
import { serve } from "../scripts/serve.mjs";

const slowdown = 4;
const strategies = ["recently-viewed", "similar", "bought-together", "for-you", "popular"];
const times = 400;

/** Milliseconds of each call, the first ones left out; in the page. */
function timesOf([strategy, count]) {
  const taken = [];
  for (let index = -50; index < count; index++) {
    const before = performance.now();
    const items = window.shopkeeper.recommend(strategy, { limit: 8 });
    if (index >= 0) taken.push(performance.now() - before);
    if (!items.length) return [];
  }
  return taken.sort((a, b) => a - b);
}

export const rails = {
  title: "Filling a rail",
  runs: () => 1,

  async measure() {
    const { address, close } = await serve("demo-site/dist", 0);
    const browser = await openBrowser();
    try {
      const page = await browser.context.newPage();
      for (const name of [
        "morgen-mug",
        "fyr-table-lamp",
        "klit-blanket",
        "kaj-boat-tote",
        "skipper-jumper",
      ]) {
        await page.goto(`${address}product/${name}.html`);
        await page.evaluate(() => window.shopkeeper.ready);
      }
      const devtools = await page.context().newCDPSession(page);
      const rows = [];
      for (const strategy of strategies) {
        await page.waitForFunction((name) => window.shopkeeper.recommend(name).length, strategy);
        await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
        const taken = await page.evaluate(timesOf, [strategy, times]);
        await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
        const at = (part) => round(taken[Math.floor(part * (taken.length - 1))], 2);
        rows.push([`\`${strategy}\``, at(0.5), at(0.9), at(0.99)]);
      }
      return [
        table(["strategy", "median, ms:", "9 of 10, ms:", "99 of 100, ms:"], rows),
        "",
        list([
          `The demo shop with its model, ${slowdown} times slowed; each of ${times} calls alone. Choosing only: drawing comes on top.`,
        ]),
      ].join("\n");
    } finally {
      await browser.close();
      close();
    }
  },
};
