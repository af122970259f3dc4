import type { TriggerName } from "@shopkeeper/engine";
import { click } from "./click.ts";
import { event } from "./event.ts";
import { load } from "./load.ts";
import { pages } from "./pages.ts";
import type { Watch } from "./watch-trigger.ts";

/** Triggers that may go off as soon as the page is there. */
export const atOnce: Partial<Record<TriggerName, Watch>> = { load, click, event, pages };
