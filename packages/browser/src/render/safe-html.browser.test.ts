import { afterEach, expect, test, vi } from "vitest";
import { safeHtml, type Purify } from "./safe-html.ts";

const absent = (): Promise<Purify> => Promise.reject(new Error("not needed"));
const { setHTML } = Element.prototype as { setHTML?: unknown };
afterEach(() => Object.assign(Element.prototype, { setHTML }));

const written = async (html: string): Promise<string> => (await safeHtml(html, absent)).innerHTML;

test("what a merchant means stays", async () => {
  const html =
    '<h2 class="big" id="x">20 % off</h2><p style="color:red" data-sk-text="{profile.name}">x</p><img src="/x.png" alt="x">' +
    '<form action="/search"><label>x <input name="q" type="search" required=""></label><button>Go</button></form>' +
    '<a href="/sale" target="_blank">Sale</a><button data-sk-do="dismiss" aria-label="Close">×</button>';
  expect(await written(html)).toBe(html);
});

test.each([
  ["<script>x()</script>y", "y"],
  ["<img src=x onerror=x()>", '<img src="x">'],
  ['<a href="javascript:x()">y</a>', "<a>y</a>"],
  ["<p @click=x() x-init=x() ng-click=x()>y</p>", "<p>y</p>"],
  ["<object data=x></object><embed src=x><base href=x><meta><link rel=stylesheet href=x>y", "y"],
  ["<iframe srcdoc=x></iframe>y", "y"],
  ["<x-cart>y</x-cart>", ""],
  ["<svg><use href=#a></use></svg>", "<svg></svg>"],
])("%s becomes %s", async (html, clean) => {
  expect(await written(html)).toBe(clean);
});

test("where the browser has no such thing, what is loaded for it does it, and the same is left out after it", async () => {
  Reflect.deleteProperty(Element.prototype, "setHTML");
  const purify = vi.fn((html: string) => document.createRange().createContextualFragment(html));
  expect((await safeHtml('<a href="javascript:x()">y</a><link>', async () => purify)).innerHTML).toBe(
    "<a>y</a>",
  );
  expect(purify).toHaveBeenCalledOnce();
});

test("where neither is to be had there is an error, and no HTML", async () => {
  Reflect.deleteProperty(Element.prototype, "setHTML");
  await expect(safeHtml("<b>x</b>")).rejects.toThrow("purify");
  await expect(safeHtml("<b>x</b>", absent)).rejects.toThrow("not needed");
});
