import type { Page } from "@shopkeeper/engine";
import type { Undo } from "../src/dom/undo.ts";
import { watchCartActs } from "../src/read/acts/watch-cart-acts.ts";
import { oncePerAct } from "../src/read/once-per-act.ts";
import { readPage } from "../src/read/read-page.ts";
import type { ActWorld, Platform } from "../src/read/platform/platform.ts";

/** A request that the page's scripts have made, as the browser tells it. */
interface Answer {
  name: string;
  responseStatus: number;
}

/** A page of a shop for the tests of adapters: what it says, what is told of what is done there, and a browser to answer. */
export function fakeShop(platform?: Platform) {
  const told: [name: string, parameters: Record<string, unknown>][] = [];
  const times: (number | undefined)[] = [];
  const observers = new Set<(answers: Answer[]) => void>();
  const acts = oncePerAct((name, parameters, at) => {
    told.push([name, parameters]);
    times.push(at);
  });
  const own = globalThis.PerformanceObserver;
  const globals = new Set<string>();
  let undo: Undo = () => {};
  let rereads = 0;
  globalThis.PerformanceObserver = class {
    heard: (answers: Answer[]) => void;
    constructor(heard: (list: { getEntries(): Answer[] }) => void) {
      this.heard = (answers) => heard({ getEntries: () => answers });
    }
    observe(): void {
      observers.add(this.heard);
    }
    disconnect(): void {
      observers.delete(this.heard);
    }
  } as unknown as typeof PerformanceObserver;

  const page = (): Page =>
    readPage(document, [], {}, platform ? [[`platform:${platform.name}`, platform.read]] : []);
  return {
    told,
    times,
    page,
    tell: acts.tell,
    rereads: () => rereads,
    /** What was told, as `"add_to_cart 2 × Mug"`. */
    lines: (): string[] =>
      told.map(([name, { items }]) =>
        [
          name,
          ...((items ?? []) as { quantity?: number; item_name?: string }[]).map(
            ({ quantity = 1, item_name }) => `${quantity} × ${item_name}`,
          ),
        ].join(" "),
      ),
    show(html: string, path = "/"): void {
      history.replaceState(null, "", path);
      document.body.innerHTML = html;
      document.body.removeAttribute("class");
      document.body.removeAttribute("id");
    },
    global(name: string, value: unknown): void {
      globals.add(name);
      (globalThis as Record<string, unknown>)[name] = value;
    },
    watch(more: Partial<ActWorld> = {}): void {
      undo = watchCartActs(
        {
          window,
          document,
          page,
          tell: acts.tell,
          reread: () => rereads++,
          keeps: () => true,
          asks: false,
          ...more,
        },
        platform ? [platform] : [],
      );
    },
    /** The shop answers a request of its own scripts, now. */
    answer(path: string, responseStatus = 200): void {
      const entry = { initiatorType: "fetch", startTime: performance.now() };
      for (const heard of observers) heard([{ ...entry, name: location.origin + path, responseStatus }]);
    },
    /** Watches no more, as after the page is left; what the browser keeps stays. */
    leave(): void {
      undo();
      undo = () => {};
    },
    close(): void {
      undo();
      globalThis.PerformanceObserver = own;
      for (const name of globals) delete (globalThis as Record<string, unknown>)[name];
      document.body.innerHTML = "";
      sessionStorage.clear();
    },
  };
}

export type FakeShop = ReturnType<typeof fakeShop>;
