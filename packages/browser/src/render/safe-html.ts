import { clean } from "./clone-template.ts";
import { create } from "../dom/elements.ts";

/** Makes a fragment of HTML without anything that runs, in a browser that cannot do so itself. */
export type Purify = (html: string) => DocumentFragment;

// The browser's own list is for text: https://wicg.github.io/sanitizer-api/#built-in-safe-default-configuration
const ELEMENTS =
  "img picture source video audio track figure form label input button select option optgroup textarea fieldset legend output details summary dialog progress meter style";
const ATTRIBUTES =
  "class id style role part slot hidden tabindex src srcset sizes alt width height loading decoding poster controls muted loop playsinline target rel action method name value type for placeholder required checked selected disabled autocomplete inputmode min max step pattern rows cols open aria-label aria-labelledby aria-describedby aria-hidden aria-live aria-current aria-expanded aria-controls aria-pressed";

type Host = typeof globalThis & { Sanitizer?: new () => Sanitizer };
type Safe = HTMLTemplateElement & { setHTML?: (html: string, options: { sanitizer: Sanitizer }) => void };

/**
 * Makes a template of HTML that a configuration brings as a text. The browser takes out what runs, by its Sanitizer API,
 * else DOMPurify does; then, so that the same is allowed in both and in a merchant's own template, what
 * {@link cloneTemplate} leaves out is taken out too. A text is never made HTML in another way.
 *
 * @param load Brings DOMPurify; called only where the browser has no `setHTML`.
 * @throws Where neither is to be had: then nothing can be shown.
 * @example const { content } = await safeHtml("<b>20 %</b> off", () => load("purify").then((part) => part.purify));
 */
export async function safeHtml(html: string, load?: () => Promise<Purify>): Promise<HTMLTemplateElement> {
  // Its content is asleep: no picture is fetched and no element of the shop's own awakes before it is clean.
  const template: Safe = create("template");
  const { Sanitizer } = globalThis as Host;
  if (typeof template.setHTML === "function" && typeof Sanitizer === "function") {
    const sanitizer = new Sanitizer();
    for (const name of ELEMENTS.split(" ")) sanitizer.allowElement(name);
    for (const name of ATTRIBUTES.split(" ")) sanitizer.allowAttribute(name);
    sanitizer.setDataAttributes(true);
    template.setHTML(html, { sanitizer });
  } else {
    if (!load) throw new Error("content.html: this browser needs the part purify, which could not be loaded");
    template.content.append((await load())(html));
  }
  clean(template.content);
  return template;
}
