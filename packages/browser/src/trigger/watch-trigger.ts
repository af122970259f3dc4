import type { Trigger } from "@shopkeeper/engine";
import type { Undo } from "../dom/undo.ts";
import type { World } from "./world.ts";

/** Waits for one kind of trigger. It may fire more than once, and while it is being set up. */
export type Watch = (trigger: Trigger, world: World, fire: () => void) => Undo;

/** Waits for a trigger, fires once and lets go. What cannot be waited for is reported, and never fires. */
export function watchTrigger(watch: Watch, trigger: Trigger, world: World, fire: () => void): Undo {
  let over = false;
  let undo: Undo | undefined;
  const stop = () => {
    over = true;
    undo?.();
  };
  try {
    undo = watch(trigger, world, () => {
      if (over) return;
      stop();
      fire();
    });
    // It has fired already.
    if (over) undo();
  } catch (error) {
    world.report(error);
  }
  return stop;
}
