import type { Page } from "@playwright/test";
import { shopPage } from "../kit/serve.ts";
import { failing, type FaultPlan } from "./kit/fault-plan.ts";
import { arrive, buy, expectShopStands, known } from "./kit/shopper.ts";
import { expect, test, usualEngines } from "./kit/test.ts";
import { shopBody, witness } from "./kit/watched-shop.ts";

const ways: Record<FaultPlan["on"], FaultPlan["how"][]> = {
  open: ["throw", "error", "hang", "late"],
  transaction: ["throw", "abort", "hang", "late"],
  add: ["throw", "error", "abort", "hang", "late"],
  getAll: ["throw", "error", "abort", "hang", "late"],
};
const spans = process.env["LONG"]
  ? [1, 2, 3, 4].flatMap((first) => [1, 2, 3, undefined].map((times) => ({ first, times })))
  : [
      { first: 1, times: 1 },
      { first: 2, times: undefined },
    ];

const plansFor = (on: FaultPlan["on"]): FaultPlan[] =>
  ways[on].flatMap((how) =>
    spans.map(({ first, times }) => ({ on, how, first, ...(times ? { times } : {}) })),
  );

const named = ({ how, first, times }: FaultPlan) =>
  `${how}, call ${first} ${times ? `to ${first! + times - 1}` : "and all after"}`;

const firstLine = (error: unknown): string => String(error).split("\n")[0]!;

/** What is wrong with a page under a plan, and with the sound one after it. */
async function shopUnder(page: Page, address: string): Promise<string[]> {
  const wrong: string[] = [];
  try {
    await page.goto(`${address}/failing`);
    for (const product of ["one", "two"])
      await buy(page, product).catch((error) => wrong.push(firstLine(error)));
    const here = await known(page);
    if (here.pieces !== 2) wrong.push(`the page counts ${here.pieces} of 2`);
    if (here.storage === "memory" && !here.error) wrong.push("the page does not tell why it is in memory");
    await expectShopStands(page);
  } catch (error) {
    wrong.push(firstLine(error));
  }
  try {
    const next = await arrive(page, address);
    if (next.storage !== "indexeddb") wrong.push(`the next page is in memory: ${next.error}`);
    if (next.bought.join() !== "one,two" || next.pieces !== 2)
      wrong.push(`the next page knows "${next.bought.join()}" and counts ${next.pieces}`);
  } catch (error) {
    wrong.push(`next page: ${firstLine(error)}`);
  }
  return wrong;
}

for (const engine of usualEngines)
  for (const on of Object.keys(ways) as FaultPlan["on"][])
    test(`in ${engine}, whichever way a call of ${on} fails, the page goes on and the next page knows everything once`, async ({
      openPage,
      serve,
    }) => {
      test.setTimeout(process.env["LONG"] ? 600_000 : 120_000);
      const left = plansFor(on);
      const failed: string[] = [];
      const lane = async (): Promise<void> => {
        const page = await openPage(engine);
        for (let plan = left.shift(); plan; plan = left.shift()) {
          const head = witness() + failing(plan);
          const shop = await serve({
            answer: (path) =>
              path === "/failing" ? { body: shopPage({ head, body: shopBody }) } : undefined,
          });
          failed.push(...(await shopUnder(page, shop.address)).map((wrong) => `${named(plan!)}: ${wrong}`));
        }
      };
      await Promise.all([lane(), lane(), lane(), lane()]);
      expect(failed).toEqual([]);
    });
