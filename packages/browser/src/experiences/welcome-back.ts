import type { ExperienceConfiguration } from "@shopkeeper/engine";

/** Greets a visitor who has been here before, once a visit. */
export const welcomeBack: ExperienceConfiguration = {
  id: "welcome-back",
  kind: "message",
  when: "visitor.returning",
  cap: "1 per visit",
  place: "bar",
};
