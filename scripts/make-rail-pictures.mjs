// Makes the pictures in docs/recommending.md: the rails of the demo shop, on a phone and on a wide window.
//   node scripts/make-rail-pictures.mjs          after `npm run build`
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { root } from "./set-up.mjs";
import { serve } from "./serve.mjs";

const folder = join(root, "docs/pictures");
const { address, close } = await serve("demo-site/dist", 0);
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
for (const [size, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  wide: { width: 1280, height: 800 },
})) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", (message) => message.type() !== "log" && console.log(size, message.text()));
  const open = async (path) => {
    await page.goto(address + path);
    await page.evaluate(() => window.shopkeeper.ready);
  };
  const take = async (name, heading, rail) => {
    const cards = page.locator(`[data-sk-rail^=${rail}] .card:visible .card-name`);
    await page.waitForFunction(
      (strategy) => window.shopkeeper.why(strategy)?.products,
      name === "together" ? "bought-together" : rail,
    );
    await page.locator(heading).evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(1000);
    console.log(name, size, (await cards.allInnerTexts()).join(", "));
    await page.screenshot({ path: join(folder, `rail-${name}-${size}.jpg`), type: "jpeg", quality: 72 });
  };
  for (const product of ["morgen-mug", "fyr-table-lamp", "klit-blanket"])
    await open(`product/${product}.html`);
  await take("similar", "#with", "similar");
  await page.getByRole("button", { name: "Put in the basket" }).click();
  await page.waitForTimeout(300);
  await open("cart.html");
  await take("together", "#beside", "bought-together");
  await open("index.html");
  await take("for-you", "#for-you", "for-you");
  await context.close();
}
await browser.close();
close();
