// How much a reading does between two pauses, counted and not timed: what it has the browser walk and copy.

export interface Work {
  /** Units since this was asked last. */
  since(): number;
  stop(): void;
}

/** What one element costs that a selector is held against, beside a character that is copied. */
const ELEMENT = 20;

/**
 * Counts by standing in the way of what is costly: a selector walks all elements under its root, a text or JSON is copied
 * character by character, a climb to an ancestor costs its steps.
 */
export function countWork(): Work {
  let units = 0;
  const undos: (() => void)[] = [];
  const elements = document.getElementsByTagName("*");
  const method = (
    owner: object,
    name: string,
    cost: (from: unknown, given: unknown[], result: unknown) => number,
  ) => {
    const original = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      const result = Reflect.apply(original, this, given);
      units += cost(this, given, result);
      return result;
    });
    undos.push(() => Reflect.set(owner, name, original));
  };
  const getter = (owner: object, name: string, cost: (result: unknown) => number) => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name)!;
    Object.defineProperty(owner, name, {
      ...descriptor,
      get(this: unknown) {
        const result: unknown = Reflect.apply(descriptor.get!, this, []);
        units += cost(result);
        return result;
      },
    });
    undos.push(() => Object.defineProperty(owner, name, descriptor));
  };
  const length = (value: unknown): number => String(value ?? "").length;
  const walk = (from: unknown): number =>
    ELEMENT *
    (from instanceof Document ? elements.length : (from as Element).getElementsByTagName("*").length);
  for (const owner of [Document.prototype, Element.prototype])
    for (const name of ["querySelectorAll", "querySelector"]) method(owner, name, walk);
  for (const name of ["closest", "matches"]) method(Element.prototype, name, () => ELEMENT);
  method(Element.prototype, "getAttribute", (_from, _given, result) => 5 + length(result));
  method(JSON, "parse", (_from, [text]) => 2 * length(text));
  getter(Node.prototype, "textContent", length);
  getter(Element.prototype, "innerHTML", length);
  return {
    since() {
      const counted = units;
      units = 0;
      return counted;
    },
    stop() {
      for (const undo of undos) undo();
    },
  };
}
