import type { Page } from "@playwright/test";
import { expect, test } from "../kit.ts";
import { paintedAndShifted } from "../painted-and-shifted.ts";

type Change = [from: string | RegExp, to: string];

/** Everybody gets the control, or what else a page says for this test. */
const control: Change = [/"control": 0, "bold": 1/g, '"control": 1, "bold": 0'];
const heldOut: Change = ['"version": 1,', '"version": 1, "holdout": 0.99999,'];
const without = (text: string | RegExp): Change => [text, ""];

/** Opens the page, changed, and waits until the tag knows all that it will know. */
async function open(page: Page, address: string, changes: Change[] = [], suffix = ""): Promise<void> {
  await page.route(`${address}/experiments/**`, async (route) => {
    const response = await route.fetch();
    const text = changes.reduce((html, [from, to]) => html.replace(from, to), await response.text());
    await route.fulfill({ response, body: text });
  });
  await page.goto(`${address}/experiments/${suffix}`);
  await page.waitForFunction(() => window.shopkeeper?.ready);
  await page.evaluate(() => window.shopkeeper.ready);
  await page.unroute(`${address}/experiments/**`);
}

/** What was recorded of experiments, as `hero bold`. */
const exposures = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await window.shopkeeper.events({ name: "experiment_view" })).map(
      (event) => `${event.experiment_id as string} ${event.variation as string}`,
    ),
  );
const exposed = (page: Page) => expect.poll(() => exposures(page));
const scrollTo = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)!.scrollIntoView({ block: "center" }), selector);
/** Two frames and a little: what a page would tell of what is in view, it has told. */
const settle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))),
      ),
  );

test("a variation is in the first frame, of the very first page and of a later one that comes slowly", async ({
  page,
  address,
}) => {
  for (const wait of [0, 80]) {
    await page.goto(`${address}/experiments/?wait=${wait}`);
    await expect(page.getByText("Bold hero")).toBeVisible();
    await expect(page.getByText("The usual hero")).toBeHidden();
    const { painted, shift } = await paintedAndShifted(page);
    expect(painted).toContain("bold");
    expect(painted).not.toContain("original");
    expect(shift).toBe(0);
    await exposed(page).toContain("hero bold");
    await page.evaluate(() => window.shopkeeper.ready);
  }
  // Once a visit and experiment, on however many pages.
  expect((await exposures(page)).filter((each) => each === "hero bold")).toHaveLength(1);
});

test("who has the control sees the default, and is exposed as well", async ({ page, address }) => {
  await open(page, address, [control]);
  await expect(page.getByText("The usual hero")).toBeVisible();
  await exposed(page).toEqual(["hero control"]);
  expect(await page.evaluate(() => window.shopkeeper.decide("hero"))).toBe("control");
});

test("what was seen once is seen again, though the weights are others now, and the console says so", async ({
  page,
  address,
}) => {
  await open(page, address);
  await exposed(page).toContain("hero bold");
  const warnings: string[] = [];
  page.on("console", (message) => void (message.type() === "warning" && warnings.push(message.text())));
  await open(page, address, [control]);
  await expect(page.getByText("Bold hero")).toBeVisible();
  expect(await page.evaluate(() => window.shopkeeper.decide("own"))).toBe("control");
  expect(warnings).toEqual([
    expect.stringContaining("experiment hero: its weights were changed while it runs"),
  ]);
  await page.evaluate(() => window.shopkeeper.forget());
  await open(page, address, [control]);
  // For the rest of the visit the shopper is left alone.
  await expect(page.getByText("The usual hero")).toBeVisible();
});

for (const [variation, changes, shown] of [
  ["bold", [], "Bold below"],
  ["control", [control], "Below"],
] as [string, Change[], string][])
  test(`a place counts when it is seen and not before: ${variation}`, async ({ page, address }) => {
    await open(page, address, changes);
    await exposed(page).toEqual([`hero ${variation}`]);
    await settle(page);
    expect(await exposures(page)).toEqual([`hero ${variation}`]);
    await scrollTo(page, "[data-sk-slot=low]");
    await expect(page.getByText(shown, { exact: true })).toBeVisible();
    await exposed(page).toEqual([`hero ${variation}`, `low ${variation}`]);
  });

