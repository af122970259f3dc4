import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showAlternative } from "../render/slot.ts";
import { findingsIn, lintPage } from "./lint-page.ts";

/** Puts a merchant's HTML into the page. */
function write(html: string): HTMLElement {
  const main = document.createElement("main");
  main.innerHTML = html;
  document.body.append(main);
  return main;
}

const rulesIn = (...given: Parameters<typeof findingsIn>) => findingsIn(...given).map(({ rule }) => rule);

beforeEach(() => document.querySelector("main")?.remove());
afterEach(() => void vi.restoreAllMocks());

test("what is wrong in the page is told with its element", () => {
  const main = write('<p data-sk-when="cart.vallue > 5" hidden>x</p>');
  const [found] = findingsIn();
  expect(found).toMatchObject({ rule: "unknown-fact", mend: "Did you mean cart.value?" });
  expect(found!.spot.element!.origin).toBe(main.querySelector("p"));
});

test("what stands in templates is looked into, and what we show is not", () => {
  const main = write(`<div data-sk-slot="a">
    <template data-sk-when="did(purchase)"><b id="b"><img src="data:," width="1" height="1"></b></template>Everybody</div>`);
  expect(rulesIn()).toEqual(["missing-alt"]);
  const undo = showAlternative(main.querySelector("div")!, main.querySelector("template")!);
  expect(rulesIn()).toEqual(["missing-alt"]);
  undo!();
});

test("the style sheets of the page count", () => {
  const main = write(`<ul data-sk-rail="cart"></ul>`);
  main.style.position = "absolute";
  main.style.top = "0";
  expect(rulesIn()).toEqual(["no-reserved-size"]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[data-sk-rail] { min-height: 12em }");
  document.adoptedStyleSheets.push(sheet);
  expect(rulesIn()).toEqual([]);
  document.adoptedStyleSheets.pop();
  main.style.top = "9000px";
  expect(rulesIn()).toEqual([]);
});

test("what createShopkeeper was given is checked too, but for what is no configuration", () => {
  write("<p data-sk-when=\"segment('fan')\" hidden>x</p>");
  const options = { consent: "granted", load: () => Promise.reject(new Error("none")) } as const;
  expect(rulesIn({ ...options, segments: { fan: "did(purchase)" } })).toEqual([]);
  expect(rulesIn({ ...options, segments: { fun: "did(purchase)" }, experiences: ["idle-hlp"] })).toEqual([
    "unknown-experience",
    "unknown-segment",
  ]);
});

test("a form's field that hides what a form is asked for hides nothing from us", () => {
  write(
    '<form data-sk-nope><input name="attributes"><input name="childNodes"><b data-sk-do="forgot"></b></form>',
  );
  expect(rulesIn()).toEqual(["unknown-attribute", "misplaced-attribute", "unknown-control"]);
});

test("it is told in the console, and the page is left as it was", () => {
  const main = write('<button data-sk-do="forgot">x</button>');
  const before = main.outerHTML;
  const table = vi.spyOn(console, "table").mockReturnValue();
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const info = vi.spyOn(console, "info").mockReturnValue();
  lintPage();
  expect(table).toHaveBeenCalledOnce();
  expect(warn).toHaveBeenCalledWith(
    'error unknown-control: There is no act "forgot". → Did you mean forget?',
    main.querySelector("button"),
  );
  expect(main.outerHTML).toBe(before);
  main.remove();
  lintPage();
  expect(info).toHaveBeenCalledWith("[shopkeeper] lint: nothing to mend");
});
