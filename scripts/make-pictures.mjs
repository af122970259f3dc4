// Makes the pictures in docs/looks.md: each kind of the configuration in the demo shop, on a phone and on a wide window.
//   node scripts/make-pictures.mjs          after `npm run build`
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { root } from "./set-up.mjs";
import { serve } from "./serve.mjs";

const content = {
  title: "Can we help?",
  body: "Tell us what you are looking for: Inge knows every maker on the peninsula.",
  action: { label: "Ask Inge", url: "help.html" },
};

/** Each comes when an event of its name is told, so that there is one in each picture. */
const experiences = [
  {
    id: "rail",
    kind: "rail",
    strategy: "recently-viewed",
    target: "#here",
    position: "append",
    content: { title: "Where you were" },
  },
  {
    id: "message",
    kind: "message",
    target: "#here",
    position: "prepend",
    content: {
      title: "Free delivery this week",
      body: "On every order to the mainland.",
      action: { label: "See how", url: "help.html" },
    },
  },
  {
    id: "bar",
    kind: "message",
    trigger: "event bar",
    content: {
      title: "Welcome back",
      body: "Good to see you again.",
      action: { label: "What is new", url: "index.html" },
    },
  },
  ...["corner", "side", "center"].map((place) => ({
    id: place,
    kind: "popup",
    trigger: `event ${place}`,
    place,
    content,
  })),
  {
    id: "tour",
    kind: "tour",
    trigger: "event tour",
    steps: [
      {
        target: "header nav a",
        title: "Everything we make",
        body: "By room, by craft or by what the weather does.",
      },
      { target: "header form", title: "Or ask for it", body: "Wool, rain and mugs are understood." },
    ],
  },
];
const inThePage = ["message", "rail"];
const over = ["bar", "corner", "side", "center", "tour"];
const windows = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 800 } };
const seen = ["kaj-boat-tote", "morgen-mug", "byge-raincoat", "fyr-table-lamp", "gaard-clog"];

const folder = join(root, "docs/pictures");
mkdirSync(folder, { recursive: true });
const { address, close } = await serve("demo-site/dist", 0);
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
for (const [size, viewport] of Object.entries(windows)) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  // The shop's own pages, with these experiences instead of theirs and a place for what stands in the page.
  await context.route("**/*.html", async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replace(
        '"version":1',
        () => `"version":1,"quiet":{"popupsPerVisit":99},"experiences":${JSON.stringify(experiences)}`,
      )
      .replace(/data-experiences="[^"]*"/, "")
      .replace('<section class="band"', '<div class="band" id="here"></div>$&');
    await route.fulfill({ response, body });
  });
  const page = await context.newPage();
  const take = (name) =>
    page.screenshot({ path: join(folder, `${name}-${size}.jpg`), type: "jpeg", quality: 72 });
  for (const name of seen) {
    await page.goto(`${address}product/${name}.html`);
    await page.evaluate(() => window.shopkeeper.ready.then(() => window.shopkeeper.track("seen")));
  }
  await page.goto(`${address}index.html`);
  await page.evaluate(() => window.shopkeeper.ready);
  for (const name of inThePage) {
    const shown =
      name === "rail" ? page.locator("shopkeeper-rail") : page.getByRole("group", { name: "Free delivery" });
    await shown.first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    await take(name);
  }
  await page.evaluate(() => scrollTo(0, 0));
  for (const name of over) {
    await page.evaluate((event) => window.shopkeeper.track(event), name);
    const box = page.locator("html > shopkeeper-overlay,html > shopkeeper-tour").last();
    await box.waitFor({ state: "attached" });
    await page.waitForTimeout(500);
    await take(name);
    await box.locator("[part=close]").click();
    await box.waitFor({ state: "detached" });
  }
  await context.close();
}
await browser.close();
close();
