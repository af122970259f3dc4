import { controls, itemList } from "./controls.ts";
import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Reminds, on the home page of a later visit, of what was left in the cart. */
export const make: Make = (world) => {
  const say = wording(world, "cart-reminder", texts);
  const limit = Number(world.option("limit")) || 3;
  world.add(
    {
      ...configured(world, {
        id: "cart-reminder",
        kind: "message",
        when: "visitor.returning and cart.quantity > 0 and cart.age > 30m",
        pages: ["home"],
        cap: "1 per visit",
        priority: 5,
      }),
      content: {
        title: say("title"),
        body: say("body"),
        action: { label: say("label"), url: world.option("url") },
      },
    },
    { light: () => controls(itemList(world.recommend("cart", limit))) },
  );
};

export const texts: Texts<"title" | "body" | "label"> = {
  en: {
    title: "Still in your cart",
    body: "What you chose last time is waiting for you.",
    label: "Go to the cart",
  },
  de: {
    title: "Noch in Ihrem Warenkorb",
    body: "Ihre Auswahl vom letzten Mal wartet auf Sie.",
    label: "Zum Warenkorb",
  },
  fr: {
    title: "Toujours dans votre panier",
    body: "Vos articles de la dernière fois vous attendent.",
    label: "Voir le panier",
  },
  es: {
    title: "Aún en tu carrito",
    body: "Lo que elegiste la última vez te está esperando.",
    label: "Ir al carrito",
  },
  it: {
    title: "Ancora nel tuo carrello",
    body: "Quello che hai scelto l’ultima volta ti aspetta.",
    label: "Vai al carrello",
  },
  pt: {
    title: "Ainda no seu carrinho",
    body: "O que você escolheu da última vez está à sua espera.",
    label: "Ir para o carrinho",
  },
  nl: {
    title: "Nog in je winkelwagen",
    body: "Wat je vorige keer hebt gekozen, ligt voor je klaar.",
    label: "Naar de winkelwagen",
  },
  pl: {
    title: "Nadal w Twoim koszyku",
    body: "Produkty wybrane ostatnim razem czekają na Ciebie.",
    label: "Przejdź do koszyka",
  },
  ja: {
    title: "カートに商品が残っています",
    body: "前回お選びいただいた商品がカートに入ったままです。",
    label: "カートを見る",
  },
  ar: {
    title: "لا تزال في سلتك",
    body: "ما اخترته في المرة الماضية بانتظارك.",
    label: "الانتقال إلى السلة",
  },
};
