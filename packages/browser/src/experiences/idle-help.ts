import type { ExperienceConfiguration } from "@shopkeeper/engine";

/** Offers help in a corner after a while of nothing; a visitor who waves it away is left alone for a month. */
export const idleHelp: ExperienceConfiguration = {
  id: "idle-help",
  kind: "popup",
  trigger: "idle 45s",
  cap: "1 per visit, rest 30d",
  place: "corner",
};
