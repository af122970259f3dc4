import type { Watch } from "./watch-trigger.ts";

/**
 * `load`: at once, in the background too: a page that is opened there has to be right when it is first looked at. What
 * interrupts is held back until then (see hold.ts), and counts as viewed no sooner.
 */
export const load: Watch = (_trigger, _world, fire) => {
  fire();
  return () => {};
};
