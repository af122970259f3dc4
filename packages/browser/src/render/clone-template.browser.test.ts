import { afterEach, expect, test } from "vitest";
import { cloneTemplate } from "./clone-template.ts";

const ran = window as typeof window & { ran?: string[] };
const frame = (content: DocumentFragment | HTMLElement) => {
  const host = document.createElement("div");
  host.append(content);
  document.body.append(host);
  return host;
};
afterEach(() => {
  ran.ran = [];
  document.body.replaceChildren();
});

/** Clicks, focuses and waits, so that whatever can run does. */
async function provoke(host: HTMLElement) {
  // A form that would only leave the page stays.
  host.addEventListener("submit", (event) => {
    const button = (event as SubmitEvent).submitter as HTMLButtonElement;
    if (!button.formAction.startsWith("javascript:")) event.preventDefault();
  });
  for (const element of host.querySelectorAll<HTMLElement>("*")) {
    if (element instanceof HTMLAnchorElement && !/^javascript:/i.test(element.href)) continue;
    if (element.localName === "form") continue;
    for (const type of ["click", "mouseover", "focus", "toggle"]) element.dispatchEvent(new MouseEvent(type));
    element.click?.();
  }
  await new Promise((resolve) => setTimeout(resolve, 150));
}

const payload = (name: string) =>
  `(top.ran||=[]).push('${name}');(parent.ran||=[]).push('${name}');(window.ran||=[]).push('${name}')`;
const vectors: Record<string, string> = {
  "a script": `<script>${payload("a script")}</script>`,
  "a script in a picture": `<svg><script>${payload("a script in a picture")}</script></svg>`,
  "a failing image": `<img src="/nothing" onerror="${payload("a failing image")}">`,
  "a handler in capitals": `<p ONCLICK="${payload("a handler in capitals")}">x</p>`,
  "a picture that loads": `<svg onload="${payload("a picture that loads")}"></svg>`,
  "a script address": `<a href="javascript:${payload("a script address")}">x</a>`,
  "a script address in disguise": `<a href=" &#1;java\tscr\nipt:${payload("a script address in disguise")}">x</a>`,
  "a script address on a button": `<form><button formaction="javascript:${payload("a script address on a button")}">x</button></form>`,
  "a frame with a document": `<iframe srcdoc="<script>${payload("a frame with a document")}</script>"></iframe>`,
  "a frame with a script address": `<iframe src="javascript:${payload("a frame with a script address")}"></iframe>`,
  "an object": `<object data="javascript:${payload("an object")}"></object>`,
  "a form that hides its attributes": `<form onclick="${payload("a form that hides its attributes")}"><input name="attributes"><input name="removeAttribute"></form>`,
  details: `<details open ontoggle="${payload("details")}">x</details>`,
};

for (const [name, markup] of Object.entries(vectors)) {
  test(`${name} in a template does not run`, async () => {
    const template = document.createElement("template");
    template.innerHTML = `<p>Words</p>${markup}`;
    const host = frame(cloneTemplate(template));
    await provoke(host);
    expect(ran.ran ?? []).toEqual([]);
    expect(host.textContent).toContain("Words");
  });
}

test("the same vectors run where a template is merely cloned, so that these tests mean something", async () => {
  const fired = new Set<string>();
  for (const markup of Object.values(vectors)) {
    const template = document.createElement("template");
    template.innerHTML = markup;
    await provoke(frame(document.importNode(template.content, true)));
    for (const name of ran.ran ?? []) fired.add(name);
  }
  expect(fired.size).toBeGreaterThan(8);
});

test("what a merchant may write stays: classes, styles, data, addresses, pictures in the page", () => {
  const template = document.createElement("template");
  template.innerHTML =
    '<a class="x" style="color:red" data-on="1" href="/sale?from=online" title="once">' +
    '<img src="data:image/svg+xml,<svg/>" alt="on sale"></a><form action="/search"></form>';
  const before = template.innerHTML;
  expect(frame(cloneTemplate(template)).innerHTML).toBe(before);
  expect(template.innerHTML).toBe(before);
});

/** A template as a page brings it: what a script makes of a text has no scripts that run, and no roots that are declared. */
function declared(markup: string): HTMLTemplateElement {
  const page = document.createElement("div");
  page.setHTMLUnsafe(`<template>${markup}</template>`);
  return page.firstElementChild as HTMLTemplateElement;
}

test.each(["open", "closed"])("what runs in a root that is %s does not come along", async (mode) => {
  const root = `<div>Words<template shadowrootmode=${mode} shadowrootclonable><img src=/nothing onerror="${payload(mode)}"></template></div>`;
  const host = frame(cloneTemplate(declared(`${root}<p>More</p>`)));
  await provoke(host);
  expect(ran.ran ?? []).toEqual([]);
  expect(host.textContent).toContain("More");
  // To clone alone keeps it.
  await provoke(frame(document.importNode(declared(root).content, true)));
  await expect.poll(() => ran.ran).toContain(mode);
});

test("a template in a template is cleaned too, for a framework may clone it", () => {
  const copy = cloneTemplate(declared('<template><p onclick="x()">x</p><script></script></template>'));
  expect(copy.querySelector("template")!.innerHTML).toBe("<p>x</p>");
});

test.each([
  '<link rel="stylesheet" href="/x.css">',
  '<meta http-equiv="refresh" content="0;url=/x">',
  '<base href="/x/">',
  '<embed src="/x">',
  "<svg><a><animate attributeName=href values=javascript:x()></animate></a></svg>",
  "<svg><a><set attributeName=xlink:href to=javascript:x()></set></a></svg>",
])("%s is left out", (markup) => {
  const template = declared(markup);
  const { localName } = [...template.content.querySelectorAll("*")].at(-1)!;
  expect(cloneTemplate(template).querySelector(localName)).toBeNull();
});

test.each([
  '<a href="javascript:x()">x</a>',
  '<iframe src="data:text/html,x"></iframe>',
  '<iframe src="blob:https://shop.example/x"></iframe>',
  '<svg><use href="data:image/svg+xml,x"></use></svg>',
  '<svg><a xlink:href="javascript:x()"></a></svg>',
  '<x-frame data-src="javascript:x()"></x-frame>',
])("%s loses its address", (markup) => {
  const copy = cloneTemplate(declared(markup));
  expect([...copy.querySelectorAll("*")].flatMap((element) => [...element.attributes])).toEqual([]);
});

test("words stay, whatever they begin with, and so do addresses of apps, frames and elements of the shop's own", () => {
  const markup =
    '<a href="whatsapp://send" title="JavaScript: The Good Parts" aria-label="data: a book">x</a>' +
    '<iframe src="https://video.example/1"></iframe><x-cart is="x-y" @click="add()"></x-cart><style>p{}</style>' +
    '<svg><image href="data:image/png;base64,x"></image><circle r="4"><animate attributeName="r"></animate></circle></svg>';
  const host = document.createElement("div");
  host.append(cloneTemplate(declared(markup)));
  expect(host.innerHTML).toBe(markup);
});

test("an attribute that a script has named in capitals does not stop the cleaning", () => {
  const template = declared("<p>x</p><b onclick=x()>y</b>");
  template.content.firstElementChild!.setAttributeNS(null, "ONCLICK", "x()");
  const host = document.createElement("div");
  host.append(cloneTemplate(template));
  expect(host.innerHTML).toBe("<p>x</p><b>y</b>");
});

test("a copy does not ask for the focus, which a page gives to the first that does", () => {
  const template = document.createElement("template");
  template.innerHTML = "<input autofocus>";
  expect(cloneTemplate(template).querySelector("input")!.autofocus).toBe(false);
});
