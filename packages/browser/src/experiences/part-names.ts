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

/** Blockers' lists look for `banner` in addresses: its file is called otherwise. */
const FILES = { "category-banner": "category-hero" } as const;

type FileOf<Name extends PartName> = Name extends keyof typeof FILES ? (typeof FILES)[Name] : Name;

/** How the file of a ready-made experience is called. */
export type PartFile = FileOf<PartName>;

export const fileOf = (name: PartName): PartFile =>
  name === "category-banner" ? FILES[name] : (name as PartFile);
