import type { Watch } from "./watch-trigger.ts";

/** `load`: at once. */
export const load: Watch = (_trigger, _world, fire) => {
  fire();
  return () => {};
};
