import { listen, matches } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

/**
 * What frameworks fill on their server and take over in the browser. A root of another name says it itself:
 * `<div id="shop" data-sk-hydrates>`.
 */
const ROOTS =
  "#__next,#__nuxt,#___gatsby,[data-sk-hydrates],[data-reactroot],[data-server-rendered],[data-hk],[ngh],astro-island[ssr]";
/** Names that pages give their roots by habit, also those that no framework will ever come to. */
const LIKELY_ROOTS = "#root,#app";
/** Frameworks that take over the whole document are known by the scripts that they have put into its head. */
const DOCUMENTS = "[src*='/_next/'],[href*='/_next/']";
/** React's `<!--$-->` and `<!--&-->`, and the `<!--[-->` of Vue and Svelte. */
const isMark = (node: Node | null): boolean => node instanceof Comment && /^[[$&][!?~]?$/.test(node.data);

/** As much of React's own record of an element as tells whether it has taken the element over. */
interface Fiber {
  flags: number;
  return: Fiber | null;
  alternate: Fiber | null;
  memoizedProps: { dangerouslySetInnerHTML?: unknown } | null;
}

/** Whether React has rendered an element but not committed it yet, so that it may begin again: asked as React does. */
function isUncommitted(fiber: Fiber | null): boolean {
  for (; fiber; fiber = fiber.return) if (!fiber.alternate && fiber.flags & 4098) return true;
  return false;
}

/** Whose an element is: a framework's that has taken it over, one's that is still going to, or nobody's that we know. */
type Owner = "framework" | "awaited" | undefined;

/** Nobody has come to the likely roots. */
let late = false;

/**
 * Whose an element is, as far as can be seen: what frameworks have taken over bears properties of theirs.
 *
 * Until then they stumble over every child and text that they do not know: React builds its page anew (error 418),
 * Vue throws out what is too much, Svelte begins from nothing.
 */
export function ownerOf(element: Element): Owner {
  let awaited = false;
  for (let node: Node | null = element; node; node = node.parentNode) {
    const names = Object.keys(node);
    const fiber = names.find((name) => name.startsWith("__reactFiber$"));
    if (fiber) {
      const found = Reflect.get(node, fiber) as Fiber;
      if (isUncommitted(found)) return "awaited";
      if (node === element) return "framework";
      // React never looks into what it was given as HTML; what else has no record is still to be taken over.
      return found.memoizedProps?.dangerouslySetInnerHTML ? undefined : "awaited";
    }
    if (names.some((name) => name.startsWith("__reactContainer$"))) return "awaited";
    // Vue, Preact and, on the prototype of all elements, Svelte.
    if (names.some((name) => /^(__v|_vnode|__k$)/.test(name))) return "framework";
    const marked =
      isMark(node.firstChild) ||
      isMark(node.previousSibling) ||
      (node instanceof Element && (matches(node, ROOTS) || (!late && matches(node, LIKELY_ROOTS))));
    // By `Reflect`, since the build shortens names that begin with `_` where they stand before `in`.
    if (marked && Reflect.has(node, "__e")) return "framework";
    awaited ||=
      marked || (node instanceof HTMLHtmlElement && !!node.firstElementChild?.querySelector(DOCUMENTS));
  }
  return awaited ? "awaited" : undefined;
}

const awaiting = new Set<Element>();
const acts = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let wait = 0;
const LONGEST = 8000;

/** Whether a framework is still going to take an element over. `whenOwned` tells when it has. */
export function awaitsOwner(element: Element): boolean {
  if (ownerOf(element) !== "awaited") return false;
  if (!awaiting.has(element)) {
    awaiting.add(element);
    lookSoon();
  }
  return true;
}

const lookSoon = (after = 16): void => {
  clearTimeout(timer);
  timer = setTimeout(look, (wait = after));
};

/**
 * Hydration leaves no trace that could be observed, so it is looked for, ever more seldom: while the document comes, at
 * least every second, and then until a quarter of a minute has passed.
 */
function look(): void {
  const isLoading = ownDocument.readyState !== "complete";
  late ||= wait > LONGEST;
  let owned = false;
  for (const element of awaiting)
    if (!element.isConnected) awaiting.delete(element);
    else if (ownerOf(element) !== "awaited") owned = awaiting.delete(element);
  if (!acts.size) awaiting.clear();
  if (awaiting.size && (isLoading || wait < LONGEST)) lookSoon(Math.min(wait * 2, isLoading ? 1000 : 16_000));
  if (owned) for (const act of acts) act();
}

/** Tells when elements that awaited their owner have been taken over, or nobody has come: what had to wait may be done. */
export function whenOwned(act: () => void): Undo {
  acts.add(act);
  return undoAll([() => acts.delete(act), listen(window, "load", () => lookSoon())]);
}
