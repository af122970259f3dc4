import type { ExperienceConfiguration } from "@shopkeeper/engine";

/** Reminds, on the home page of a later visit, of what was left in the cart. */
export const cartReminder: ExperienceConfiguration = {
  id: "cart-reminder",
  kind: "message",
  when: "visitor.returning and cart.quantity > 0 and cart.age > 30m",
  pages: ["home"],
  cap: "1 per visit",
  priority: 1,
  place: "bar",
};
