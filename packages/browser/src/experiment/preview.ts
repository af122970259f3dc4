import type { Experiments } from "@shopkeeper/engine";
import { create, listen } from "../dom/elements.ts";
import { ownDocument } from "../dom/own-document.ts";
import type { Report } from "../dom/report.ts";
import type { Undo } from "../dom/undo.ts";
import { attempt } from "../remember/attempt.ts";
import { linkedPreview, PREVIEW } from "./linked-preview.ts";

const STYLES = `:host{all:initial;position:fixed;inset:auto 0 0;z-index:2147483647;pointer-events:none}
div{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;width:fit-content;max-width:calc(100% - 16px);box-sizing:border-box;margin:0 auto 8px;padding:4px 4px 4px 16px;border:1px solid;border-radius:12px;background:#111;color:#fff;font:14px/1.4 system-ui;pointer-events:auto}
button{min-height:44px;padding:0 16px;border:1px solid;border-radius:8px;background:none;color:inherit;font:inherit;cursor:pointer}
@media print{:host{display:none}}`;

/** Those who say what they are. They do not follow a fragment either, but some run what a page has kept. */
const CRAWLER = /bot|crawl|spider|slurp/i;

/** What a preview needs. */
export interface PreviewWorld {
  /** The shop's own word. */
  word: string;
  experiments: Experiments;
  report: Report;
}

/**
 * Gives whoever looks the variations that a link asks for, `#sk-preview=WORD/hero:bold/cta:control`, and shows that they
 * look at a preview. It is kept for this tab only, and out of the address, so that whoever copies that hands on none.
 *
 * @returns `undefined` where it is none after all.
 */
export function showPreview({ word, experiments, report }: PreviewWorld): Undo | undefined {
  const text = linkedPreview();
  const [given, ...parts] = (attempt(() => decodeURIComponent(text ?? "")) ?? "").split("/");
  const end = (): void => void attempt(() => sessionStorage.removeItem(PREVIEW));
  if (given !== word || !parts[0] || CRAWLER.test(navigator.userAgent)) return void end();
  const wanted = parts.map((part) => part.split(":") as [id: string, variation: string]);
  for (const [id, variation] of wanted) {
    const known = experiments.variationsOf(id);
    if (known?.includes(variation)) continue;
    const flaw = known ? `"${id}" has no "${variation}", only ${known.join(", ")}` : `there is no "${id}"`;
    report(new Error(`preview: ${flaw}`));
  }
  experiments.force(Object.fromEntries(wanted));
  attempt(() => sessionStorage.setItem(PREVIEW, text!));
  const plain = location.href.replace(/([#&])sk-preview=[^&]*&?/, "$1").replace(/[#&]$/, "");
  if (plain !== location.href) history.replaceState(history.state, "", plain);
  return showBadge(wanted.map((each) => each.join(": ")).join(", "), () => {
    end();
    location.reload();
  });
}

/** For people of the shop, and so in English only. */
function showBadge(what: string, end: () => void): Undo {
  const button = create("button", { type: "button" }, "End preview");
  const host = create("shopkeeper-preview");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  const said = create("span", {}, `Preview of ${what}. What you do here does not count.`);
  root.append(create("div", { role: "region", "aria-label": "Preview" }, said, button));
  const stop = listen(button, "click", end);
  (ownDocument.body ?? ownDocument.documentElement).append(host);
  return () => {
    stop();
    host.remove();
  };
}
