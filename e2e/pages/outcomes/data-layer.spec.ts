import type { Page } from "@playwright/test";
import { expect, test } from "./kit.ts";
import { lookedThrough, order, patiently, visit } from "./shop.ts";

const sinks = { sinks: ["datalayer"] };

/** What Tag Manager leaves behind before it is loaded, and a stand-in that writes down what it would see. */
const tagManager = `<script>
  window.dataLayer = window.dataLayer || [];
  dataLayer.push({ "gtm.start": Date.now(), event: "gtm.js" });
  window.seen = [];
  const model = {};
  const push = dataLayer.push;
  dataLayer.push = function (...entries) {
    for (const entry of entries) {
      Object.assign(model, entry);
      if (entry.event) seen.push({ ...model });
    }
    return push.apply(dataLayer, entries);
  };
</script>`;

type Model = Record<string, unknown>;
const seenBy = (page: Page): Promise<Model[]> =>
  page.evaluate(() =>
    (window as unknown as { seen: Model[] }).seen.filter(({ event }) => /^exp|goal/.test(`${event}`)),
  );

test("Tag Manager is told of each outcome as an event, and of no value that belongs to another", async ({
  page,
  open,
}) => {
  const shop = await open({ configuration: sinks, head: tagManager });
  await visit(page, shop);
  await order(page, "o1");
  await page.evaluate(() => window.shopkeeper.track("experience_click", { experience_id: "hello" }));
  const names = async () => (await seenBy(page)).map(({ event }) => event).sort();
  await expect.poll(names, patiently).toEqual(["experience_click", "experience_convert", "experience_view"]);
  const all = await seenBy(page);
  const [view, convert, click] = ["view", "convert", "click"].map((act) =>
    all.find(({ event }) => event === `experience_${act}`),
  );
  expect(view).toMatchObject({ event: "experience_view", experience_id: "hello" });
  expect(convert).toMatchObject({
    event: "experience_convert",
    experience_id: "hello",
    goal: "purchase",
    value: 89,
    currency: "EUR",
  });
  expect(click).toMatchObject({ event: "experience_click", experience_id: "hello" });
  expect(click!.value).toBeUndefined();
  expect(click!.goal).toBeUndefined();
  // Who is told has an id of its own for the visitor.
  expect(JSON.stringify(view)).not.toContain("client");
});

test("what we push is not read back as something that happened in the shop", async ({ page, open }) => {
  const shop = await open({ configuration: { ...sinks, handOver: ["lapsed_returned"] }, head: tagManager });
  await visit(page, shop);
  await order(page, "o1");
  await expect.poll(async () => (await seenBy(page)).length, patiently).toBe(2);
  await lookedThrough(page);
  const names = await page.evaluate(async () => (await window.shopkeeper.events()).map(({ name }) => name));
  expect(names.filter((name) => /^exp|goal/.test(name))).toEqual(["experience_view", "experience_convert"]);
  // Nor by the next page, which finds nothing of it to hand on.
  await visit(page, shop);
  await lookedThrough(page);
  await expect
    .poll(async () => (await seenBy(page)).map(({ event }) => event), patiently)
    .toEqual(["experience_view"]);
});

test("where Google's tag stands alone it is called as it wants to be", async ({ page, open }) => {
  const head = `<script>
    window.dataLayer = [];
    function gtag() { dataLayer.push(arguments); }
    gtag("js", new Date());
    gtag("config", "G-TEST");
  </script>`;
  const shop = await open({ configuration: sinks, head });
  await visit(page, shop);
  const commands = () =>
    page.evaluate(() =>
      (window.dataLayer as unknown[][])
        .map((each) => [...each])
        .filter(([command, name]) => command === "event" && `${name}`.startsWith("exp")),
    );
  await expect.poll(commands, patiently).toEqual([["event", "experience_view", { experience_id: "hello" }]]);
});

test("a page without a data layer gets one, but only where the shop asked for it", async ({ page, open }) => {
  const asked = await open({ configuration: sinks });
  await visit(page, asked);
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(window.dataLayer)), patiently)
    .toBe('[{"event":"experience_view","experience_id":"hello"}]');
  const other = await open({ configuration: { sinks: ["beacon /outcomes"] } });
  await visit(page, other);
  await lookedThrough(page);
  expect(await page.evaluate(() => typeof window.dataLayer)).toBe("undefined");
});

test("an element of that name is no data layer: it is left alone, and told once", async ({ page, open }) => {
  const warnings: string[] = [];
  page.on("console", (message) => warnings.push(message.text()));
  const shop = await open({
    configuration: sinks,
    body: '<h1>A shop</h1><div id="place"></div><a id="dataLayer">x</a>',
  });
  await visit(page, shop);
  await order(page, "o1");
  await lookedThrough(page);
  await expect
    .poll(
      () => warnings.filter((text) => text.includes("window.dataLayer is something else")).length,
      patiently,
    )
    .toBe(1);
  await expect(page.getByRole("heading", { name: "A shop" })).toBeVisible();
});

test("a page that was left before anybody could be told is made up for by the next", async ({
  page,
  open,
}) => {
  const shop = await open({ configuration: sinks, head: tagManager });
  await visit(page, shop);
  await lookedThrough(page);
  // Recorded by a page whose part never came.
  await page.route("**/outcomes.js", (route) => route.abort());
  await page.goto(`${shop.address}/thank-you`);
  await page.evaluate(async () => {
    await window.shopkeeper.ready;
    await window.shopkeeper.track("purchase", {
      transaction_id: "o1",
      value: 12,
      currency: "EUR",
      items: [],
    });
  });
  await page.unroute("**/outcomes.js");
  await page.goto(`${shop.address}/later`);
  await expect
    .poll(async () => (await seenBy(page)).filter(({ event }) => event === "experience_convert"), patiently)
    .toMatchObject([{ experience_id: "hello", goal: "purchase", value: 12 }]);
});
