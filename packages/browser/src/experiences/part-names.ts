/** Ready-made experiences that are a file each beside the tag, loaded where they are named. */
export const PART_NAMES = [
  "back-in-stock",
  "birthday",
  "cart-reminder",
  "category-banner",
  "complements",
  "exit-offer",
  "faq-help",
  "first-order-offer",
  "first-visit-tour",
  "flash-alert",
  "free-shipping",
  "home-order",
  "local",
  "newsletter",
  "preferences",
  "price-drop",
  "push-ask",
  "reward-tier",
  "share",
  "social-proof",
  "vip-thanks",
  "we-miss-you",
  "welcome-back",
  "wishlist",
] as const;

export type PartName = (typeof PART_NAMES)[number];
