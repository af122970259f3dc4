import { configured, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Greets a customer who has not ordered for long (`lapsedAfter`), with a code where the shop gives one. */
export const make: Make = (world) => {
  const say = wording(world, "we-miss-you", texts);
  const code = world.option("code");
  world.add({
    ...configured(world, {
      id: "we-miss-you",
      kind: "message",
      when: 'visitor.stage = "lapsed"',
      pages: SHOPPING,
      cap: "1 per 7d, 2 per 90d, rest 90d",
      priority: 4,
    }),
    content: {
      title: say("title"),
      body: world.option("text") ?? (code ? say("offer", { code }) : say("body")),
      action: { label: say("label"), url: world.option("url") },
    },
  });
};

export const texts: Texts<"title" | "body" | "offer" | "label"> = {
  en: {
    title: "Good to see you again",
    body: "It has been a while. A few things are new.",
    offer: "It has been a while. The code {code} is for your next order.",
    label: "See what is new",
  },
  de: {
    title: "Schön, Sie wiederzusehen",
    body: "Es ist eine Weile her. Einiges ist neu.",
    offer: "Es ist eine Weile her. Der Code {code} ist für Ihre nächste Bestellung.",
    label: "Neues ansehen",
  },
  fr: {
    title: "Ravis de vous revoir",
    body: "Cela fait un moment. Il y a des nouveautés.",
    offer: "Cela fait un moment. Le code {code} est pour votre prochaine commande.",
    label: "Voir les nouveautés",
  },
  es: {
    title: "Qué bueno verte de nuevo",
    body: "Hace tiempo que no venías. Hay algunas novedades.",
    offer: "Hace tiempo que no venías. El código {code} es para tu próximo pedido.",
    label: "Ver las novedades",
  },
  it: {
    title: "È bello rivederti",
    body: "È passato un po’ di tempo. Ci sono alcune novità.",
    offer: "È passato un po’ di tempo. Il codice {code} è per il tuo prossimo ordine.",
    label: "Scopri le novità",
  },
  pt: {
    title: "Que bom ver você de novo",
    body: "Faz algum tempo. Temos algumas novidades.",
    offer: "Faz algum tempo. O código {code} é para o seu próximo pedido.",
    label: "Ver as novidades",
  },
  nl: {
    title: "Leuk je weer te zien",
    body: "Het is even geleden. Er is wat nieuws.",
    offer: "Het is even geleden. De code {code} is voor je volgende bestelling.",
    label: "Bekijk het nieuws",
  },
  pl: {
    title: "Miło Cię znowu widzieć",
    body: "Minęło trochę czasu. Mamy kilka nowości.",
    offer: "Minęło trochę czasu. Kod {code} jest na Twoje następne zamówienie.",
    label: "Zobacz nowości",
  },
  ja: {
    title: "お久しぶりです",
    body: "しばらくの間に、新しい商品が入りました。",
    offer: "お久しぶりです。次のご注文にはコード{code}をお使いいただけます。",
    label: "新着を見る",
  },
  ar: {
    title: "سعداء برؤيتك مجددًا",
    body: "مرّ بعض الوقت، وهناك أشياء جديدة.",
    offer: "مرّ بعض الوقت. الرمز {code} لطلبك القادم.",
    label: "مشاهدة الجديد",
  },
};
