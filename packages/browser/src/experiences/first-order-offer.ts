import { configured, needed, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Offers a code of the shop to who has come back, has never bought and has nothing in the cart. */
export const make: Make = (world) => {
  const say = wording(world, "first-order-offer", texts);
  const code = needed(world, "first-order-offer", "code", "a code that your checkout takes");
  world.add({
    ...configured(world, {
      id: "first-order-offer",
      kind: "message",
      when: "visitor.returning and orders.count = 0 and cart.quantity = 0",
      pages: SHOPPING,
      cap: "1 per visit, 3 ever, rest 30d",
      priority: 3,
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
    title: "For your first order",
    body: "The code {code} is yours, whenever you are ready.",
    label: "Have a look around",
  },
  de: {
    title: "Für Ihre erste Bestellung",
    body: "Der Code {code} gehört Ihnen, wann immer Sie so weit sind.",
    label: "Umschauen",
  },
  fr: {
    title: "Pour votre première commande",
    body: "Le code {code} est à vous, quand vous le souhaitez.",
    label: "Parcourir la boutique",
  },
  es: {
    title: "Para tu primer pedido",
    body: "El código {code} es tuyo, para cuando quieras.",
    label: "Echar un vistazo",
  },
  it: {
    title: "Per il tuo primo ordine",
    body: "Il codice {code} è tuo, quando vuoi usarlo.",
    label: "Dai un’occhiata",
  },
  pt: {
    title: "Para o seu primeiro pedido",
    body: "O código {code} é seu, para quando você quiser.",
    label: "Dar uma olhada",
  },
  nl: {
    title: "Voor je eerste bestelling",
    body: "De code {code} is van jou, wanneer je er klaar voor bent.",
    label: "Kijk rond",
  },
  pl: {
    title: "Na Twoje pierwsze zamówienie",
    body: "Kod {code} czeka na Ciebie, bez pośpiechu.",
    label: "Rozejrzyj się",
  },
  ja: {
    title: "初めてのご注文に",
    body: "コード{code}を、お好きなときにお使いください。",
    label: "商品を見る",
  },
  ar: {
    title: "لطلبك الأول",
    body: "الرمز {code} لك، في أي وقت يناسبك.",
    label: "إلقاء نظرة",
  },
};
