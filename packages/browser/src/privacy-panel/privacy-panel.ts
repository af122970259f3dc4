// The panel in which shoppers see what is remembered about them: seldom needed, and so a file of its own that is loaded
// where a page has a place for it.
import { create, listen, targetOf } from "../dom/elements.ts";
import { undoAll, type Undo } from "../dom/undo.ts";
import { amendBy } from "../remember/amend.ts";
import { draw, type Sight, type State } from "./draw.ts";
import { changeBy } from "./forget.ts";
import { headingLevel } from "./heading-level.ts";
import { linesOf, type Kind } from "./lines.ts";
import type { PanelWorld } from "./panel-world.ts";
import { STYLES } from "./styles.ts";
import { loadTexts, type Texts } from "./texts.ts";
import { wordingIn, type Wording } from "./wording.ts";
import { langAt } from "../words/language-of.ts";

/** Milliseconds. An element that is met again at once is not taken away and shown anew: that would lose the focus. */
const MOMENT = 100;

const panels = new WeakMap<Element, { world: PanelWorld; stay(): Undo }>();

/**
 * Shows the panel in an element, in place of its children.
 *
 * @throws Where the element can have no shadow root, as a list or one that has its own.
 */
export function showPrivacyPanel(element: Element, world: PanelWorld): Undo {
  const known = panels.get(element);
  if (known?.world === world) return known.stay();
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  // Its children are there until the panel is.
  root.replaceChildren(create("slot"));
  const stay = stayingIn(root, () => openWithTexts(element, root, world));
  panels.set(element, { world, stay });
  return stay();
}

/** Opens the panel when it is first wanted, and closes it when nobody has wanted it for a moment. */
function stayingIn(root: ShadowRoot, open: () => Undo): () => Undo {
  let close: Undo | undefined;
  let timer: unknown;
  let wanted = 0;
  const leave = (): void => {
    if (--wanted) return;
    timer = setTimeout(() => {
      close?.();
      close = undefined;
      root.replaceChildren(create("slot"));
    }, MOMENT);
  };
  return () => {
    clearTimeout(timer as number);
    wanted++;
    close ??= open();
    return undoAll([leave]);
  };
}

/** Opens the panel as soon as the texts of the page's language are there, if it is still wanted then. */
function openWithTexts(element: Element, root: ShadowRoot, world: PanelWorld): Undo {
  const lang = langAt(element);
  let closed = false;
  let close: Undo | undefined;
  loadTexts(lang, world.load, world.words)
    .then((texts) => {
      if (!closed) close = openPanel(element, root, world, wordingIn(lang, texts));
    })
    .catch((error: unknown) => world.report?.(error));
  return () => {
    closed = true;
    close?.();
  };
}

