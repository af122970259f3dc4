import { withPage } from "../kit/browser.mjs";

/** Whether what the snippet will show on the next page has been worked out on this one; in the page. */
function isForeseen() {
  const { frame } = JSON.parse(localStorage.getItem("shopkeeper.snapshot") ?? "{}");
  return frame?.foreseen.some(([from]) => from >= performance.timeOrigin);
}

/** Waits until the tag has done all that it does on a page for the next one: nobody moves on earlier. */
export async function untilKept(page, { ours, foresees }) {
  if (!ours) return;
  await page.evaluate(() => window.shopkeeper.ready);
  if (foresees) await page.waitForFunction(isForeseen, undefined, { polling: 50, timeout: 10_000 });
}

/** The visit before: the home page and four products, read by the tag from what their pages say. */
export async function visitBefore(context, contestant, address) {
  await withPage(context, { address }, async (page) => {
    await page.goto(`${address}/`);
    await page.waitForTimeout(500);
    for (const number of contestant.ours ? [1, 2, 3, 4] : []) {
      await page.goto(`${address}/products/${number}`);
      await page.waitForFunction(() => window.shopkeeper?.facts?.()["product.id"]);
      await untilKept(page, contestant);
      // What was remembered is written at the end of the task.
      await page.waitForTimeout(200);
    }
    await contestant.before?.(page);
    await page.goto(`${address}/blank`);
  });
}

/** Loads what the browser keeps from now on, often enough that it keeps the compiled scripts too. */
export async function fillCache(context, contestant, address) {
  for (let load = 0; load < 3; load++)
    await withPage(context, { address }, async (page) => {
      await page.goto(`${address}/`);
      await untilKept(page, contestant);
      await page.waitForTimeout(300);
      await page.goto(`${address}/blank`);
    });
}
