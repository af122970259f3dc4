import { ownDocument } from "../dom/own-document.ts";
import { configured, listed, needed, quoted, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Tells of a sale in a category that the visitor cares about, with its real end; it ends with it, and counts nothing down. */
export const make: Make = (world) => {
  const say = wording(world, "flash-alert", texts);
  const category = needed(
    world,
    "flash-alert",
    "category",
    "what is on sale, as your pages call the category",
  );
  const until = needed(world, "flash-alert", "until", 'when the sale ends, such as "2026-11-30T23:59"');
  const by = world.option("by") ?? "category";
  const cares = listed(category).map(
    (each) => `affinity(${by}, ${quoted(each)}) >= 25% or profile.interests contains ${quoted(each)}`,
  );
  const end = new Date(until).toLocaleString(ownDocument.documentElement.lang || [], {
    dateStyle: "medium",
    timeStyle: "short",
  });
  world.add({
    ...configured(world, {
      id: "flash-alert",
      kind: "message",
      when: `(${cares.join(" or ")}) and not did(purchase in visit)`,
      pages: SHOPPING,
      until,
      cap: "1 per visit, 3 per 7d, rest 30d",
      priority: 7,
    }),
    content: {
      title: say("title", { category }),
      body: say("body", { category, end }),
      action: { label: say("label"), url: world.option("url") },
    },
  });
};

export const texts: Texts<"title" | "body" | "label"> = {
  en: { title: "Sale on {category}", body: "Until {end}.", label: "Have a look" },
  de: { title: "{category} im Angebot", body: "Bis {end}.", label: "Ansehen" },
  fr: { title: "{category} en promotion", body: "Jusqu’au {end}.", label: "Voir la sélection" },
  es: { title: "{category} en oferta", body: "Hasta el {end}.", label: "Echar un vistazo" },
  it: { title: "{category} in offerta", body: "Fino al {end}.", label: "Dai un’occhiata" },
  pt: { title: "{category} em oferta", body: "Até {end}.", label: "Dar uma olhada" },
  nl: { title: "{category} in de aanbieding", body: "Tot {end}.", label: "Bekijken" },
  pl: { title: "{category} w promocji", body: "Do {end}.", label: "Zobacz" },
  ja: { title: "{category}のセール", body: "{end}まで。", label: "見てみる" },
  ar: { title: "تخفيضات على {category}", body: "حتى {end}.", label: "إلقاء نظرة" },
};
