import { afterEach, describe, expect, test } from "vitest";
import { alternativesOf, showAlternative, showInstead } from "./slot.ts";

afterEach(() => document.body.replaceChildren());

/** Markup of the test, in the page. */
function page(markup: string): HTMLElement {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as HTMLElement;
}
const shows = (element: Element | null) => !!element?.getClientRects().length;
const template = (markup: string) => {
  const made = document.createElement("template");
  made.innerHTML = markup;
  return made;
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

for (const tag of ["div", "section", "h1", "ul", "a", "button", "my-hero"]) {
  test(`in <${tag}> an alternative shows in place of the default, and undo gives the very same back`, () => {
    const host = page(`<${tag}><i class="one">One</i> and <i class="two">two</i></${tag}>`);
    const before = document.body.innerHTML;
    const nodes = [...host.childNodes];

    const undo = showAlternative(host, template("<i class=other>Other</i>"))!;
    expect(shows(host.querySelector(".other"))).toBe(true);
    expect(shows(host.querySelector(".one"))).toBe(false);
    expect(host.innerText.trim()).toBe("Other");

    undo();
    expect(document.body.innerHTML).toBe(before);
    expect([...host.childNodes]).toEqual(nodes);
    expect(shows(host.querySelector(".one")) && shows(host.querySelector(".two"))).toBe(true);
    expect(host.innerText).toMatch(/One and two/);
  });
}

test("undo twice is undo once", () => {
  const host = page("<div><p>Default</p></div>");
  const undo = showInstead(host, [document.createElement("b")])!;
  undo();
  const again = showInstead(host, [document.createElement("i")])!;
  undo();
  expect(host.querySelector("i")).not.toBeNull();
  expect(shows(host.querySelector("p"))).toBe(false);
  again();
  expect(shows(host.querySelector("p"))).toBe(true);
});

test("the shop's own styles reach the alternative", () => {
  const host = page("<div><p>Default</p></div>");
  const style = document.createElement("style");
  style.textContent = ".sale { color: rgb(1, 2, 3) }";
  document.body.append(style);
  showAlternative(host, template('<p class="sale">Sale</p>'));
  expect(getComputedStyle(host.querySelector(".sale")!).color).toBe("rgb(1, 2, 3)");
});

for (const tag of ["div", "ul"]) {
  test(`in <${tag}> default children that a framework adds, moves and removes meanwhile do not show, and are there after undo`, async () => {
    const host = page(`<${tag}><li id="a">A</li><li id="b">B</li></${tag}>`);
    const [a, b] = [...host.children] as [Element, Element];
    const undo = showInstead(host, [document.createElement("em")])!;
    const c = document.createElement("li");
    c.textContent = "C";
    host.insertBefore(c, a);
    host.insertBefore(b, a);
    host.removeChild(a);
    await settled();
    expect([c, b].map(shows)).toEqual([false, false]);
    undo();
    expect(host.outerHTML).toBe(`<${tag}><li>C</li><li id="b">B</li></${tag}>`);
    expect([c, b].map(shows)).toEqual([true, true]);
  });

  test(`in <${tag}> an alternative that the page takes out once is there again, and gone with undo`, async () => {
    const host = page(`<${tag}><li>Default</li></${tag}>`);
    const before = host.outerHTML;
    const undo = showInstead(host, [document.createElement("em")])!;
    host.querySelector("em")!.remove();
    await settled();
    expect(host.querySelector("em")).not.toBeNull();
    expect(shows(host.firstElementChild)).toBe(false);
    undo();
    expect(host.outerHTML).toBe(before);
  });

  test(`in <${tag}> the default shows again when somebody takes the alternative out again and again`, async () => {
    const host = page(`<${tag}><li>Default</li></${tag}>`);
    showInstead(host, [document.createElement("em")]);
    for (let times = 0; times < 9; times++) {
      host.querySelector("em")?.remove();
      await settled();
    }
    expect(shows(host.firstElementChild)).toBe(true);
    expect(host.querySelector("em")).toBeNull();
    expect(host.hasAttribute("data-sk-contested")).toBe(true);
  });
}

describe("in an element that a framework is still going to take over", () => {
  const hydrating = (markup: string) => page(`<div data-sk-hydrates>${markup}</div>`).firstElementChild!;
  const alternative = "<template><li class=other>Other</li></template>";
  const parsed = (markup: string) => {
    const host = hydrating(markup);
    return [host, host.querySelector("template")!] as const;
  };

  for (const tag of ["div", "ul", "a", "button"])
    test(`a <${tag}> shows its alternative, and nothing in its markup tells`, () => {
      const [host, template] = parsed(`<${tag} data-sk-slot>${alternative}<i>Default</i></${tag}>`);
      const before = host.outerHTML;
      const nodes = [...host.childNodes];
      const undo = showAlternative(host, template)!;
      expect(shows(host.querySelector(".other"))).toBe(true);
      expect(shows(host.querySelector("i"))).toBe(false);
      expect([...host.childNodes]).toEqual(nodes);
      expect(host.outerHTML).toBe(before);
      undo();
      expect(shows(host.querySelector("i"))).toBe(true);
      expect(template.childNodes.length).toBe(0);
      expect(host.outerHTML).toBe(before);
    });

  test("the shop's `!important` does not show the default beside it, and its styles reach the alternative", () => {
    const style = document.createElement("style");
    style.textContent = "i { display: block !important } .other { color: rgb(1, 2, 3) }";
    const [host, template] = parsed(`<div data-sk-slot>${alternative}<i>Default</i></div>`);
    document.body.append(style);
    showAlternative(host, template);
    expect(shows(host.querySelector("i"))).toBe(false);
    expect(getComputedStyle(host.querySelector(".other")!).color).toBe("rgb(1, 2, 3)");
  });

  test("bare text, which no style can hide, and an element without a template wait", () => {
    const [host, template] = parsed(`<div data-sk-slot>${alternative}Default</div>`);
    const before = host.outerHTML;
    expect(showAlternative(host, template)).toBeUndefined();
    expect(showInstead(hydrating("<p>Default</p>"), [new Text("Other")])).toBeUndefined();
    expect(host.outerHTML).toBe(before);
  });
});

for (const tag of ["div", "ul"])
  test(`in <${tag}> what the shop puts in the place of it all stays, and shows`, async () => {
    const host = page(`<${tag}><li>Default</li></${tag}>`);
    const undo = showInstead(host, [document.createElement("li")])!;
    const own = Object.assign(document.createElement("li"), { textContent: "The shop's newest" });
    host.replaceChildren(own);
    await settled();
    expect([...host.childNodes]).toEqual([own]);
    expect(shows(own)).toBe(true);
    undo();
    expect([...host.childNodes]).toEqual([own]);
  });

test("a custom element keeps its shadow root to itself", () => {
  const host = page("<late-card><p>Default</p></late-card>");
  const undo = showInstead(host, [document.createElement("em")])!;
  customElements.define(
    "late-card",
    class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
      }
    },
  );
  expect(host.shadowRoot).not.toBeNull();
  expect(shows(host.querySelector("p"))).toBe(false);
  undo();
  expect(shows(host.querySelector("p"))).toBe(true);
});

test("an alternative of bare text shows", () => {
  const host = page("<div>Default</div>");
  showAlternative(host, template("Only words"));
  expect(host.innerText).toBe("Only words");
});

test("alternatives are the templates among the children, in order", () => {
  const host = page(
    "<div><template id=one></template><p><template></template></p><template id=two></template></div>",
  );
  expect(alternativesOf(host)?.map(({ id }) => id)).toEqual(["one", "two"]);
});
