import { onReturn } from "./away.ts";
import type { Watch } from "./watch-trigger.ts";

/** `return 60s`: back in the tab after having been in others for so long. */
export const back: Watch = ({ amount }, _world, fire) =>
  onReturn((away) => {
    if (away >= amount) fire();
  });
