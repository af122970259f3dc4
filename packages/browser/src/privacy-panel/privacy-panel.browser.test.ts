import { afterEach, expect, test, vi } from "vitest";
import type { Shopkeeper } from "../api.ts";
import { create } from "../dom/elements.ts";
import type { PanelWorld } from "./panel-world.ts";
import { showPrivacyPanel } from "./privacy-panel.ts";
import type { LoadTexts } from "./texts.ts";
import { texts as arabic } from "./texts/arabic.ts";
import { texts as german } from "./texts/german.ts";

const html = document.documentElement;
const parts: Record<string, object> = {
  "privacy-panel-de": { texts: german },
  "privacy-panel-ar": { texts: arabic },
};
const event = (name: string, parameters: object) => ({ name, ts: Date.now(), visit: 1, ...parameters });
const events = [
  event("view_item", {
    items: [{ item_id: "tote", item_name: "Boat tote (M)", price: 89, currency: "EUR" }],
  }),
  event("search", { search_term: "wool" }),
];

/** A panel on a page in a language; `load` brings its texts. */
function panelIn(lang: string, dir: string, given: Partial<PanelWorld> = {}) {
  html.lang = lang;
  html.dir = dir;
  const load = vi.fn(async (name: string) => {
    if (!parts[name]) throw new Error("404");
    return parts[name];
  });
  const shop = {
    events: async () => events,
    segments: () => [],
    status: () => ({ consent: { personalization: "granted" } }),
    on: () => () => {},
  } as unknown as Shopkeeper;
  const element = create("div", {}, "The shop’s own words");
  document.body.append(element);
  const world: PanelWorld = {
    shop,
    amend: async () => [] as never,
    load: load as unknown as LoadTexts,
    ...given,
  };
  const undo = showPrivacyPanel(element, world);
  const root = element.shadowRoot!;
  const panel = (): HTMLElement | null => root.querySelector("[part=panel]");
  return { shop, element, root, panel, load, undo };
}

afterEach(() => {
  document.body.replaceChildren();
  html.lang = html.dir = "";
});

test("speaks the language of the page, whose file is loaded when the panel opens", async () => {
  const { panel, load } = panelIn("de-AT", "");
  await vi.waitFor(() => expect(panel()?.textContent).toContain("Angesehene Produkte"));
  expect(load.mock.calls).toEqual([["privacy-panel-de"]]);
  expect(panel()!.textContent).toContain("„wool“");
  expect(panel()!.hasAttribute("lang")).toBe(false);
  expect([...panel()!.querySelectorAll("[aria-label]")].map((each) => each.ariaLabel)).toContain(
    "Vergessen, dass Sie Boat tote (M) angesehen haben",
  );
});

test("loads nothing on an English page", async () => {
  const { panel, load } = panelIn("en-GB", "");
  await vi.waitFor(() => expect(panel()?.textContent).toContain("Products you looked at"));
  expect(load).not.toHaveBeenCalled();
  expect(panel()!.hasAttribute("dir")).toBe(false);
});

test("runs from right to left as the page does, and keeps names and prices in their own order", async () => {
  const { panel } = panelIn("ar", "rtl");
  await vi.waitFor(() => expect(panel()?.textContent).toContain("منتجات شاهدتها"));
  expect(panel()!.hasAttribute("dir")).toBe(false);
  expect(getComputedStyle(panel()!).direction).toBe("rtl");
  const line = panel()!.querySelector("[part=line]")!;
  const [name, forget] = [line.querySelector("bdi")!, line.querySelector("button")!].map((each) =>
    each.getBoundingClientRect(),
  );
  expect(forget!.right).toBeLessThan(name!.left);
  // The closing bracket would else go to the other end.
  expect(getComputedStyle(line.querySelector("bdi")!).unicodeBidi).toBe("isolate");
  for (const piece of line.querySelectorAll("[part=detail] bdi")) expect(piece.textContent).not.toBe("");
});

test("is English, and marked so, where its file cannot be loaded", async () => {
  for (const load of [undefined, (() => Promise.reject(new Error("404"))) as unknown as LoadTexts]) {
    const { panel, element } = panelIn("ar", "rtl", { load });
    await vi.waitFor(() => expect(panel()?.textContent).toContain("Products you looked at"));
    expect([panel()!.lang, panel()!.dir]).toEqual(["en", "ltr"]);
    element.remove();
  }
});

test("shows the shop's own words until its texts have come, and again when it is taken back meanwhile", async () => {
  let come = (): void => {};
  const load = (() =>
    new Promise((resolve) => (come = () => resolve({ texts: german })))) as unknown as LoadTexts;
  const { element, root, panel, undo } = panelIn("de", "", { load });
  const slot = (): HTMLSlotElement | null => root.querySelector("slot");
  expect(slot()?.assignedNodes()).toEqual([...element.childNodes]);
  undo();
  await vi.waitFor(() => come());
  come();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(panel()).toBeNull();
  expect(slot()?.assignedNodes()).toEqual([...element.childNodes]);
});

test("takes the language of the nearest element around it, and the shop's own words over ours", async () => {
  html.lang = "en";
  document.body.lang = "de";
  const { panel } = panelIn("en", "", { words: { "privacy.forget": "Entfernen" } });
  await vi.waitFor(() => expect(panel()?.textContent).toContain("Angesehene Produkte"));
  expect(panel()!.querySelector("[data-forget]")!.textContent).toBe("Entfernen");
  document.body.removeAttribute("lang");
});

test("tells the shop what goes wrong, and nothing else breaks", async () => {
  const broken = (): never => {
    throw new Error("broken");
  };
  const { shop } = panelIn("en", "");
  for (const name of ["on", "status", "events"] as const) {
    const report = vi.fn();
    const { element, root } = panelIn("en", "", { report, shop: { ...shop, [name]: broken } });
    await vi.waitFor(() => expect(report).toHaveBeenCalledWith(new Error("broken")));
    if (name !== "on") expect(root.querySelector("slot")?.assignedNodes()).toEqual([...element.childNodes]);
  }
});