function openPanel(
  element: Element,
  root: ShadowRoot,
  { shop, amend, report }: PanelWorld,
  wording: Wording,
): Undo {
  const { locale, isForeign, say } = wording;
  const opened = new Set<Kind>();
  const tools = {
    wording,
    headingLevel: headingLevel(element),
    isOpen: (kind: Kind) => opened.has(kind),
  };
  const status = create("p", { part: "status", role: "status" });
  const top = create("div", { part: "top" });
  const sections = create("div", { part: "sections" });
  const body = create(
    "div",
    // English, where there are no texts in the language of the page, has a direction of its own too.
    { part: "panel", lang: isForeign ? locale : undefined, dir: isForeign ? "ltr" : undefined },
    top,
    // Never taken out and put back: a screen reader would not notice that it changes.
    status,
    sections,
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];

  let sight: Sight | undefined;
  let asked = false;
  let drawn = "";
  let turn = 0;
  let timer: unknown;

  const buttons = (selector = "button"): HTMLElement[] => [...body.querySelectorAll<HTMLElement>(selector)];
  const keyed = (key: string | undefined): HTMLElement | undefined =>
    buttons().find((each) => each.dataset.key === key);
  /** Says what has been done; a name in it may be written in another direction. */
  const tell = (name: keyof Texts | "", label = ""): void => {
    const [before, after] = name ? say(name).split("{label}") : [""];
    status.replaceChildren(before!, ...(after === undefined ? [] : [create("bdi", {}, label), after]));
  };

  function stateNow(): State {
    const { consent, paused, quiet } = shop.status();
    return quiet ? "forgotten" : paused ? "paused" : consent.personalization;
  }

  /** Reads what is remembered, and draws it where something is new. */
  async function update(): Promise<void> {
    const mine = ++turn;
    const state = stateNow();
    const events = state === "granted" ? await shop.events() : [];
    if (mine !== turn) return;
    const segments = state === "granted" ? shop.segments() : [];
    sight = { state, events, lines: linesOf(events), segments, asked };
    const now = JSON.stringify([{ ...sight, events: events.length }, [...opened]]);
    if (now !== drawn) show(sight);
    drawn = now;
  }

  /** Draws. Who is in the panel with the keyboard stays where they are, or as near as may be. */
  function show(sight: Sight): void {
    const focused = root.activeElement as HTMLElement | null;
    const place = buttons("[data-forget]").indexOf(focused!);
    const [summary, actions, ...others] = draw(sight, tools);
    top.replaceChildren(summary!, actions!);
    sections.replaceChildren(...others);
    if (body.parentNode !== root) root.replaceChildren(body);
    if (!focused) return;
    const near = buttons("[data-forget]")
      .slice(0, place + 1)
      .at(-1);
    (keyed(focused.dataset.key) ?? near ?? buttons()[0] ?? summary!).focus({ preventScroll: true });
  }

  const look = (): void => void update().catch((error: unknown) => report?.(error));
  const soon = (): void => {
    clearTimeout(timer as number);
    timer = setTimeout(look, 50);
  };

  async function ask(wanted: boolean): Promise<void> {
    asked = wanted;
    await update();
    keyed(wanted ? "no" : "all")?.focus();
  }

  async function forgetAll(): Promise<void> {
    tell("did.busy");
    await shop.forget();
    asked = false;
    await update();
    tell("did.deleted");
  }

  async function forgetLine(key: string): Promise<void> {
    const line = sight?.lines.find((each) => each.key === key);
    if (!line) return;
    tell("did.busy");
    await amend(amendBy(changeBy(line.forget)));
    await update();
    tell("did.forgot", wording.labelOf(line));
  }

  const acts: Record<string, () => unknown> = {
    pause() {
      const paused = stateNow() === "paused";
      shop[paused ? "resume" : "pause"]();
      tell(paused ? "did.resumed" : "did.paused");
      return update();
    },
    // The page's own control does it, as everywhere.
    copy: () => tell("did.copied"),
    all: () => ask(true),
    no: () => ask(false),
    yes: forgetAll,
  };

  async function act(key: string): Promise<void> {
    tell("");
    const [word, kind] = key.split(" ") as [string, Kind];
    if (Object.hasOwn(acts, key)) await acts[key]!();
    else if (word === "more") {
      opened.add(kind);
      const before = new Set(buttons().map((each) => each.dataset.key));
      await update();
      // Where the lines begin that are new.
      buttons("[data-forget]")
        .find((each) => !before.has(each.dataset.key))
        ?.focus();
    } else await forgetLine(key);
  }

  look();
  return undoAll([
    () => turn++,
    () => clearTimeout(timer as number),
    shop.on("event", soon),
    shop.on("consent", soon),
    shop.on("segments", soon),
    // What happened in other tabs, or while this page was put away, is told by no event of ours.
    listen(window, "storage pageshow", soon),
    listen(body, "click", (event) => {
      const key = targetOf(event, "button")?.dataset.key;
      if (key) act(key).catch(() => tell("did.failed"));
    }),
  ]);
}
