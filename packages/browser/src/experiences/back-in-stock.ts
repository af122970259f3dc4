import type { Item, ShopEvent } from "@shopkeeper/engine";
import { create } from "../dom/elements.ts";
import { freshened, itemsNow } from "./items-here.ts";
import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

const isSoldOut = ({ availability }: Item): boolean => /out|discontinued/i.test(availability ?? "");

/** They have met something that was sold out: else nothing is read. */
const MET = 'did(view_item where availability contains "out" or availability contains "Discontinued")';

/**
 * Tells on a product page that it is there again which was sold out when it was looked at, and puts such products of a
 * list into a rail. That it is there now is always what the page itself says.
 */
export const make: Make = (world) => {
  const say = wording(world, "back-in-stock", texts);
  const here = (): string | undefined => world.page().product?.item_id;
  if (!world.holds(MET)) return;
  Promise.all([world.events(), world.catalogue()]).then(([events, known]) => {
    world.heard((event) => void events.push(event));
    world.add(
      {
        ...configured(world, {
          id: "back-in-stock",
          kind: "message",
          when: "product.available and not product.bought and not product.in_cart",
          pages: ["product"],
          cap: world.option("into") ? undefined : "3 per visit, rest 1d",
          priority: 3,
        }),
        content: { title: say("title"), body: say("body") },
      },
      // Nothing more to see than the texts, and where it was not sold out not even these.
      { light: () => (missedIn(events, here()).has(here() ?? "") ? create("span") : undefined) },
    );
    world.add(
      {
        id: "back-in-stock-rail",
        kind: "rail",
        pages: ["home", "category", "search"],
        target: world.option("rail-into") ?? "main,[role=main]",
        position: "append",
        limit: Number(world.option("limit")) || 8,
        content: { title: say("title") },
      },
      { items: () => there(missedIn(events), itemsNow(world, known)) },
    );
  }, world.report);
};

/** Of what was missed, what a page says is there now; of a list that is silent about it, nothing follows. */
const there = (missed: Map<string, Item>, here: Map<string, Item>): Item[] =>
  [...missed].flatMap(([id, before]) => {
    const now = here.get(id);
    return now?.availability && !isSoldOut(now) ? [freshened(before, now)] : [];
  });

/**
 * What was sold out when it was looked at last and was not bought since, by id.
 *
 * @param here The product of the present page: the last view of it is no earlier one.
 */
export function missedIn(events: ShopEvent[], here?: string): Map<string, Item> {
  const missed = new Map<string, Item>();
  const isView = ({ name }: ShopEvent): boolean => name === "view_item";
  const present =
    here && [...events].reverse().find((event) => isView(event) && itemsOf(event)[0]?.item_id === here);
  for (const event of events) {
    if (event === present || !/^(view_item|purchase)$/.test(event.name)) continue;
    for (const item of itemsOf(event)) {
      if (isView(event) && isSoldOut(item)) missed.set(item.item_id!, item);
      else missed.delete(item.item_id!);
    }
  }
  return missed;
}

const itemsOf = ({ items }: ShopEvent): Item[] =>
  (Array.isArray(items) ? (items as Item[]) : []).filter((item) => item?.item_id);

export const texts: Texts<"title" | "body"> = {
  en: { title: "Back in stock", body: "It was sold out when you last looked." },
  de: { title: "Wieder da", body: "Bei Ihrem letzten Besuch war es ausverkauft." },
  fr: { title: "De nouveau disponible", body: "Cet article était épuisé à votre dernière visite." },
  es: { title: "Disponible de nuevo", body: "Estaba agotado cuando lo miraste." },
  it: { title: "Di nuovo disponibile", body: "Era esaurito quando l’hai guardato." },
  pt: { title: "Disponível de novo", body: "Estava esgotado quando você viu." },
  nl: { title: "Weer op voorraad", body: "Het was uitverkocht toen je keek." },
  pl: { title: "Znów dostępne", body: "Przy ostatniej wizycie produkt był wyprzedany." },
  ja: { title: "再入荷しました", body: "前回ご覧になったときは売り切れでした。" },
  ar: { title: "متوفر من جديد", body: "كان قد نفد عند زيارتك السابقة." },
};
