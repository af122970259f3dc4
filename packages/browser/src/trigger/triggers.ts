// Waiting for a moment and for the shopper to be free: needed some time after a page has come, and so a file of its own.
import type { TriggerName } from "@shopkeeper/engine";
import { back } from "./back.ts";
import { exit } from "./exit.ts";
import { idle } from "./idle.ts";
import { scroll } from "./scroll.ts";
import { time } from "./time.ts";
import { visible } from "./visible.ts";
import type { Watch } from "./watch-trigger.ts";

export { isHeld, whenFree } from "./hold.ts";

/** Triggers that go off after a while. */
export const later: Partial<Record<TriggerName, Watch>> = { idle, exit, scroll, time, visible, return: back };
