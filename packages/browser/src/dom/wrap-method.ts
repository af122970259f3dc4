import type { Undo } from "./undo.ts";
import { guardedBy } from "../guard.ts";
import { outsideZone } from "./outside-zone.ts";

/**
 * Hears the calls of one object's method: the original first, with its `this`, result and errors untouched.
 *
 * Others may wrap it before and after. Undoing puts the original back only where ours is still on top; beneath
 * another's wrapper it stays and merely passes through.
 */
export function wrapMethod(target: object, name: string, after: (...given: unknown[]) => void): Undo {
  const object = target as Record<string, unknown>;
  const own = Object.hasOwn(object, name);
  const original = object[name] as (...given: unknown[]) => unknown;
  let heard: typeof after | undefined = guardedBy(() => {})(after);
  function wrapper(this: unknown, ...given: unknown[]): unknown {
    const result = original.apply(this, given);
    outsideZone(() => heard?.(...given));
    return result;
  }
  // `Reflect.set` says no where an assignment to something frozen would throw.
  Reflect.set(object, name, wrapper);
  return () => {
    heard = undefined;
    if (object[name] !== wrapper) return;
    if (own) object[name] = original;
    else delete object[name];
  };
}
