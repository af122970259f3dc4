import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "../kit.ts";
import { paintedAndShifted } from "../painted-and-shifted.ts";

const runs = 20;

/** Three looks at bags: enough for `top(category)` to say something. */
async function lookAtBags(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/first-frame/`);
  await page.evaluate(async () => {
    await window.shopkeeper.ready;
    for (let i = 0; i < 4; i++)
      await window.shopkeeper.track("view_item", { items: [{ item_id: `bag-${i}`, item_category: "Bags" }] });
  });
}

/** The pictures that the browser really showed while a page was loading. */
async function framesOf(cdp: CDPSession, load: () => Promise<void>): Promise<string[]> {
  const frames: string[] = [];
  const keep = ({ data, sessionId }: { data: string; sessionId: number }): void => {
    frames.push(`data:image/png;base64,${data}`);
    void cdp.send("Page.screencastFrameAck", { sessionId });
  };
  cdp.on("Page.screencastFrame", keep);
  await cdp.send("Page.startScreencast", { format: "png", everyNthFrame: 1, maxWidth: 400, maxHeight: 300 });
  await load();
  await cdp.send("Page.stopScreencast");
  cdp.off("Page.screencastFrame", keep);
  return frames;
}

/** How many of the pictures show the red of the original hero. */
const countRed = (page: Page, frames: string[]): Promise<number> =>
  page.evaluate(async (pictures) => {
    let red = 0;
    for (const picture of pictures) {
      const image = new Image();
      image.src = picture;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const drawing = canvas.getContext("2d")!;
      drawing.drawImage(image, 0, 0);
      const { data } = drawing.getImageData(0, 0, image.width, image.height);
      let pixels = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i]! > 160 && data[i + 1]! < 80 && data[i + 2]! < 80) pixels++;
      if (pixels > 100) red++;
    }
    return red;
  }, frames);

for (const wait of [0, 80])
  test(`the swapped hero is in the first frame, ${wait ? "however slowly the page comes" : "on a fast page"}`, async ({
    page,
    address,
  }) => {
    test.setTimeout(90_000);
    await lookAtBags(page, address);
    const cdp = await page.context().newCDPSession(page);
    let original = 0;
    for (let run = 0; run < runs; run++) {
      // The first picture is of the page before.
      await page.goto("about:blank");
      const frames = await framesOf(cdp, async () => {
        await page.goto(`${address}/first-frame/?wait=${wait}`);
        await expect(page.getByText("Bags for you")).toBeVisible();
      });
      const { painted, shift } = await paintedAndShifted(page);
      expect(shift).toBe(0);
      if (painted.includes("original") || (await countRed(page, frames))) original++;
    }
    expect(original, `of ${runs} loads painted the original hero`).toBe(0);
  });

test("the way of looking sees the original where it is painted", async ({ page, address }) => {
  const cdp = await page.context().newCDPSession(page);
  const frames = await framesOf(cdp, async () => {
    await page.goto(`${address}/first-frame/?wait=80`);
    await expect(page.getByText("Everything")).toBeVisible();
    await page.waitForTimeout(200);
  });
  expect(await countRed(page, frames)).toBeGreaterThan(0);
});
