import type { Content, Place } from "@shopkeeper/engine";
import { cloneTemplate } from "./clone-template.ts";
import { create, listen, targetOf } from "../dom/elements.ts";
import { safeAddress } from "./safe-address.ts";
import { createHost } from "./shadow-host.ts";
import { type Fact, fillText } from "./text.ts";
import type { Undo } from "../dom/undo.ts";
import { english } from "../words/english.ts";
import type { Words } from "../words/words.ts";

/** What stands in a message or a pop-up: texts of the configuration, or a merchant's template. */
export interface Filling {
  content?: Content | undefined;
  template?: HTMLTemplateElement | undefined;
  /** Makes what stands in the place of a template. */
  light?: (() => Element | undefined) | undefined;
  fact: Fact;
  /** @default English */
  words?: Partial<Words> | undefined;
}

/**
 * Hears what becomes of something that is shown: it has come into view, its action or a link of the template has been
 * followed, the shopper has closed it, or has used `data-sk-do="convert"`.
 */
export type Told = (act: "view" | "click" | "dismiss" | "convert") => void;

/**
 * A box with a close button, which is the first that the keyboard comes to; then what it says, then its action.
 * A dialog has a heading; a message does not change the page's outline.
 *
 * @param element Its name and its role.
 * @returns `undefined` where a fact is unknown, so that there is nothing to say.
 */
export function createBox(
  place: Place | "inline",
  [tag, role]: [tag: string, role: string],
  { content = {}, template, light: make, fact, words }: Filling,
): { host: HTMLElement; box: HTMLElement } | undefined {
  const part = (tag: string, name: string, text = "", href?: string) => {
    const filled = fillText(text, fact);
    return filled ? [create(tag, { part: name, href }, filled)] : [];
  };
  const light = make ? make() : template && cloneTemplate(template);
  const href = safeAddress(content.action?.url);
  const title = part(role === "dialog" ? "h2" : "b", "title", content.title);
  const text = create("div", { part: "text" }, ...title, ...part("p", "body", content.body), create("slot"));
  if (make ? !light : !light && !text.textContent) return undefined;
  const label = title[0] ?? light?.querySelector("h1,h2,h3") ?? light ?? text;
  const box = create(
    tag,
    {
      part: `box ${place}`,
      role,
      "aria-label": label.textContent!.replace(/\s+/g, " ").trim().slice(0, 99),
    },
    create("button", { part: "close", type: "button", "aria-label": words?.close ?? english.close }, "×"),
    text,
    ...(href ? part("a", "action", content.action?.label, href) : []),
  );
  const host = createHost("shopkeeper-overlay", box);
  if (light) host.append(light);
  return { host, box };
}

/** Follows what the shopper does in a box, and takes it away then. */
export const watchBox = (box: HTMLElement, undo: Undo, told: Told): Undo =>
  listen(box, "click", (event) => {
    const control = targetOf(event, "a,[part=close],[data-sk-do],[part~=box]");
    const word = control?.dataset.skDo;
    if (control === box) return;
    if (word === "convert" || (!word && control?.localName === "a")) {
      // After the browser has followed the link.
      setTimeout(undo);
      told(word ? "convert" : "click");
    } else {
      undo();
      told("dismiss");
    }
  });
