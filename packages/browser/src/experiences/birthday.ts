import { configured, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Wishes a happy birthday on the day, to who has told it (`profile.birthday`), with a code where the shop gives one. */
export const make: Make = (world) => {
  const say = wording(world, "birthday", texts);
  const code = world.option("code");
  world.add({
    ...configured(world, {
      id: "birthday",
      kind: "message",
      when: "profile.birthday_in = 0s",
      pages: SHOPPING,
      cap: "1 per visit, 2 per 300d, rest 300d",
      priority: 8,
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
    title: "Happy birthday",
    body: "We wish you a good year.",
    offer: "We wish you a good year. The code {code} is our present.",
    label: "Choose something",
  },
  de: {
    title: "Alles Gute zum Geburtstag",
    body: "Wir wünschen Ihnen ein gutes Jahr.",
    offer: "Wir wünschen Ihnen ein gutes Jahr. Der Code {code} ist unser Geschenk.",
    label: "Etwas aussuchen",
  },
  fr: {
    title: "Joyeux anniversaire",
    body: "Nous vous souhaitons une belle année.",
    offer: "Nous vous souhaitons une belle année. Le code {code} est notre cadeau.",
    label: "Choisir un article",
  },
  es: {
    title: "Feliz cumpleaños",
    body: "Te deseamos un buen año.",
    offer: "Te deseamos un buen año. El código {code} es nuestro regalo.",
    label: "Elegir algo",
  },
  it: {
    title: "Buon compleanno",
    body: "Ti auguriamo un buon anno.",
    offer: "Ti auguriamo un buon anno. Il codice {code} è il nostro regalo.",
    label: "Scegli qualcosa",
  },
  pt: {
    title: "Feliz aniversário",
    body: "Desejamos a você um bom ano.",
    offer: "Desejamos a você um bom ano. O código {code} é o nosso presente.",
    label: "Escolher algo",
  },
  nl: {
    title: "Gefeliciteerd met je verjaardag",
    body: "We wensen je een goed jaar.",
    offer: "We wensen je een goed jaar. De code {code} is ons cadeau.",
    label: "Kies iets uit",
  },
  pl: {
    title: "Wszystkiego najlepszego",
    body: "Życzymy Ci dobrego roku.",
    offer: "Życzymy Ci dobrego roku. Kod {code} to nasz prezent.",
    label: "Wybierz coś",
  },
  ja: {
    title: "お誕生日おめでとうございます",
    body: "すばらしい一年になりますように。",
    offer: "すばらしい一年になりますように。コード{code}は当店からの贈り物です。",
    label: "商品を選ぶ",
  },
  ar: {
    title: "عيد ميلاد سعيد",
    body: "نتمنى لك عامًا طيبًا.",
    offer: "نتمنى لك عامًا طيبًا. الرمز {code} هدية منا.",
    label: "اختيار هدية",
  },
};
