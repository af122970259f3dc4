import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Undo } from "../dom/undo.ts";
import { watchRoutes } from "./watch-routes.ts";

const home = location.href;
const api = Object.getOwnPropertyDescriptor(window, "navigation")!;
const { navigation } = window as { navigation?: unknown };
let undo: Undo;
afterEach(() => {
  undo();
  history.replaceState(null, "", home);
});

const popped = (): Promise<unknown> =>
  new Promise((done) => addEventListener("popstate", done, { once: true }));

describe.each([
  ["with the Navigation API", navigation],
  ["without it", undefined],
  ["with an element of that name", document.createElement("a")],
])("%s", (_, value) => {
  beforeEach(() => void Object.defineProperty(window, "navigation", { value, configurable: true }));
  afterEach(() => void Object.defineProperty(window, "navigation", api));

  const watch = (): string[] => {
    const routes: string[] = [];
    undo = watchRoutes(window, () => routes.push(location.pathname + location.search));
    return routes;
  };

  test("another path or query is a route, the same one or another hash is none", async () => {
    const routes = watch();
    history.pushState({}, "", "/a");
    history.replaceState({ scroll: 9 }, "", "/a");
    history.pushState({}, "", "/a#reviews");
    history.replaceState({}, "", "/a?color=red");
    history.pushState({}, "", "/b");
    const back = popped();
    history.back();
    await back;
    expect(routes).toEqual(["/a", "/a?color=red", "/b", "/a?color=red"]);
  });

  test("after undoing nothing is heard", () => {
    const routes = watch();
    undo();
    history.pushState({}, "", "/c");
    expect(routes).toEqual([]);
    expect(Object.hasOwn(history, "pushState")).toBe(false);
  });
});
