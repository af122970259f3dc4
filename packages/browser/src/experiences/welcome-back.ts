import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make, PartWorld } from "./part-world.ts";

/** Greets a visitor who has been here before, with what they looked at or searched for on an earlier visit. */
export const make: Make = (world) => {
  const say = wording(world, "welcome-back", texts);
  const configuration = configured(world, {
    id: "welcome-back",
    kind: "message",
    when: "visitor.returning",
    cap: "1 per visit",
  });
  const greet = (body: string, url?: string): void =>
    void world.add({
      ...configuration,
      content: {
        title: say("title"),
        body,
        action: { label: say("label"), url: world.option("url") ?? url },
      },
    });
  const [item] = world.recommend("recently-viewed", 1);
  const fallback = (): void =>
    item?.item_name ? greet(say("looked", { name: item.item_name }), item.url) : greet(say("body"));
  // An own text stands by itself: nothing has to be read for it.
  const own = world.option("text");
  if (own !== undefined) greet(own);
  else if (world.fact("visitor.returning") && world.holds(LOOKED_FOR))
    lastSearch(world).then((term) => (term ? greet(say("searched", { term })) : fallback()), world.report);
  else fallback();
};

/** The last thing that they did was to search: then that is what is still open. */
const LOOKED_FOR = "did(search after view_item) and not did(search in visit)";

/** What was searched for last. */
async function lastSearch({ events }: PartWorld): Promise<string | undefined> {
  const all = await events();
  const found = all.reverse().find(({ name, search_term: term }) => name === "search" && term);
  return found && String(found.search_term);
}

export const texts: Texts<"title" | "body" | "looked" | "searched" | "label"> = {
  en: {
    title: "Welcome back",
    body: "Good to see you again.",
    looked: "Last time you looked at {name}.",
    searched: "Last time you searched for “{term}”.",
    label: "Have another look",
  },
  de: {
    title: "Willkommen zurück",
    body: "Schön, dass Sie wieder da sind.",
    looked: "Zuletzt haben Sie sich {name} angesehen.",
    searched: "Zuletzt haben Sie nach „{term}“ gesucht.",
    label: "Noch einmal ansehen",
  },
  fr: {
    title: "Bon retour parmi nous",
    body: "C’est un plaisir de vous revoir.",
    looked: "La dernière fois, vous avez regardé {name}.",
    searched: "La dernière fois, vous avez cherché «\u202f{term}\u202f».",
    label: "Revoir",
  },
  es: {
    title: "Hola de nuevo",
    body: "Nos alegra verte otra vez.",
    looked: "La última vez miraste {name}.",
    searched: "La última vez buscaste «{term}».",
    label: "Verlo otra vez",
  },
  it: {
    title: "Che piacere rivederti",
    body: "È bello averti di nuovo qui.",
    looked: "L’ultima volta hai guardato {name}.",
    searched: "L’ultima volta hai cercato «{term}».",
    label: "Guarda di nuovo",
  },
  pt: {
    title: "Que bom ter você de volta",
    body: "É um prazer ver você de novo.",
    looked: "Da última vez, você viu {name}.",
    searched: "Da última vez, você buscou “{term}”.",
    label: "Ver de novo",
  },
  nl: {
    title: "Welkom terug",
    body: "Leuk dat je er weer bent.",
    looked: "Vorige keer bekeek je {name}.",
    searched: "Vorige keer zocht je naar ‘{term}’.",
    label: "Bekijk het nog eens",
  },
  pl: {
    title: "Witamy ponownie",
    body: "Miło, że do nas wracasz.",
    looked: "Ostatnio oglądany produkt to {name}.",
    searched: "Ostatnio szukana fraza to „{term}”.",
    label: "Zobacz jeszcze raz",
  },
  ja: {
    title: "おかえりなさい",
    body: "またお越しいただき、ありがとうございます。",
    looked: "前回は{name}をご覧になりました。",
    searched: "前回は「{term}」をお探しでした。",
    label: "もう一度見る",
  },
  ar: {
    title: "مرحبًا بعودتك",
    body: "سعداء برؤيتك من جديد.",
    looked: "في المرة الماضية شاهدت {name}.",
    searched: "في المرة الماضية بحثت عن «{term}».",
    label: "إلقاء نظرة أخرى",
  },
};
