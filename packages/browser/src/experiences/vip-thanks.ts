import { configured, listed, quoted, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Thanks the best customers: by recency, frequency and money, or by the tier that the shop declares (`profile.tier`). */
export const make: Make = (world) => {
  const say = wording(world, "vip-thanks", texts);
  const tiers = listed(world.option("tiers")).map(quoted);
  const name = world.fact("profile.name");
  const isBest = 'rfm.group in ["champions", "loyal"]';
  world.add({
    ...configured(world, {
      id: "vip-thanks",
      kind: "message",
      when: tiers.length ? `profile.tier in [${tiers.join(", ")}]` : isBest,
      pages: SHOPPING,
      cap: "1 per 30d, rest 90d",
      priority: 6,
    }),
    content: {
      title: world.option("title") ?? (typeof name === "string" ? say("named", { name }) : say("title")),
      body: say("body"),
      action: { label: say("label"), url: world.option("url") },
    },
  });
};

export const texts: Texts<"title" | "named" | "body" | "label"> = {
  en: {
    title: "Thank you",
    named: "Thank you, {name}",
    body: "It is good to have you with us so often.",
    label: "See what is yours",
  },
  de: {
    title: "Vielen Dank",
    named: "Vielen Dank, {name}",
    body: "Schön, dass Sie so oft bei uns sind.",
    label: "Ihre Vorteile",
  },
  fr: {
    title: "Merci",
    named: "Merci, {name}",
    body: "C’est un plaisir de vous accueillir si souvent.",
    label: "Voir vos avantages",
  },
  es: {
    title: "Gracias",
    named: "Gracias, {name}",
    body: "Nos alegra que vengas tan a menudo.",
    label: "Ver tus ventajas",
  },
  it: {
    title: "Grazie",
    named: "Grazie, {name}",
    body: "È bello averti qui così spesso.",
    label: "I tuoi vantaggi",
  },
  pt: {
    title: "Agradecemos",
    named: "Agradecemos, {name}",
    body: "É bom ter você aqui com tanta frequência.",
    label: "Ver as suas vantagens",
  },
  nl: {
    title: "Dank je wel",
    named: "Dank je wel, {name}",
    body: "Fijn dat je hier zo vaak bent.",
    label: "Bekijk je voordelen",
  },
  pl: {
    title: "Dziękujemy",
    named: "Dziękujemy, {name}",
    body: "Cieszymy się, że jesteś z nami tak często.",
    label: "Zobacz swoje korzyści",
  },
  ja: {
    title: "いつもありがとうございます",
    named: "{name}さん、いつもありがとうございます",
    body: "たびたびお越しいただき、うれしく思います。",
    label: "特典を見る",
  },
  ar: {
    title: "شكرًا لك",
    named: "شكرًا لك، {name}",
    body: "يسعدنا وجودك معنا كثيرًا.",
    label: "مشاهدة مزاياك",
  },
};
