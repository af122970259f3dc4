import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Where products beside the cart come from: the first that finds something. */
const STRATEGIES = "bought-together similar wishlist recently-viewed";

/** A rail beside the cart of what goes with it; what is in the cart is in no rail there. Kept as a plan. */
export const make: Make = (world) => {
  const say = wording(world, "complements", texts);
  world.plan([
    {
      ...configured(world, {
        id: "complements",
        kind: "rail",
        when: "cart.quantity > 0",
        pages: ["cart"],
        target: "main,[role=main]",
        position: "append",
        limit: 4,
      }),
      strategy: world.option("strategy") ?? STRATEGIES,
      content: { title: say("title") },
    },
  ]);
};

export const texts: Texts<"title"> = {
  en: { title: "Beside what is in your cart" },
  de: { title: "Passend zu Ihrem Warenkorb" },
  fr: { title: "Avec ce qui est dans votre panier" },
  es: { title: "Junto a lo que llevas en el carrito" },
  it: { title: "Insieme a quello che hai nel carrello" },
  pt: { title: "Junto com o que está no seu carrinho" },
  nl: { title: "Bij wat er in je winkelwagen ligt" },
  pl: { title: "Obok tego, co masz w koszyku" },
  ja: { title: "カートの商品とご一緒に" },
  ar: { title: "إلى جانب ما في سلتك" },
};
