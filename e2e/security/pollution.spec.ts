import { expect, ranIn, test } from "./kit/kit.ts";
import { attribute, shopPage } from "./kit/page.ts";

/** Each way to the prototype of all objects, as JSON. */
const keys = [
  '"__proto__":{"polluted":1,"src":"x"}',
  '"constructor":{"prototype":{"polluted":1}}',
  '"prototype":{"polluted":1}',
  '"a":{"__proto__":{"polluted":1}}',
  '"__proto__.polluted":1',
  '"constructor.prototype.polluted":1',
].join(",");
const json = (more: string): string => `{${keys}${more && `,${more}`}}`;
const item = json('"item_id":"mug","item_name":"Mug","url":"/mug"');

const main = `<p data-sk-text="{__proto__.polluted|shown} {constructor.name|} {profile.__proto__|}">?</p>
<p data-sk-when="constructor.prototype = 1">?</p><div data-sk-slot="__proto__"><template data-sk-when="visitor.visits >= 1"><i>slot</i></template></div>
<input data-sk-profile="__proto__" id=proto><input data-sk-profile="constructor" id=constructor>
<div data-sk-product="${attribute(item)}"></div>
<button data-sk-track="__proto__" data-sk-item="${attribute(item)}">x</button>
<button data-sk-track="view_item" data-sk-item="${attribute(item)}">x</button>
<template data-sk-popup="__proto__" data-sk-trigger="event __proto__"><p>pop</p></template>
<section id=rail data-sk-rail="recently-viewed"></section><section data-sk-rail="__proto__"></section>
<section data-sk-rail="constructor"><template><p data-sk-field="__proto__">x</p></template></section>`;

test("no key of any input reaches a prototype", async ({ page, shop, errors }) => {
  const configuration = json(
    `"version":1,"segments":${json('"constructor":"visitor.visits > 0"')},"affinity":${json('"dimensions":{"__proto__":"color","constructor":"brand","prototype":"src"}')},` +
      `"quiet":${json("")},"retention":${json("")},"consentTools":${json("")},` +
      `"experiences":[${json('"id":"__proto__","kind":"message","target":"main","content":{"__proto__":{"polluted":1},"title":"Shown"}')}]`,
  );
  shop.put("/shop.json", { body: configuration, type: "application/json" });
  const head = `<script type="application/ld+json">${json(`"@type":"Product","name":"Mug","sku":"mug","offers":${json('"price":9')}`)}</script>
<script>dataLayer = [JSON.parse('${json('"event":"view_item"')}'), JSON.parse('${`{"event":"view_item","ecommerce":${json(`"items":[${item}]`)}}`}')]</script>`;
  const options = { main, head };
  shop.put("/pollution", { body: shopPage({ ...options, tag: { "data-config": "/shop.json" } }) });
  shop.put("/inline", { body: shopPage({ ...options, configuration: JSON.parse(configuration) as object }) });
  const query =
    "__proto__[polluted]=1&__proto__.polluted=1&constructor[prototype][polluted]=1&utm___proto__=1";
  for (const path of ["/pollution", "/inline"]) {
    await page.goto(`${shop.address}${path}?${query}#${query}`);
    await page.evaluate(async (item) => {
      const shop = window.shopkeeper;
      await shop.ready;
      await shop.track("view_item", JSON.parse(item) as Record<string, unknown>);
      await shop.track("__proto__", { items: [JSON.parse(item) as object] });
      await shop.identify(JSON.parse(item) as never);
      for (const id of ["proto", "constructor"]) {
        const control = document.querySelector<HTMLInputElement>(`#${id}`)!;
        control.value = "polluted";
        control.dispatchEvent(new Event("change", { bubbles: true }));
      }
      // What anyone may have stored.
      const put = (key: string): void => {
        const text = localStorage.getItem(key);
        if (text) localStorage.setItem(key, text.replace(/\{/g, '{"__proto__":{"polluted":1},'));
      };
      await new Promise((resolve) => setTimeout(resolve, 300));
      Object.keys(localStorage).forEach(put);
    }, item);
    await ranIn(page);
    const polluted = (): Promise<unknown> =>
      page.evaluate(() => {
        const bare = {} as Record<string, unknown>;
        return [
          Object.keys(Object.prototype),
          Object.keys(Array.prototype),
          Object.keys(Function.prototype),
          bare["polluted"],
          bare["src"],
        ];
      });
    expect(await polluted()).toEqual([[], [], [], undefined, undefined]);
    await page.reload();
    await page.evaluate(() => window.shopkeeper.ready);
    expect(await polluted()).toEqual([[], [], [], undefined, undefined]);
    await expect(page.locator("body > h1")).toHaveText("Our own");
    await expect(page.getByText("shown").first()).toBeVisible();
  }
  expect(errors).toEqual([]);
});

/** What a careless script of the shop, or an attacker by one, puts onto the prototype of all objects. */
const options: Record<string, unknown> = {
  script: "top.fired(1)",
  src: "javascript:top.fired(2)",
  innerHTML: "<img src=/none onerror=top.fired(3)>",
  outerHTML: "<img src=/none onerror=top.fired(4)>",
  srcdoc: "<script>top.fired(5)</script>",
  href: "javascript:top.fired(6)",
  url: "javascript:top.fired(7)",
  html: "<img src=/none onerror=top.fired(8)>",
  onclick: "top.fired(9)",
  onerror: "top.fired(10)",
  sanitizer: "default",
  RETURN_DOM: true,
  ALLOWED_ATTR: ["onerror"],
  enabled: "x",
  when: "visitor.visits > 99",
  customScriptSrc: "/evil.js",
  transport_url: "/evil",
  polluted: "x",
};

test("what stands on the prototype of all objects changes nothing", async ({ page, shop, errors }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const show = async (path: string, head: string): Promise<unknown> => {
    shop.put(path, {
      body: shopPage({
        head,
        configuration: {
          experiences: [
            { id: "m", kind: "message", target: "#m", content: { title: "Shown", body: "Words" } },
          ],
        },
        main: `<div data-sk-slot=a><template data-sk-when="visitor.visits >= 1"><i>slot</i></template></div>
<p data-sk-text="Hello {profile.none|you}">?</p><section id=m></section><section id=rail data-sk-rail=recently-viewed></section>`,
      }),
    });
    await page.context().clearCookies();
    await page.goto(shop.address + path);
    await page.evaluate(() =>
      window.shopkeeper.track("view_item", { items: [{ item_id: "mug", item_name: "Mug", url: "/mug" }] }),
    );
    await expect(page.locator("#rail")).toContainText("Mug");
    expect(await ranIn(page)).toEqual([]);
    return page.evaluate(() => {
      const seen = (root: ParentNode): string[] =>
        [...root.querySelectorAll("*")].flatMap((element) => [
          element.localName + [...element.attributes].map(({ name, value }) => ` ${name}=${value}`).join(""),
          ...(element.shadowRoot ? seen(element.shadowRoot) : []),
        ]);
      return [document.querySelector("main")!.textContent, seen(document.querySelector("main")!)];
    });
  };
  const clean = await show("/clean", "");
  const polluted = await show(
    "/polluted",
    `<script>Object.assign(Object.prototype, ${JSON.stringify(options).replace(/</g, "\\u003c")})</script>`,
  );
  expect(polluted).toEqual(clean);
  expect(asked.filter((path) => /evil/.test(path))).toEqual([]);
  expect(errors).toEqual([]);
});
