import { afterEach, expect, test } from "vitest";

// What arrives in pieces over a network is written here piece by piece into the document of a frame, which runs the
// sources itself, as the page would.

const sources = ["watch-elements", "slot", "text", "when", "rail", "place", "is-parsed", "is-unseen"];
let frame: HTMLIFrameElement;
afterEach(() => frame.remove());

type Modules = typeof import("./watch-elements.ts") &
  typeof import("./slot.ts") &
  typeof import("./text.ts") &
  typeof import("./when.ts") &
  typeof import("./rail.ts") &
  typeof import("./place.ts") &
  typeof import("./is-parsed.ts") &
  typeof import("./is-unseen.ts");
interface Streamed {
  modules: Modules;
  document: Document;
  /** Writes a piece and lets two frames be painted. */
  write(piece: string): Promise<void>;
  end(): Promise<void>;
  /** What was to be seen, frame by frame, without repetitions. */
  seen: string[];
}

async function streamedPage(): Promise<Streamed> {
  frame = document.createElement("iframe");
  frame.style.cssText = "width:600px;height:400px";
  document.body.append(frame);
  const inner = frame.contentDocument!;
  const view = frame.contentWindow as Window & typeof globalThis & { modules?: Promise<Modules[]> };
  inner.open();
  const addresses = sources.map((name) => new URL(`./${name}.ts`, import.meta.url).href);
  inner.write(
    `<!doctype html><html><head><script>modules = Promise.all(${JSON.stringify(addresses)}.map((a) => import(a)))</script></head><body>`,
  );
  const modules = Object.assign({}, ...(await view.modules!)) as Modules;
  const seen: string[] = [];
  const watch = () => {
    const text = inner.body?.innerText.replace(/\s+/g, " ").trim() ?? "";
    if (text && text !== seen.at(-1)) seen.push(text);
    if (frame.isConnected) view.requestAnimationFrame(watch);
  };
  watch();
  const frames = () =>
    new Promise<void>((resolve) =>
      view.requestAnimationFrame(() => view.requestAnimationFrame(() => setTimeout(resolve))),
    );
  return {
    modules,
    document: inner,
    seen,
    write(piece) {
      inner.write(piece);
      return frames();
    },
    end() {
      inner.close();
      return frames();
    },
  };
}

const fail = (error: unknown) => {
  throw error;
};

/** Swaps every slot for its first alternative as soon as it is known. */
function swapSlots({ modules }: Streamed) {
  return modules.watchElements(
    [
      {
        selector: "[data-sk-slot]",
        met(host, fresh) {
          const alternatives = modules.alternativesOf(host);
          if (!alternatives) return undefined;
          const unseen = modules.isSlotUnseen(host, fresh);
          return alternatives[0] && unseen ? modules.showAlternative(host, alternatives[0]) : () => {};
        },
      },
    ],
    fail,
  );
}

for (const [tag, name] of [
  ["div", "a shadow root"],
  ["ul", "children hidden one by one"],
] as const) {
  test(`a slot with ${name} never paints its default, however the page arrives`, async () => {
    const pieces =
      `<p>Header</p><${tag} data-sk-slot=hero><template data-sk-when=x><p>Alter|native</p></temp|late>|` +
      `<p>De|fault</p>|<p>More</p>|</${tag}>|<p>Footer</p>`;
    const page = await streamedPage();
    swapSlots(page);
    for (const piece of pieces.split("|")) await page.write(piece);
    await page.end();
    expect(page.seen.filter((text) => /Def?|More/.test(text))).toEqual([]);
    expect(page.seen.at(-1)).toBe("Header Alternative Footer");
  });
}

test("a slot whose default was painted before its templates came is left as it is", async () => {
  const page = await streamedPage();
  swapSlots(page);
  await page.write("<div data-sk-slot=hero><p>Default</p>");
  await page.write("<template data-sk-when=x><p>Alternative</p></template></div><p>Footer</p>");
  await page.end();
  expect(page.seen).toEqual(["Default", "Default Footer"]);
});

