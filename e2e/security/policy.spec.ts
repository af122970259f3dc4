import { expect, ranIn, test } from "./kit/kit.ts";
import { listener } from "./kit/kit.ts";
import { attribute } from "./kit/page.ts";
import { vectors } from "./vectors/vectors.ts";

const policy =
  "default-src 'none'; script-src 'self' 'nonce-shop'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

// In every text one of each family stands.
const families = new Map(vectors.map(({ family, text }) => [family, text.replace(/[{}]/g, "")]));
const evil = [...families.values()].join(" ");

/** What a merchant may mean: a handler in it would be forbidden, and told of, before it is taken out. */
const html = '<i class=new>html shown</i> <a href="/sale">x</a> <a href="javascript:top.fired(2)">x</a>';

const configuration = (experiences: object[]) => ({
  version: 1,
  experiences: [
    ...experiences,
    { id: "bar", kind: "message", trigger: "event bar", content: { title: "bar shown", body: evil } },
    {
      id: "inline",
      kind: "message",
      target: "#inline",
      content: { title: "inline shown", body: evil, action: { label: evil, url: "javascript:top.fired(1)" } },
    },
    {
      id: "pop",
      kind: "popup",
      trigger: "event pop",
      place: "center",
      content: { title: "pop-up shown", body: evil },
    },
    { id: "swap", kind: "swap", target: "#swap", template: "#instead" },
  ],
});

const body = (
  ...experiences: object[]
): string => `<!doctype html><html lang="en"><head><title>The shop</title>
${listener.replace("<script", "<script nonce=shop")}
<script type="application/json" data-sk-config>${JSON.stringify(configuration(experiences)).replace(/</g, "\\u003c")}</script>
<script src="/shopkeeper.js" data-consent="granted"></script></head><body><h1>Our own</h1><main>
<template id=instead><i>swap shown</i><a href="javascript:top.fired(2)" id=x>x</a></template>
<section id=slot data-sk-slot=a><template data-sk-when="visitor.visits >= 1"><i>slot shown</i>
<script>top.fired(3)</script><svg><script>top.fired(4)</script></svg></template><p>default</p></section>
<section id=swap><p>default</p></section>
<p id=text data-sk-text="text shown {none|${attribute(evil)}}">?</p>
<section id=inline></section><section id=html></section>
<section id=rail data-sk-rail=recently-viewed></section>
<section id=cards data-sk-rail=recently-viewed><template><a data-sk-field=url><b data-sk-field=name></b></a></template></section>
<section id=panel data-sk-privacy></section></main></body></html>`;

test("everything shows, and nothing is forbidden, under the strictest policy", async ({
  page,
  shop,
  errors,
}) => {
  shop.put("/policy", { body: body(), policy });
  await page.goto(`${shop.address}/policy`);
  await page.evaluate(() =>
    window.shopkeeper.track("view_item", {
      items: [{ item_id: "mug", item_name: "rail <img src=/none onerror=top.fired(5)>", url: "/mug" }],
    }),
  );
  for (const words of ["slot shown", "swap shown", "text shown", "inline shown"])
    await expect(page.getByText(words).first()).toBeVisible();
  await expect(page.locator("#rail")).toContainText("rail");
  await expect(page.locator("#cards")).toContainText("rail");
  await expect(page.locator("#panel").getByRole("button").first()).toBeVisible();
  await page.evaluate(() => window.shopkeeper.track("bar"));
  await expect(page.getByText("bar shown")).toBeVisible();
  await page.evaluate(() => window.shopkeeper.track("pop"));
  await expect(page.getByText("pop-up shown")).toBeVisible();
  expect(await ranIn(page)).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(errors).toEqual([]);
  await expect(page.locator("body > h1")).toHaveText("Our own");
});

test("HTML of a configuration shows under the strictest policy", async ({ page, shop, errors }) => {
  shop.put("/policy-html", {
    body: body({ id: "html", kind: "message", target: "#html", content: { html } }),
    policy,
  });
  await page.goto(`${shop.address}/policy-html`);
  await expect(page.getByText("html shown", { exact: true })).toBeVisible();
  expect(await ranIn(page)).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(errors).toEqual([]);
});

const without = "<script nonce=shop>delete Element.prototype.setHTML</script>";
const experience = { id: "html", kind: "message", trigger: "event html", content: { html } };

test("without setHTML, HTML of a configuration shows where the page allows our policy", async ({
  page,
  shop,
  errors,
}) => {
  const allowing = policy.replace(/trusted-types 'none'$/, "trusted-types shopkeeper");
  shop.put("/purify", { body: body(experience).replace("<title>", `${without}<title>`), policy: allowing });
  await page.goto(`${shop.address}/purify`);
  await page.evaluate(() => window.shopkeeper.track("html"));
  await expect(page.getByText("html shown", { exact: true })).toBeVisible();
  expect(await ranIn(page)).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(errors).toEqual([]);
});

test("without setHTML, where the page allows no policy, no HTML shows and we say why", async ({
  page,
  shop,
  errors,
}) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  shop.put("/no-purify", { body: body(experience).replace("<title>", `${without}<title>`), policy });
  await page.goto(`${shop.address}/no-purify`);
  await page.evaluate(() => window.shopkeeper.track("html"));
  await expect.poll(() => said.join()).toContain("content.html needs a browser with setHTML");
  expect(await page.getByText("html shown").count()).toBe(0);
  expect(await ranIn(page)).toEqual([]);
  // That the policy was asked for is told once; nothing was tried without it.
  expect(await page.evaluate(() => window.violations)).toEqual([
    "trusted-types trusted-types-policy shopkeeper",
  ]);
  expect(errors).toEqual([]);
  await expect(page.getByText("slot shown")).toBeVisible();
});
