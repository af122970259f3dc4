import { expect, test } from "vitest";
import { run } from "../src/run.ts";
import { lintText } from "./lint-text.ts";

/** The rules that find something, in order. */
const rulesIn = async (...given: Parameters<typeof lintText>): Promise<string[]> =>
  (await lintText(...given)).map(({ rule }) => rule);

/** Where the first finding is. */
const placeOf = async (...given: Parameters<typeof lintText>): Promise<string> => {
  const [first] = await lintText(...given);
  return `${first?.file}:${first?.line}:${first?.column} ${first?.rule}`;
};

const slot = (...templates: string[]): string =>
  `<div data-sk-slot="s">${templates.join("")}<p>Everybody</p></div>`;
const template = (when: string, inside = "x"): string =>
  `<template data-sk-when="${when}">${inside}</template>`;

test.each([
  ["false", "did(purchase)"],
  ["cart.value > 5 and cart.value < 3", "did(purchase)"],
  ["did(purchase)", "did( purchase )"],
  ["true", "did(purchase)"],
  ["did(purchase)", "did(purchase) and visitor.returning"],
  ["", "did(purchase)"],
])("of the alternatives %j and %j one can never be shown", async (first, second) => {
  expect(await rulesIn(slot(template(first), template(second)))).toEqual(["never-shown"]);
});

test("alternatives that may each be the first to hold are fine, and so is one that always holds at the end", async () => {
  expect(
    await rulesIn(slot(template("did(purchase)"), template("visitor.returning"), template("true"))),
  ).toEqual([]);
});

test("an alternative that is broken does not hide another that is", async () => {
  expect(await rulesIn(slot(template("cart.vallue > 5"), template("did(purchase")))).toEqual([
    "unknown-fact",
    "broken-expression",
  ]);
});

test("a template that is for the configuration to show needs no condition", async () => {
  expect(await rulesIn(slot('<template id="vip">x</template>'))).toEqual([]);
  expect(await rulesIn(slot("<template>x</template>"))).toEqual(["never-shown"]);
});

test("a template with a condition that stands in no slot is never shown", async () => {
  expect(await rulesIn(template("did(purchase)"))).toEqual(["never-shown"]);
});

test("a place is told in the source, past entities and line ends of Windows", async () => {
  const page = `<p>\r\n<b data-sk-when="top(category) = &quot;Caf&eacute;&quot;\r\n  and nope.at.all" hidden></b>`;
  expect(await placeOf(page)).toBe("page.html:3:7 unknown-fact");
});

test("a place in a configuration is told in the page, and in a file of its own past the escapes of JSON", async () => {
  const text = String.raw`{ "version": 1,
  "segments": { "a": "page.title = \"é\u00e9\" and nope.nope" } }`;
  expect(await placeOf(text, "shop.json")).toBe("shop.json:2:52 unknown-fact");
  expect(await placeOf(`<script type="application/json" data-sk-config>${text}</script>`)).toBe(
    "page.html:2:52 unknown-fact",
  );
});

test("broken JSON is told where it breaks", async () => {
  expect(await placeOf('{\n "version": 1,\n}', "shop.json")).toBe("shop.json:3:1 bad-json");
  expect(await placeOf(`<b data-sk-track="x" data-sk-item="{&quot;a&quot;: }"></b>`)).toBe(
    "page.html:1:52 bad-json",
  );
  for (const text of ["", "[]", "7", "{"])
    expect(await placeOf(text, "shop.json")).toMatch(/^shop\.json:1:[12] bad-json/);
});

test("a line of an expression is shown with its place underlined", async () => {
  const [found] = await lintText('<p data-sk-when="cart.vallue > 5" hidden>x</p>');
  expect(found!.excerpt).toBe("  cart.vallue > 5\n  ^^^^^^^^^^^");
  expect(found!.mend).toBe("Did you mean cart.value?");
});

test("pages without anything of ours have no findings, whatever else is wrong with them", async () => {
  expect(await rulesIn('<img src=a><a></a><p id=a><p id=a><h1><h5><b data-sku="1" data-skin="x">')).toEqual(
    [],
  );
});

test("what a server's program fills in is passed over", async () => {
  const page = `<script src="/shopkeeper.js" data-experiences="{{ names }}"></script>
    <div data-sk-product='{{ product | json }}' data-sk-when="{{ when }}"></div>
    <ul data-sk-rail="<?= $strategy ?>" style="min-height:1em"></ul>`;
  expect(await rulesIn(page)).toEqual([]);
});

test("segments are unknown only where it is known which there are", async () => {
  const used = `<p data-sk-when="segment('fan')" hidden>x</p>`;
  expect(await rulesIn(used)).toEqual([]);
  expect(await rulesIn(`<script src="/shopkeeper.js"></script>${used}`)).toEqual(["unknown-segment"]);
  const tag = '<script src="/shopkeeper.js" data-config="shop.json"></script>';
  const defined = '{ "version": 1, "segments": { "fan": "did(purchase)" } }';
  const files = (configuration: string) => ({
    "shop/page.html": tag + used,
    "shop/shop.json": configuration,
  });
  expect(await rulesIn(files(defined), "", {}, ["shop/page.html"])).toEqual([]);
  expect(await rulesIn(files('{ "version": 1 }'), "", {}, ["shop/page.html"])).toEqual(["unknown-segment"]);
  expect(await rulesIn({ "page.html": tag + used }, "", {}, ["page.html"])).toEqual(["unread-configuration"]);
});

