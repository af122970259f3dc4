import type { Report } from "./dom/report.ts";
import type { LoadPart, Parts } from "./parts.ts";

/** A part that is there already; `undefined` while it is on its way, and where it cannot be had. */
export type Part = <Name extends keyof Parts>(name: Name) => Parts[Name] | undefined;

/**
 * Loads a part when it is asked for the first time.
 *
 * @param came A part that was asked for is there now.
 */
export function lazyParts(load: LoadPart | undefined, came: () => void, report: Report): Part {
  const parts = new Map<string, unknown>();
  const begin = async <Name extends keyof Parts>(name: Name): Promise<void> => {
    try {
      if (!load)
        throw new Error(`${name}.js is needed: give the tag its address as src, and put the file beside it.`);
      parts.set(name, await load(name));
      came();
    } catch (error) {
      report(error);
    }
  };
  return <Name extends keyof Parts>(name: Name) => {
    if (!parts.has(name)) {
      parts.set(name, undefined);
      void begin(name);
    }
    return parts.get(name) as Parts[Name] | undefined;
  };
}
