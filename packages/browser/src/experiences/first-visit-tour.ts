import type { Step } from "@shopkeeper/engine";
import { selectAll } from "../dom/elements.ts";
import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Where most shops have these. */
const PLACES = {
  search: "input[type=search],[role=search] input,form[action*=search] input",
  menu: "header nav",
  wish: "header a[href*=wish]",
  cart: "header a[href*=cart],header a[href*=basket],header a[href*=bag]",
} as const;

/** Shows a new visitor around: where to search, what there is, where wishes and the cart are kept. Once ever. */
export const make: Make = (world) => {
  const say = wording(world, "first-visit-tour", texts);
  const own = selectAll("[data-first-visit-tour]").map((element): Step => {
    const body = element.getAttribute("data-first-visit-tour")!;
    return { target: `[data-first-visit-tour="${CSS.escape(body)}"]`, body };
  });
  const usual = (Object.keys(PLACES) as (keyof typeof PLACES)[]).flatMap((name): Step[] => {
    const target = world.option(name) ?? PLACES[name];
    const isThere = target && selectAll(target, world.report).length;
    return isThere ? [{ target, title: say(`${name}Title`), body: say(`${name}Body`) }] : [];
  });
  const steps = own.length ? own : usual;
  if (!steps.length)
    throw new Error('first-visit-tour found nothing to show: give an element data-first-visit-tour="TEXT".');
  world.add({
    ...configured(world, {
      id: "first-visit-tour",
      kind: "tour",
      when: "visitor.visits = 1 and not did(add_to_cart)",
      pages: ["home"],
      trigger: "time 8s",
      cap: "1 ever",
    }),
    steps,
  });
};

type Key = `${keyof typeof PLACES}${"Title" | "Body"}`;

export const texts: Texts<Key> = {
  en: {
    searchTitle: "Looking for something",
    searchBody: "A word is enough, such as a colour or a material.",
    menuTitle: "All that there is",
    menuBody: "Sorted, to look around.",
    wishTitle: "Not sure yet",
    wishBody: "Put it on the wish list. It stays in this browser.",
    cartTitle: "Chosen",
    cartBody: "The cart keeps what you put in it.",
  },
  de: {
    searchTitle: "Etwas Bestimmtes suchen",
    searchBody: "Ein Wort genügt, etwa eine Farbe oder ein Material.",
    menuTitle: "Alles, was es gibt",
    menuBody: "Geordnet, zum Umsehen.",
    wishTitle: "Noch nicht sicher",
    wishBody: "Setzen Sie es auf die Wunschliste. Sie bleibt in diesem Browser.",
    cartTitle: "Ausgewählt",
    cartBody: "Der Warenkorb behält, was Sie hineinlegen.",
  },
  fr: {
    searchTitle: "Chercher quelque chose",
    searchBody: "Un mot suffit, par exemple une couleur ou une matière.",
    menuTitle: "Tout ce qu’il y a",
    menuBody: "Classé, pour se promener.",
    wishTitle: "Pas encore sûr de vous",
    wishBody: "Mettez l’article sur la liste d’envies. Elle reste dans ce navigateur.",
    cartTitle: "C’est choisi",
    cartBody: "Le panier garde ce que vous y mettez.",
  },
  es: {
    searchTitle: "Buscar algo",
    searchBody: "Basta una palabra, por ejemplo un color o un material.",
    menuTitle: "Todo lo que hay",
    menuBody: "Ordenado, para mirar con calma.",
    wishTitle: "Para pensarlo",
    wishBody: "Ponlo en la lista de deseos. Se queda en este navegador.",
    cartTitle: "Ya elegido",
    cartBody: "El carrito guarda lo que pones en él.",
  },
  it: {
    searchTitle: "Cercare qualcosa",
    searchBody: "Basta una parola, per esempio un colore o un materiale.",
    menuTitle: "Tutto quello che c’è",
    menuBody: "In ordine, per dare un’occhiata.",
    wishTitle: "Per pensarci",
    wishBody: "Mettilo nella lista dei desideri. Resta in questo browser.",
    cartTitle: "Scelto",
    cartBody: "Il carrello conserva quello che ci metti.",
  },
  pt: {
    searchTitle: "Procurar algo",
    searchBody: "Basta uma palavra, como uma cor ou um material.",
    menuTitle: "Tudo o que existe",
    menuBody: "Organizado, para olhar com calma.",
    wishTitle: "Para pensar",
    wishBody: "Coloque na lista de desejos. Ela fica neste navegador.",
    cartTitle: "Escolhido",
    cartBody: "O carrinho guarda o que você coloca nele.",
  },
  nl: {
    searchTitle: "Iets zoeken",
    searchBody: "Een woord is genoeg, zoals een kleur of een materiaal.",
    menuTitle: "Alles wat er is",
    menuBody: "Geordend, om rond te kijken.",
    wishTitle: "Nog niet zeker",
    wishBody: "Zet het op de verlanglijst. Die blijft in deze browser.",
    cartTitle: "Gekozen",
    cartBody: "De winkelwagen bewaart wat je erin legt.",
  },
  pl: {
    searchTitle: "Szukanie",
    searchBody: "Wystarczy jedno słowo, na przykład kolor lub materiał.",
    menuTitle: "Wszystko, co mamy",
    menuBody: "Uporządkowane, żeby się rozejrzeć.",
    wishTitle: "Jeszcze do namysłu",
    wishBody: "Dodaj do listy życzeń. Zostaje w tej przeglądarce.",
    cartTitle: "Wybrane",
    cartBody: "Koszyk przechowuje to, co do niego włożysz.",
  },
  ja: {
    searchTitle: "お探しのもの",
    searchBody: "色や素材など、一語で探せます。",
    menuTitle: "すべての商品",
    menuBody: "種類ごとにご覧いただけます。",
    wishTitle: "迷っているとき",
    wishBody: "ほしいものリストに入れておけます。このブラウザーに残ります。",
    cartTitle: "お決まりのもの",
    cartBody: "カートに入れたものはそのまま残ります。",
  },
  ar: {
    searchTitle: "البحث عن شيء",
    searchBody: "تكفي كلمة واحدة، مثل لون أو خامة.",
    menuTitle: "كل ما لدينا",
    menuBody: "مرتّب للتصفح.",
    wishTitle: "لم يُحسم الأمر بعد",
    wishBody: "يمكن إضافته إلى قائمة الأمنيات، وتبقى في هذا المتصفح.",
    cartTitle: "تم الاختيار",
    cartBody: "تحتفظ السلة بما يوضع فيها.",
  },
};