test("a path from the root is found in the folders above the page", async () => {
  const files = {
    "dist/a/b/page.html": '<script src="/shopkeeper.js" data-config="/shop.json?v=2"></script>',
    "dist/shop.json": "{}",
  };
  expect(await placeOf(files, "", {}, ["dist/a/b/page.html"])).toBe("dist/shop.json:1:1 missing-key");
});

test("a page and its configuration are fetched, and the configuration by the page's address", async () => {
  const site: Record<string, string> = {
    "https://shop.example/a/": '<script src="/shopkeeper.js" data-config="../shop.json"></script>',
    "https://shop.example/shop.json": '{ "version": 2 }',
  };
  const fetch = async (address: string) => {
    if (!site[address]) throw new Error("answered 404");
    return { text: site[address], address };
  };
  expect(await placeOf({}, "", { fetch }, ["https://shop.example/a/"])).toBe(
    "https://shop.example/shop.json:1:3 wrong-value",
  );
  const complaints: string[] = [];
  const complain = (line: string) => complaints.push(line);
  expect(
    await run(["lint", "https://shop.example/b"], { read: () => "", say: () => {}, complain, fetch }),
  ).toBe(2);
  expect(complaints).toEqual(["https://shop.example/b: answered 404"]);
});

test("a target has to be in one of the pages that are checked together", async () => {
  const configuration = `<script type="application/json" data-sk-config>
    { "version": 1, "experiences": [{ "id": "seen", "kind": "rail", "target": "main > #rail" }] }</script>`;
  const files = { "a.html": configuration, "b.html": `${configuration}<main><div id="rail"></div></main>` };
  expect(await rulesIn(files, "", {}, ["a.html"])).toEqual(["target-not-found"]);
  expect(await rulesIn(files)).toEqual([]);
});

test("a selector that only a browser knows is not held against anybody", async () => {
  const trigger = (selector: string) =>
    `{ "version": 1, "experiences": [{ "id": "a", "kind": "popup", "content": {}, "trigger": "visible ${selector}" }] }`;
  const inPage = (selector: string) =>
    `<script type="application/json" data-sk-config>${trigger(selector)}</script>`;
  expect(await rulesIn(inPage("dialog:popover-open"))).toEqual([]);
  expect(await rulesIn(inPage("a >"))).toEqual(["bad-selector"]);
});

test("a configuration for all pages can be named", async () => {
  const files = {
    "page.html": `<p data-sk-when="segment('fan')" hidden>x</p>`,
    "shop.json": '{ "version": 1, "segments": { "fun": "did(purchase)" } }',
  };
  expect(await rulesIn(files, "", {}, ["page.html", "--config", "shop.json"])).toEqual(["unknown-segment"]);
});

test("a rule is silenced on an element, in a page, and for a run; or weighs otherwise", async () => {
  const wrong = '<button data-sk-do="forgot">x</button>';
  expect(await rulesIn(`<div data-sk-lint="off unknown-control, missing-alt">${wrong}</div>`)).toEqual([]);
  expect(await rulesIn(`<div data-sk-lint="off">${wrong}</div>`)).toEqual([]);
  expect(await rulesIn(`<div data-sk-lint="off missing-alt">${wrong}</div>`)).toEqual(["unknown-control"]);
  expect(await rulesIn(`<!-- sk-lint off unknown-control -->${wrong}`)).toEqual([]);
  const found = (rule: string) => lintText({ "page.html": wrong }, "", {}, ["page.html", "--rule", rule]);
  expect(await found("unknown-control=off")).toEqual([]);
  expect(await found("unknown-control: hint")).toMatchObject([{ severity: "hint" }]);
});

test("the exit code is 1 for errors alone, and 2 where something cannot be read or is not known", async () => {
  const pages: Record<string, string> = {
    error: '<b data-sk-nope="1"></b>',
    warning: '<div data-sk-product="{}"></div>',
    fine: "<p>",
  };
  const complaints: string[] = [];
  const shell = {
    read: (name: string) => pages[name] ?? expect.unreachable(),
    say: () => {},
    complain: (line: string) => complaints.push(line),
    find: (word: string) => (word in pages ? [word] : []),
  };
  expect(await run(["lint", "error"], shell)).toBe(1);
  expect(await run(["lint", "warning", "fine"], shell)).toBe(0);
  expect(complaints).toEqual([]);
  for (const words of [[], ["fine", "--rule", "missing-alts=off"], ["fine", "--nope"], ["nowhere"]])
    expect(await run(["lint", ...words], shell)).toBe(2);
  expect(complaints[1]).toMatch(/^There is no rule "missing-alts"\. Did you mean missing-alt\?/);
  expect(await run(["lint", "fine", "--rule", "missing-alt=loud"], shell)).toBe(2);
});

