// The script tag: finds itself, reads what the shop wrote, and begins.
import { createShopkeeper, type LoadPart, type Shopkeeper } from "@shopkeeper/browser";
import type { Configuration } from "@shopkeeper/engine";
import { fetchConfiguration, inlineConfiguration, inlineSelector, query } from "./configuration.ts";
import { importModule } from "./import-module.js";
import { tagOptions } from "./tag-options.ts";

type Call = (shop: Shopkeeper) => void;
type Host = typeof globalThis & { shopkeeper?: unknown };

const report = (error: unknown): void => console.warn("[shopkeeper]", (error as Error).message);

/** Does something that must not throw into the page. */
function guard<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    report(error);
    return undefined;
  }
}

/** Our own element. A tag manager or a module leaves no `currentScript`, and an image of that name may clobber it. */
function ownScript(): Element | null {
  const script: Element | null = document.currentScript;
  return script?.tagName === "SCRIPT" ? script : query(document, "script[src*=shopkeeper]");
}

/**
 * Loads a part from beside our own file. Asked for by its bare name it would not be found from another origin: the
 * browser hides such a script's address from `import()`.
 */
function partsBeside(script: Element | null): LoadPart | undefined {
  const src = (script as HTMLScriptElement | null)?.src;
  return src ? async (name) => importModule(new URL(`${name}.js`, src).href) : undefined;
}

function begin(host: Host): void {
  const earlier = host.shopkeeper;
  // The tag is there already: pasted twice, or beside the npm package.
  if (typeof (earlier as Shopkeeper | undefined)?.track === "function") return;
  const queue = (Array.isArray(earlier) ? earlier : []) as Call[];
  host.shopkeeper = queue;

  const script = ownScript();
  const attribute = (name: string): string | null => script?.getAttribute(name) ?? null;

  const open = (configuration: Partial<Configuration> | undefined): void => {
    const push = (...calls: Call[]): void => {
      for (const call of calls) guard(() => call(shop));
    };
    const options = tagOptions(attribute, configuration ?? {}, report, location.search);
    options.load = partsBeside(script);
    const shop = Object.assign(createShopkeeper(options), { push });
    host.shopkeeper = shop;
    push(...queue);
  };

  const address = attribute("data-config");
  if (address) {
    fetchConfiguration(address).then(open, (error) => {
      report(error);
      open({});
    });
    return;
  }
  const isInline = query(document, inlineSelector);
  open(guard(() => inlineConfiguration(document)));
  if (!isInline)
    addEventListener("DOMContentLoaded", () => {
      if (query(document, inlineSelector))
        report(Error("The configuration comes after the tag and was not read: put it above the tag."));
    });
}

// In a frame there is no shop of its own to keep: no history, no banners.
if (window === window.top) guard(() => begin(globalThis));
