import { configured, needed, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Offers a code of the shop to who is about to leave a cart behind; never to who has just paid. */
export const make: Make = (world) => {
  const say = wording(world, "exit-offer", texts);
  const code = needed(world, "exit-offer", "code", "a code that your checkout takes");
  world.add({
    ...configured(world, {
      id: "exit-offer",
      kind: "popup",
      when: "cart.quantity > 0 and not did(purchase within 7d)",
      pages: SHOPPING,
      trigger: "exit",
      cap: "1 per 7d, rest 30d, until convert",
      place: "corner",
      priority: 10,
    }),
    content: {
      title: say("title"),
      body: say("body", { code }),
      action: { label: say("label"), url: world.option("url")?.replace("{code}", encodeURIComponent(code)) },
    },
  });
};

export const texts: Texts<"title" | "body" | "label"> = {
  en: {
    title: "Before you go",
    body: "With the code {code} this order costs less.",
    label: "Go to the cart",
  },
  de: {
    title: "Bevor Sie gehen",
    body: "Mit dem Code {code} wird diese Bestellung günstiger.",
    label: "Zum Warenkorb",
  },
  fr: {
    title: "Avant de partir",
    body: "Avec le code {code}, cette commande coûte moins cher.",
    label: "Voir le panier",
  },
  es: {
    title: "Antes de irte",
    body: "Con el código {code} este pedido cuesta menos.",
    label: "Ir al carrito",
  },
  it: {
    title: "Prima di andare",
    body: "Con il codice {code} questo ordine costa meno.",
    label: "Vai al carrello",
  },
  pt: {
    title: "Antes de ir embora",
    body: "Com o código {code}, este pedido sai mais barato.",
    label: "Ir para o carrinho",
  },
  nl: {
    title: "Voordat je gaat",
    body: "Met de code {code} kost deze bestelling minder.",
    label: "Naar de winkelwagen",
  },
  pl: {
    title: "Zanim wyjdziesz",
    body: "Z kodem {code} to zamówienie kosztuje mniej.",
    label: "Przejdź do koszyka",
  },
  ja: {
    title: "お帰りの前に",
    body: "コード{code}で、このご注文が割引になります。",
    label: "カートを見る",
  },
  ar: {
    title: "قبل المغادرة",
    body: "مع الرمز {code} تصبح تكلفة هذا الطلب أقل.",
    label: "الانتقال إلى السلة",
  },
};