test("programs get all of it as JSON", async () => {
  const [found] = await lintText('<p data-sk-when="cart.vallue > 5" hidden>x</p>');
  expect(found).toEqual({
    file: "page.html",
    line: 1,
    column: 18,
    severity: "error",
    rule: "unknown-fact",
    message: "There is no fact cart.vallue.",
    mend: "Did you mean cart.value?",
    excerpt: "  cart.vallue > 5\n  ^^^^^^^^^^^",
  });
});

test("pictures in a slot are fine once their room is kept, by whomever", async () => {
  const picture = (style: string, size: string) =>
    `<div data-sk-slot="s" style="${style}">${template("did(purchase)", `<img src=a alt="" ${size}>`)}x</div>`;
  expect(await rulesIn(picture("", ""))).toEqual(["no-reserved-size"]);
  expect(await rulesIn(picture("", "width=4 height=3"))).toEqual([]);
  expect(await rulesIn(picture("", 'style="aspect-ratio: 4/3"'))).toEqual([]);
  expect(await rulesIn(picture("min-height: 20em", ""))).toEqual([]);
  expect(await rulesIn(picture("max-height: 20em", ""))).toEqual(["no-reserved-size"]);
});

test("an id may stand in two alternatives, but not in one and beside it", async () => {
  const inside = '<b id="a">x</b>';
  expect(
    await rulesIn(slot(template("did(purchase)", inside), template("visitor.returning", inside))),
  ).toEqual([]);
  expect(await rulesIn(`${slot(template("did(purchase)", inside))}<i id="a"></i>`)).toEqual(["duplicate-id"]);
  expect(await rulesIn(slot(template("did(purchase)", inside + inside)))).toEqual(["duplicate-id"]);
});

test("options of ready-made experiences are checked as what they say", async () => {
  const tag = (options: string) => `<script src="/shopkeeper.js" ${options}></script><main></main>`;
  expect(await rulesIn(tag('data-idle-help-after="2s"'))).toEqual(["popup-on-load"]);
  expect(await rulesIn(tag('data-idle-help-after="soon"'))).toEqual(["unknown-trigger"]);
  expect(await rulesIn(tag('data-welcome-back-when="visitor.retuning"'))).toEqual(["unknown-fact"]);
  expect(await rulesIn(tag('data-recently-viewed-into="main" data-consent="auto"'))).toEqual([]);
  expect(await rulesIn(tag('data-consent="yes"'))).toEqual(["wrong-value"]);
});

test("a ready-made experience of the configuration has a name and options that there are", async () => {
  const rules = (experience: object) =>
    rulesIn(JSON.stringify({ version: 1, experiences: [experience] }), "shop.json");
  expect(await rules({ use: "exit-offer", code: "STAY5", pages: ["home"] })).toEqual([]);
  expect(await rules({ use: "exit-ofer", code: "STAY5" })).toEqual(["unknown-experience"]);
  expect(await rules({ use: "exit-offer", coed: "STAY5" })).toEqual(["unknown-key"]);
});

test("a comment that quotes us, a script of another and an unknown attribute of a tag are nobody's fault", async () => {
  const page = `<!-- <div data-sk-nope> --><script src="/app.js" data-config="x"></script>
    <script src="/shopkeeper.min.js" data-cfasync="false" nonce="x"></script>`;
  expect(await rulesIn(page)).toEqual([]);
});

test("what an experiment says is checked, and where it is asked for", async () => {
  const even = '"variations": { "a": 1, "b": 1 }';
  const experiments = (text: string, page = "<main></main>") =>
    `<script type="application/json" data-sk-config>{ "version": 1, "experiments": { ${text} } }</script>
     <script src="/shopkeeper.js"></script>${page}`;
  for (const [text, ...rules] of [
    [`"hero": { ${even}, "coverage": 0.5, "seed": "x", "namespace": ["page", 0, 0.5], "goal": "purchase" }`],
    [`"hero": { ${even}, "wieghts": 3 }`, "unknown-key"],
    ['"hero": { "variations": { "a": -1, "b": 1 } }', "wrong-value"],
    ['"hero": { "variations": { "a": 0, "b": 0 } }', "wrong-value"],
    ['"hero": {}', "missing-key"],
    ['"hero": 50', "wrong-value"],
    [`"holdout": { ${even} }`, "wrong-value"],
    [`"hero": { ${even}, "coverage": 20, "hashVersion": 3 }`, "wrong-value", "wrong-value"],
    [`"hero": { ${even}, "when": "visitor.retuning" }`, "unknown-fact"],
  ] as [string, ...string[]][])
    expect(await rulesIn(experiments(text))).toEqual(rules);
  const hero = `"hero": { ${even} }`;
  expect(await rulesIn(experiments(hero, '<div data-sk-experiment="hero">x</div>'))).toEqual([]);
  expect(await rulesIn(experiments(hero, '<div data-sk-experiment="heros">x</div>'))).toEqual([
    "unknown-experiment",
  ]);
});
