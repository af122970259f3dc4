import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** A rail of what is on the wish list, at the end of the page's main part. Kept as a plan, it is in the first frame. */
export const make: Make = (world) => {
  const say = wording(world, "wishlist", texts);
  world.plan([
    {
      ...configured(world, {
        id: "wishlist",
        kind: "rail",
        strategy: "wishlist",
        pages: ["home", "category", "cart", "account"],
        target: "main,[role=main]",
        position: "append",
        limit: 8,
      }),
      content: { title: say("title") },
    },
  ]);
};

export const texts: Texts<"title"> = {
  en: { title: "Your wish list" },
  de: { title: "Ihre Wunschliste" },
  fr: { title: "Votre liste d’envies" },
  es: { title: "Tu lista de deseos" },
  it: { title: "La tua lista dei desideri" },
  pt: { title: "Sua lista de desejos" },
  nl: { title: "Je verlanglijst" },
  pl: { title: "Twoja lista życzeń" },
  ja: { title: "ほしいものリスト" },
  ar: { title: "قائمة أمنياتك" },
};