for (const [variation, changes, isThere] of [
  ["bold", [], true],
  ["control", [control], false],
] as [string, Change[], boolean][])
  test(`an experience of a variation, and where it would be: ${variation}`, async ({ page, address }) => {
    await open(page, address, changes);
    const note = page.getByText("A bold note");
    await expect(note).toBeAttached({ attached: isThere });
    await settle(page);
    expect(await exposures(page)).not.toContain(`note ${variation}`);
    await scrollTo(page, "#note");
    await exposed(page).toContain(`note ${variation}`);

    expect(await exposures(page)).not.toContain(`ask ${variation}`);
    await page.getByRole("button", { name: "Help" }).click();
    await exposed(page).toContain(`ask ${variation}`);
    await expect(page.getByRole("heading", { name: "Bold help" })).toBeVisible({ visible: isThere });
    const views = await page.evaluate(() => window.shopkeeper.events({ name: "experience_view" }));
    expect(
      views.map(({ experience_id: id, variation }) => `${id as string} ${variation as string}`).sort(),
    ).toEqual(isThere ? ["ask-bold bold", "note-bold bold"] : []);
  });

test("code that renders itself asks, marks its place, and who sees it is exposed", async ({
  page,
  address,
}) => {
  await open(page, address);
  expect(await page.evaluate(() => window.shopkeeper.decide("own"))).toBe("bold");
  expect(await page.evaluate(() => window.shopkeeper.decide("nobody's"))).toBeUndefined();
  await page.evaluate(() => {
    const place = document.querySelector<HTMLElement>("#own")!;
    place.textContent = "My own";
    place.dataset.skExperiment = "own";
  });
  await settle(page);
  expect(await exposures(page)).not.toContain("own bold");
  await scrollTo(page, "#own");
  await exposed(page).toContain("own bold");
});

test("those held out see what the shop itself shows, and keep what is theirs", async ({ page, address }) => {
  await open(page, address, [heldOut]);
  await expect(page.getByText("The usual hero")).toBeVisible();
  await expect(page.locator("#when")).toBeVisible();
  await expect(page.locator("#text")).toHaveText("Welcome");
  await expect(page.getByText("A bold note")).not.toBeAttached();
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("button", { name: "Wish" }).click();
  await expect(page.locator("#wishes")).toContainText("Mug");
  await expect(page.locator("[data-sk-privacy]")).not.toHaveText("Privacy");
  await expect(page.getByRole("heading", { name: "Bold help" })).not.toBeVisible();
  await exposed(page).toEqual(["holdout held-out"]);
  const status = await page.evaluate(() => window.shopkeeper.why("ask-bold"));
  expect(status).toMatchObject({ show: false, reasons: expect.arrayContaining(["holdout"]) });
});

for (const [variation, changes, shown] of [
  ["bold", [], "Bold hero"],
  ["control", [control], "The usual hero"],
] as [string, Change[], string][])
  test(`what the snippet has shown before the tag came counts, whichever it is: ${variation}`, async ({
    page,
    address,
  }) => {
    await open(page, address, [...changes, ['<div data-sk-slot="hero"', '<div hidden data-sk-slot="hero"']]);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { frame } = JSON.parse(localStorage["shopkeeper.snapshot"] ?? "{}");
          return Object.values<number>(frame?.foreseen[0]?.[2] ?? {});
        }),
      )
      .toContain(variation === "bold" ? 1 : 0);
    expect(await exposures(page)).toEqual([]);

    // The tag is held back until the page has long been painted.
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/shopkeeper.js", async (route) => {
      await held;
      await route.continue();
    });
    const opened = open(page, address, [...changes, ["<script src=", "<script async src="]]);
    await expect(page.getByText(shown)).toBeVisible();
    await settle(page);
    release();
    await opened.catch(() => {});
    await page.waitForFunction(() => window.shopkeeper?.ready);
    await exposed(page).toContain(`hero ${variation}`);
    await expect(page.getByText(shown)).toBeVisible();
  });

