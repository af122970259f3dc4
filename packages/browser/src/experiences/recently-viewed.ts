import type { ExperienceConfiguration } from "@shopkeeper/engine";

/** A rail of the products looked at before, at the end of the page's main part. */
export const recentlyViewed: ExperienceConfiguration = {
  id: "recently-viewed",
  kind: "rail",
  strategy: "recently-viewed",
  pages: ["home", "category", "product", "search", "cart", "other"],
  target: "main,[role=main]",
  position: "append",
  limit: 8,
};