test("a slot that is there when the script comes after the first frame is left as it is", async () => {
  const slot =
    "<p>Header</p><div data-sk-slot=hero><template data-sk-when=x><p>Alternative</p></template><p>Default</p></div>";
  const page = await streamedPage();
  await page.write(slot);
  await page.end();
  swapSlots(page);
  expect(page.document.querySelector("div")!.innerText.trim()).toBe("Default");
});

test("a slot without a default is decided when something follows it", async () => {
  const page = await streamedPage();
  swapSlots(page);
  await page.write("<div data-sk-slot=hero><template data-sk-when=x><p>Alternative</p></template>");
  await page.write("</div><p>Footer</p>");
  expect(page.seen).toEqual(["Alternative Footer"]);
});

test("a slot at the very end is decided when the document is parsed", async () => {
  const page = await streamedPage();
  swapSlots(page);
  await page.write(
    "<p>Text</p><div data-sk-slot=hero><template data-sk-when=x><p>Alternative</p></template>",
  );
  await page.end();
  expect(page.seen.at(-1)).toBe("Text Alternative");
});

test("what is hidden by a condition is hidden from its first letter on", async () => {
  const page = await streamedPage();
  page.modules.watchElements(
    [{ selector: "[data-sk-when]", met: (element) => page.modules.showWhen(element, false) }],
    fail,
  );
  for (const piece of [
    "<p>Header</p><section data-sk-when=x style='display:flex'><p>Se",
    "cret</p>",
    "</section>",
  ])
    await page.write(piece);
  expect(page.seen).toEqual(["Header"]);
});

test("a text with facts is shown whole, never behind the default's first half", async () => {
  const page = await streamedPage();
  page.modules.watchElements(
    [
      {
        selector: "[data-sk-text]",
        met: (element) => page.modules.showText(element, element.getAttribute("data-sk-text")!, () => "Ada"),
      },
    ],
    fail,
  );
  await page.write('<h1 data-sk-text="Hello, {profile.name}">Welcome</h1><p>Text</p>');
  expect(page.seen).toEqual(["Hello, Ada Text"]);
  await page.write('<h1 data-sk-text="Bye, {profile.name}">Good');
  await page.write("bye</h1><p>End</p>");
  expect(page.seen.at(-1)).toBe("Hello, Ada Text Bye, Ada End");
});

test("what is appended to a place when its end is known never moves", async () => {
  const page = await streamedPage();
  const rail = page.document.createElement("aside");
  rail.textContent = "Rail";
  page.modules.watchElements(
    [
      {
        selector: "main",
        met: (main, fresh) =>
          page.modules.isParsed(main) ? page.modules.place(rail, main, "append", fresh) : undefined,
      },
    ],
    fail,
  );
  const tops: number[] = [];
  for (const piece of ["<main><p>One</p>", "<p>Two</p>", "</main><footer>Footer</footer>", "<p>End</p>"]) {
    await page.write(piece);
    tops.push(rail.getBoundingClientRect().top);
  }
  const bottom = page.document.querySelector("p + p")!.getBoundingClientRect().bottom;
  const footer = page.document.querySelector("footer")!.getBoundingClientRect().top;
  expect(tops[2]).toBeGreaterThanOrEqual(bottom);
  expect(tops[2]).toBeLessThan(footer);
  expect(tops).toEqual([0, 0, tops[2], tops[2]]);
});

test("a rail with a card shows products instead of its default", async () => {
  const page = await streamedPage();
  page.modules.watchElements(
    [
      {
        selector: "[data-sk-rail]",
        met: (container) =>
          page.modules.railOf(container) &&
          page.modules.showRail(container, [{ item_name: "Mug" }, { item_name: "Cup" }]),
      },
    ],
    fail,
  );
  const pieces =
    "<ul data-sk-rail=cart><template><li data-sk-field=na|me></li></template>|<li>Nothing| yet</li></ul><p>F|ooter</p>";
  for (const piece of pieces.split("|")) await page.write(piece);
  await page.end();
  expect(page.seen.filter((text) => text.includes("Nothing"))).toEqual([]);
  expect(page.seen.at(-1)).toBe("Mug Cup Footer");
});
