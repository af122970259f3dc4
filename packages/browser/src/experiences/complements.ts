import type { Item } from "@shopkeeper/engine";
import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make, PartWorld } from "./part-world.ts";

/** Where products beside the cart come from, best first. */
const STRATEGIES = ["bought-together", "similar", "wishlist", "recently-viewed"];

/** A rail beside the cart of what goes with it, without what is in it. */
export const make: Make = (world) => {
  const say = wording(world, "complements", texts);
  world.add(
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
      content: { title: say("title") },
    },
    { items: () => beside(world) },
  );
};

/** The products of the first strategy that has some. */
function beside({ recommend }: PartWorld): Item[] {
  const inCart = new Set(recommend("cart", 99).map(({ item_id }) => item_id));
  const found = STRATEGIES.map((strategy) =>
    recommend(strategy, 20).filter(({ item_id }) => !inCart.has(item_id)),
  );
  return found.find(({ length }) => length) ?? [];
}

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