test("those who are served are counted beside those held out", async ({ page, address }) => {
  await open(page, address, [['"version": 1,', '"version": 1, "holdout": 0.00001,']]);
  await exposed(page).toContain("holdout served");
  await expect(page.getByText("Bold hero")).toBeVisible();
});

test("while nobody has agreed no id is made, and everybody sees the default", async ({ page, address }) => {
  const pending: Change = ['data-consent="granted"', 'data-consent="pending"'];
  await open(page, address, [pending]);
  await expect(page.getByText("The usual hero")).toBeVisible();
  expect(await page.evaluate(() => window.shopkeeper.decide("hero"))).toBeUndefined();
  await settle(page);
  expect(
    await page.evaluate(async () => (await window.shopkeeper.events()).map(({ name }) => name)),
  ).not.toContain("experiment_unit");
  await page.evaluate(() => window.shopkeeper.consent("granted"));
  await expect.poll(() => page.evaluate(() => window.shopkeeper.decide("hero"))).toBe("bold");
  // What has been seen stays: nobody was exposed to anything.
  await expect(page.getByText("The usual hero")).toBeVisible();
  await settle(page);
  expect(await exposures(page)).toEqual([]);
});

test.describe("a preview link", () => {
  const link = "#sk-preview=spring-7fk2/hero:bold";
  const bold = (page: Page) => page.getByText("Bold hero");

  test("shows a variation in this tab, says so, counts nothing, and ends", async ({
    page,
    address,
    context,
  }) => {
    await open(page, address, [control], link);
    await expect(bold(page)).toBeVisible();
    const badge = page.getByRole("region", { name: "Preview" });
    await expect(badge).toContainText("hero: bold");
    expect(page.url()).toBe(`${address}/experiments/`);
    await open(page, address, [control]);
    await expect(bold(page)).toBeVisible();
    await settle(page);
    expect(await exposures(page)).toEqual([]);

    const other = await context.newPage();
    await open(other, address, [control]);
    await expect(other.getByText("The usual hero")).toBeVisible();
    await other.close();

    await badge.getByRole("button", { name: "End preview" }).click();
    await expect(badge).not.toBeAttached();
    await open(page, address, [control]);
    await expect(page.getByText("The usual hero")).toBeVisible();
  });

  test("shows it on a page that was painted before the tag came, and to those held out", async ({
    page,
    address,
  }) => {
    const late: Change = ['<script src="/shopkeeper.js"', '<script defer src="/shopkeeper.js"'];
    await open(page, address, [control, heldOut, late], link);
    await expect(bold(page)).toBeVisible();
  });

  for (const [who, changes, fragment] of [
    ["without the shop's word", [], "#sk-preview=hero:bold"],
    ["with another word", [], "#sk-preview=spring/hero:bold"],
    ["where the shop has none", [without('"preview": "spring-7fk2",')], link],
    ["of a query, which is indexed", [], "?sk-preview=spring-7fk2/hero:bold"],
    ["of nonsense", [], "#sk-preview=%E0%A4%A/%%%"],
  ] as [string, Change[], string][])
    test(`does nothing ${who}`, async ({ page, address }) => {
      await open(page, address, [control, ...changes], fragment);
      await expect(page.getByText("The usual hero")).toBeVisible();
      await expect(page.locator("shopkeeper-preview")).not.toBeAttached();
      await exposed(page).toEqual(["hero control"]);
    });

  test.describe("and a crawler", () => {
    test.use({ userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" });
    test("do not go together", async ({ page, address }) => {
      await open(page, address, [control], link);
      await expect(page.getByText("The usual hero")).toBeVisible();
    });
  });

  test("of something that there is not tells so", async ({ page, address }) => {
    const warnings: string[] = [];
    page.on("console", (message) => void (message.type() === "warning" && warnings.push(message.text())));
    await open(page, address, [control], "#sk-preview=spring-7fk2/heros:bold/hero:blod");
    await expect
      .poll(() => warnings.join("\n"))
      .toMatch(/preview: there is no "heros"[^]*preview: "hero" has no "blod", only control, bold/);
  });
});
