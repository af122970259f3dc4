import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../kit.ts";

const file = (path: string): string => readFileSync(join(import.meta.dirname, path), "utf8");
const built = (name: string): string => file(`../../../packages/tag/dist/${name}`);

/** The requests for the table of time zones, from now on. */
function countTables(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("time-zones")) requests.push(request.url());
  });
  return requests;
}
const ready = (page: Page): Promise<void> => page.evaluate(() => window.shopkeeper.ready);
const countryOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => window.shopkeeper.facts()["geo.country"]);
const stored = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(localStorage));

/** Serves the page as another shop would write it. */
async function rewrite(page: Page, change: (html: string) => string): Promise<void> {
  await page.route("**/place/", (route) =>
    route.fulfill({ contentType: "text/html", body: change(file("index.html")) }),
  );
}

test.use({ timezoneId: "Asia/Dubai" });

test("the first page learns the country from the time zone, and the next one begins with it", async ({
  page,
  address,
}) => {
  const tables = countTables(page);
  await page.goto(`${address}/place/`);
  await expect(page.getByText("Our shops on the Gulf")).toBeVisible();
  expect(tables).toEqual([`${address}/time-zones.js`]);
  await ready(page);
  expect(await page.evaluate(() => window.shopkeeper.segments())).toEqual(["gulf"]);
  expect(await page.evaluate(() => window.shopkeeper.facts())).toMatchObject({
    "geo.country": "AE",
    "geo.source": "timezone",
    "geo.timezone": "Asia/Dubai",
    "geo.hemisphere": "northern",
    "geo.season": expect.stringMatching(/^(winter|spring|summer|autumn)$/),
  });

  await page.goto(`${address}/place/`);
  await expect(page.getByText("Free delivery in Dubai")).toBeVisible();
  await ready(page);
  expect(tables).toHaveLength(1);

  await page.evaluate(() => window.shopkeeper.forget());
  expect(await stored(page)).not.toContain("Dubai");
});

test("a page that does not ask where its visitor is loads no table", async ({ page, address }) => {
  const tables = countTables(page);
  await page.goto(`${address}/html-only/`);
  await ready(page);
  await page.evaluate(() => window.shopkeeper.track("add_to_cart", { items: [{ item_id: "a", price: 1 }] }));
  await page.waitForLoadState("networkidle");
  expect(tables).toEqual([]);
});

for (const [what, answer] of [
  ["is not there", { status: 404 }],
  ["is no script", { contentType: "text/html", body: "<h1>Not found</h1>" }],
  ["breaks off", { contentType: "text/javascript", body: "export const" }],
] as const)
  test(`a table that ${what} leaves the country unknown and the page at work`, async ({ page, address }) => {
    const tables = countTables(page);
    await page.route("**/time-zones.js", (route) => route.fulfill(answer));
    await page.goto(`${address}/place/`);
    await ready(page);
    expect(tables).toHaveLength(1);
    await expect(page.getByText("Welcome")).toBeVisible();
    expect(await countryOf(page)).toBeUndefined();
    await page.evaluate(() => window.shopkeeper.track("sign_up"));
    await expect(page.getByText("Our shops on the Gulf")).toBeHidden();
    expect(tables).toHaveLength(1);
    expect((await page.evaluate(() => window.shopkeeper.status())).error).toBeUndefined();
  });

test("before the visitor agreed the country is known to the page and kept nowhere", async ({
  page,
  address,
}) => {
  const tables = countTables(page);
  await rewrite(page, (html) => html.replace('"granted"', '"pending"'));
  for (const visit of [1, 2]) {
    await page.goto(`${address}/place/`);
    await expect(page.getByText("Our shops on the Gulf")).toBeVisible();
    expect(tables).toHaveLength(visit);
    expect(await stored(page)).not.toContain("Dubai");
  }
  await page.evaluate(() => window.shopkeeper.consent("granted"));
  await expect.poll(() => stored(page)).toContain("Dubai");
});

test("for who refused nothing is loaded", async ({ page, address }) => {
  const tables = countTables(page);
  await rewrite(page, (html) => html.replace('"granted"', '"denied"'));
  await page.goto(`${address}/place/`);
  await ready(page);
  expect(await countryOf(page)).toBeUndefined();
  expect(tables).toEqual([]);
});

test("the table of a tag from elsewhere comes from there", async ({ page, address }) => {
  const tables = countTables(page);
  await rewrite(page, (html) => html.replace("/shopkeeper.js", "https://tag.example/lib/shopkeeper.js?v=1"));
  await page.route("https://tag.example/lib/*", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      headers: { "access-control-allow-origin": "*" },
      body: built(new URL(route.request().url()).pathname.split("/").pop()!),
    }),
  );
  await page.goto(`${address}/place/`);
  await expect(page.getByText("Our shops on the Gulf")).toBeVisible();
  expect(tables).toEqual(["https://tag.example/lib/time-zones.js"]);
});

test("a tag that was put into the page itself has no table", async ({ page, address }) => {
  const tables = countTables(page);
  await rewrite(page, (html) =>
    html.replace(
      /<script src="[^"]+" (.*)><\/script>/,
      (_tag, attributes: string) => `<script ${attributes}>${built("shopkeeper.js")}</script>`,
    ),
  );
  await page.goto(`${address}/place/`);
  await ready(page);
  await expect(page.getByText("Welcome")).toBeVisible();
  expect(await countryOf(page)).toBeUndefined();
  expect(tables).toEqual([]);
});
