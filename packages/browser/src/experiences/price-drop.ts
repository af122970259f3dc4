import type { CatalogueItem, ExperienceConfiguration, Item } from "@shopkeeper/engine";
import { formatNumber } from "../render/number.ts";
import { freshened, itemsNow } from "./items-here.ts";
import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make, PartWorld } from "./part-world.ts";

/**
 * Tells on a product page that it costs less than when it was looked at before, and puts such products of a list into a
 * rail. The price of now is always the page's own, and no price of before is crossed out: it was none of a list.
 */
export const make: Make = (world) => {
  const say = wording(world, "price-drop", texts);
  world.add({
    ...configured(world, {
      id: "price-drop",
      kind: "message",
      when: "product.price_drop > 0 and not product.bought and not product.in_cart",
      pages: ["product"],
      cap: world.option("into") ? undefined : "3 per visit, rest 1d",
      priority: 2,
    }),
    content: {
      title: say("title"),
      get body() {
        const amount = Number(world.fact("product.price_drop"));
        return say("body", { amount: formatNumber(amount, world.page().product?.currency) });
      },
    },
  });
  const rail: ExperienceConfiguration = {
    id: "price-drop-rail",
    kind: "rail",
    pages: ["home", "category", "search"],
    target: world.option("rail-into") ?? "main,[role=main]",
    position: "append",
    limit: Number(world.option("limit")) || 8,
    content: { title: say("list") },
  };
  void world.catalogue().then((known) => world.add(rail, { items: () => cheaper(world, known) }));
};

/** What was looked at or wished for, and is cheaper in a list of this page or of another one of the last day. */
export function cheaper(world: Pick<PartWorld, "page" | "recommend">, known: CatalogueItem[] = []): Item[] {
  const offers = itemsNow(world, known);
  const remembered = [...world.recommend("wishlist", 50), ...world.recommend("recently-viewed", 50)];
  // A list has told of their price already, and so it is remembered.
  const dropped = new Set(world.recommend("price-drops", 50).map(({ item_id }) => item_id));
  const found = remembered.flatMap((before) => {
    const now = offers.get(before.item_id ?? "");
    const isSame = now && (now.currency ?? before.currency) === before.currency;
    const isCheaper =
      isSame && (dropped.has(before.item_id) ? now.price! <= before.price! : now.price! < before.price!);
    return isCheaper && !/out|discontinued/i.test(now.availability ?? "")
      ? [[before.item_id, freshened(before, now)] as const]
      : [];
  });
  return [...new Map(found).values()];
}

export const texts: Texts<"title" | "body" | "list"> = {
  en: {
    title: "Cheaper than last time",
    body: "{amount} less than when you last looked.",
    list: "Cheaper than when you looked",
  },
  de: {
    title: "Günstiger als zuletzt",
    body: "{amount} weniger als bei Ihrem letzten Besuch.",
    list: "Günstiger als bei Ihrem letzten Besuch",
  },
  fr: {
    title: "Moins cher que la dernière fois",
    body: "{amount} de moins qu’à votre dernière visite.",
    list: "Moins cher qu’à votre dernière visite",
  },
  es: {
    title: "Más barato que la última vez",
    body: "{amount} menos que cuando lo miraste.",
    list: "Más barato que cuando lo miraste",
  },
  it: {
    title: "Costa meno dell’ultima volta",
    body: "{amount} in meno di quando l’hai guardato.",
    list: "Costa meno di quando l’hai guardato",
  },
  pt: {
    title: "Mais barato do que da última vez",
    body: "{amount} a menos do que quando você viu.",
    list: "Mais barato do que quando você viu",
  },
  nl: {
    title: "Goedkoper dan vorige keer",
    body: "{amount} minder dan toen je keek.",
    list: "Goedkoper dan toen je keek",
  },
  pl: {
    title: "Taniej niż ostatnio",
    body: "O {amount} mniej niż przy ostatniej wizycie.",
    list: "Taniej niż przy ostatniej wizycie",
  },
  ja: {
    title: "前回よりお安くなりました",
    body: "前回ご覧になったときより{amount}お安くなっています。",
    list: "前回よりお安くなった商品",
  },
  ar: {
    title: "أرخص من المرة الماضية",
    body: "أقل بمقدار {amount} مما كان عند زيارتك السابقة.",
    list: "أرخص مما كان عند زيارتك السابقة",
  },
};
