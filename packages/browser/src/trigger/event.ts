import type { Watch } from "./watch-trigger.ts";

/** `event NAME`: such an event is recorded. */
export const event: Watch = ({ text }, { onEvent }, fire) => onEvent(text, fire);
