// A tour of the page, step by step: seldom needed, and so a file of its own that is loaded where one is due.
import { listen, matches, selectAll, targetOf } from "../dom/elements.ts";
import type { Report } from "../dom/report.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { guardedBy } from "../guard.ts";
import { announce } from "../overlays/announce.ts";
import { dress } from "../overlays/dress.ts";
import { onEscape } from "../overlays/escape.ts";
import { rememberFocus } from "../overlays/focus.ts";
import { watchRoutes } from "../read/watch-routes.ts";
import type { Told } from "../render/box.ts";
import { createHost } from "../render/shadow-host.ts";
import { type Fact, fillText } from "../render/text.ts";
import { watchElements } from "../render/watch-elements.ts";
import { whenSeen } from "../render/when-seen.ts";
import { whenFree } from "../trigger/hold.ts";
import { isDisplayed, isInViewport, showAt } from "./show-at.ts";
import { english } from "../words/english.ts";
import { createStepBox, type TourWords } from "./step-box.ts";
import { TOUR_STYLES } from "./styles.ts";
import { ownDocument } from "../dom/own-document.ts";

/** More than this nobody reads. */
const MOST = 6;

/** One step, as the configuration has it. Texts only, never HTML; `{profile.name|friend}` is filled in. */
export interface Step {
  /** A CSS selector of what it is about. Without one it stands in the middle of the page. */
  target?: string;
  title?: string;
  body?: string;
}

export interface TourWorld {
  /** Hears `"view"` once, then `"convert"` from who has gone to the end, or `"dismiss"` from who has closed it. */
  told: Told;
  fact: Fact;
  report: Report;
  /** @default English */
  words?: TourWords | undefined;
}

let sheet: CSSStyleSheet | undefined;

/**
 * Shows a tour of the page: one to six steps, each with a box that points at its target. The page stays usable, and the
 * focus where it is until the shopper goes on or back; then it goes into the box, and the page is scrolled to the target.
 *
 * A step whose target is not there, or whose text has a fact that is unknown, is left out. A tour whose first target is
 * out of view begins when the shopper comes to it. It ends with the page, also in a single-page app.
 *
 * @returns Takes it away; `undefined` where there is nothing to show.
 * @example showTour([{ title: "Welcome" }, { target: "#search", title: "Find it fast" }], { told, fact, report });
 */
export function showTour(
  steps: Step[],
  { told, fact, report, words = english }: TourWorld,
): Undo | undefined {
  const guarded = guardedBy(report);
  if (steps.length > MOST) report(new Error(`a tour has up to ${MOST} steps, got ${steps.length}`));
  const known = steps.slice(0, MOST).flatMap(({ target, title, body }) => {
    const texts = { title: fillText(title ?? "", fact), body: fillText(body ?? "", fact) };
    const isWhole = texts.title !== undefined && texts.body !== undefined && (texts.title || texts.body);
    return isWhole && guarded(() => !target || (matches(ownDocument.documentElement, target), true))()
      ? [{ target, title: texts.title || undefined, body: texts.body || undefined }]
      : [];
  });
  /** Of several, the one that is in view; `null` where it is not displayed. */
  const find = (step: Step): Element | undefined | null => {
    if (!step.target) return undefined;
    const all = selectAll(step.target).filter(isDisplayed);
    return all.find((element) => isInViewport(element, false)) ?? all[0] ?? null;
  };
  const available = () => known.filter((step) => find(step) !== null);
  const [first] = available();
  if (!first) return undefined;

  const undos: Undo[] = [];
  const undo = undoAll(undos);
  const begin = guarded(() => {
    const host = createHost("shopkeeper-tour");
    const root = host.shadowRoot!;
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(TOUR_STYLES);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    const leave = rememberFocus(host, false);
    ownDocument.documentElement.append(host);
    let current: Step = first;
    let hide: Undo | undefined;
    let hush: Undo | undefined;

    /** @param isAsked The shopper has asked for it: the page may move, and the focus too. */
    const show = (step: Step, isAsked: boolean): void => {
      const target = find(step) ?? undefined;
      const steps = available();
      const isInside = host.contains(ownDocument.activeElement);
      current = step;
      hush?.();
      hide?.();
      const box = createStepBox(step, steps.indexOf(step as never) + 1, steps.length, words);
      hide = showAt(root, box, target, lost);
      dress(host, box);
      if (isAsked && target && !isInViewport(target, true)) scrollTo(target);
      // The focus has it spoken; where that stays away, a live region does.
      if (isAsked || isInside) box.focus({ preventScroll: true });
      else hush = undoAll([() => root.querySelector("[part=status]")?.remove(), announce(host)]);
    };
    /** The step that follows in a direction, or the one before the first and after the last: none. */
    const beside = (direction: 1 | -1): Step | undefined => {
      const from = known.indexOf(current as never);
      const others = direction > 0 ? known.slice(from + 1) : known.slice(0, from).reverse();
      return others.find((step) => find(step) !== null);
    };
    const lost = guarded(() => {
      // A framework may have drawn the same thing anew.
      const step = find(current) ? current : (beside(1) ?? beside(-1));
      if (step) show(step, false);
      else undo();
    });
    const end = (act: "convert" | "dismiss"): void => {
      undo();
      told(act);
    };
    show(first, false);
    undos.push(
      () => hide?.(),
      () => hush?.(),
      listen(
        root,
        "click",
        guarded((event: Event) => {
          const part = targetOf(event, "button")?.getAttribute("part");
          const step = part === "back" ? beside(-1) : part === "action" ? beside(1) : undefined;
          if (step) show(step, true);
          else if (part === "action") end("convert");
          else if (part === "close") end("dismiss");
        }),
      ),
      onEscape(host, root.querySelector("[part~=box]")!, () => end("dismiss")),
      // The first to be undone, while it can be seen that the focus is inside.
      leave,
    );
    told("view");
  });

  undos.push(watchRoutes(window, undo));
  if (!first.target || isInViewport(find(first)!, true)) begin();
  else {
    const waiting: Undo[] = [];
    const stop = undoAll(waiting);
    const seen = (): void => {
      stop();
      undos.push(whenFree(begin));
    };
    undos.push(stop);
    waiting.push(
      watchElements([{ selector: first.target, met: (element) => whenSeen(element, seen, 0.2) }], report),
    );
  }
  return undo;
}

/** Only where somebody has asked for it. */
function scrollTo(target: Element): void {
  const isCalm = !matchMedia("(prefers-reduced-motion:no-preference)").matches;
  target.scrollIntoView({ block: "center", inline: "nearest", behavior: isCalm ? "instant" : "smooth" });
}
