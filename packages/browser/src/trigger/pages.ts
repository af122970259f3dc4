import type { Watch } from "./watch-trigger.ts";

/** `pages 3`: so many page views in this visit. */
export const pages: Watch = ({ amount }, world, fire) => {
  const look = () => {
    if (world.pages() >= amount) fire();
  };
  look();
  return world.onEvent("page_view", look);
};
