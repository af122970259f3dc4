import type { Trigger, TriggerName } from "@shopkeeper/engine";
import type { Undo } from "../dom/undo.ts";
import { back } from "./back.ts";
import { click } from "./click.ts";
import { event } from "./event.ts";
import { exit } from "./exit.ts";
import { idle } from "./idle.ts";
import { load } from "./load.ts";
import { pages } from "./pages.ts";
import { scroll } from "./scroll.ts";
import { time } from "./time.ts";
import { visible } from "./visible.ts";
import type { World } from "./world.ts";

/** Waits for one kind of trigger. It may fire more than once, and while it is being set up. */
export type Watch = (trigger: Trigger, world: World, fire: () => void) => Undo;

const kinds: Record<TriggerName, Watch> = {
  load,
  idle,
  exit,
  scroll,
  time,
  pages,
  visible,
  click,
  event,
  return: back,
};

/** Waits for a trigger, fires once and lets go. What cannot be waited for is reported, and never fires. */
export function watchTrigger(trigger: Trigger, world: World, fire: () => void): Undo {
  let over = false;
  let undo: Undo | undefined;
  const stop = () => {
    over = true;
    undo?.();
  };
  try {
    undo = kinds[trigger.on](trigger, world, () => {
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
