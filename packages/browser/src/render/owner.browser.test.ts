import { afterEach, expect, test, vi } from "vitest";
import { awaitsOwner, ownerOf, whenOwned } from "./owner.ts";

afterEach(() => document.body.replaceChildren());
/** The innermost element of some markup. */
const page = (markup: string): Element => {
  document.body.innerHTML = markup;
  return document.querySelector("i")!;
};
const mark = (element: Element, name: string, value: unknown) => Object.assign(element, { [name]: value });

test("what no framework has marked is nobody's", () => {
  expect(ownerOf(page("<main><p><!-- a word --><i></i></p></main>"))).toBeUndefined();
  const alpine = page("<main x-data><i></i></main>");
  mark(alpine, "_x_dataStack", []);
  expect(ownerOf(alpine)).toBeUndefined();
});

for (const markup of [
  "<div id=root><p><i></i></p></div>",
  "<div id=__next><i></i></div>",
  "<div data-sk-hydrates><i></i></div>",
  "<div><!--$--><i></i><!--/$--></div>",
  "<div><!--[--><p><i></i></p><!--]--></div>",
  "<astro-island ssr><i></i></astro-island>",
])
  test(`this awaits its owner: ${markup}`, () => expect(ownerOf(page(markup))).toBe("awaited"));

test("a root that React has begun with is not taken over before it has committed", () => {
  const element = page("<div id=shop><p><i></i></p></div>");
  const root = document.getElementById("shop")!;
  mark(root, "__reactContainer$x", {});
  expect(ownerOf(element)).toBe("awaited");
  const top = { flags: 4096, alternate: null as object | null, return: null, memoizedProps: null };
  mark(element, "__reactFiber$x", { flags: 0, alternate: null, return: top, memoizedProps: {} });
  expect(ownerOf(element)).toBe("awaited");
  top.flags = 0;
  expect(ownerOf(element)).toBe("framework");
});

test("React never looks into what it was given as HTML, and comes back for what it has left out", () => {
  const element = page("<div id=root><p><i></i></p></div>");
  const fiber = { flags: 0, alternate: null, return: null, memoizedProps: {} as object };
  mark(element.parentElement!, "__reactFiber$x", fiber);
  expect(ownerOf(element)).toBe("awaited");
  fiber.memoizedProps = { dangerouslySetInnerHTML: { __html: "<i></i>" } };
  expect(ownerOf(element)).toBeUndefined();
});

for (const name of ["_vnode", "__vue_app__", "__k"])
  test(`a root with ${name} has been taken over`, () => {
    const element = page("<div id=app><i></i></div>");
    mark(document.getElementById("app")!, name, {});
    expect(ownerOf(element)).toBe("framework");
  });

test("it is told when an owner has come, once, and nothing is looked for after that", async () => {
  const element = page("<div id=app><i></i></div>");
  const act = vi.fn();
  const stop = whenOwned(act);
  expect(awaitsOwner(element)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(act).not.toHaveBeenCalled();
  mark(document.getElementById("app")!, "_vnode", {});
  await vi.waitFor(() => expect(act).toHaveBeenCalledOnce(), 5000);
  const timers = vi.spyOn(window, "setTimeout");
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(timers).not.toHaveBeenCalled();
  timers.mockRestore();
  stop();
});

test("where nobody comes to a likely root, it is nobody's in the end", async () => {
  vi.useFakeTimers();
  const element = page("<div id=app><i></i></div>");
  const act = vi.fn();
  const stop = whenOwned(act);
  expect(awaitsOwner(element)).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledOnce();
  expect(ownerOf(element)).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
  stop();
  vi.useRealTimers();
});
