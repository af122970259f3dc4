import { create } from "../dom/elements.ts";
import { formatNumber } from "../render/number.ts";
import { controls } from "./controls.ts";
import { configured, listed, needed, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

export interface Tier {
  name: string;
  /** From how much on. */
  from: number;
}

const FORM = 'tiers with what they begin at, such as "Bronze 0, Silver 200, Gold 500"';

/**
 * Reads a ladder of tiers.
 *
 * @example readTiers("Bronze 0, Silver 200") // [{ name: "Bronze", from: 0 }, { name: "Silver", from: 200 }]
 */
export function readTiers(text: string): Tier[] {
  const tiers = listed(text).map((each) => {
    const [, name, from] = /^(.*\S)\s+(\d+(?:\.\d+)?)$/.exec(each) ?? [];
    if (!name) throw new Error(`reward-tier: expected ${FORM}, got ${JSON.stringify(each)}`);
    return { name, from: Number(from) };
  });
  return tiers.sort((a, b) => a.from - b.from);
}

/**
 * Where somebody stands on the ladder. A tier that the shop declares holds, also where the amount says less.
 *
 * @returns `undefined` below the first tier, where none is declared.
 */
export function standing(tiers: Tier[], amount: number, declared?: unknown) {
  const stated = tiers.findIndex(({ name }) => name.toLowerCase() === String(declared).toLowerCase());
  const at = stated >= 0 ? stated : tiers.filter(({ from }) => from <= amount).length - 1;
  if (at < 0) return undefined;
  const next = tiers[at + 1];
  return { tier: tiers[at]!, next, missing: next && Math.max(0, next.from - amount) };
}

/** Shows the customer's tier, and how far it is to the next: by orders of this browser, or by what the shop declares. */
export const make: Make = (world) => {
  const say = wording(world, "reward-tier", texts);
  const tiers = readTiers(needed(world, "reward-tier", "tiers", FORM));
  const of = world.option("of") ?? "orders.value";
  const currency = of === "orders.value" ? (world.option("currency") ?? world.currency) : undefined;
  const known = (): ReturnType<typeof standing> =>
    standing(tiers, Number(world.fact(of)) || 0, world.fact("profile.tier"));
  const light = (): Element | undefined => {
    const now = known();
    if (!now) return undefined;
    const { tier, next, missing } = now;
    if (!next) return controls(create("p", { part: "line" }, say("top")));
    const amount = formatNumber(missing!, currency);
    const line = create("p", { part: "line" }, say("body", { amount, next: next.name }));
    const bar = create("progress", {
      part: "progress",
      max: String(next.from - tier.from),
      "aria-label": next.name,
    });
    bar.value = Math.max(0, next.from - tier.from - missing!);
    return controls(line, bar);
  };
  world.add(
    {
      ...configured(world, {
        id: "reward-tier",
        kind: "message",
        when: `orders.count > 0 or known(profile.tier)${of === "orders.value" ? "" : ` or ${of} > 0`}`,
        pages: ["home", "account"],
        cap: world.option("into") ? undefined : "1 per 7d, rest 30d",
        priority: 1,
      }),
      content: {
        get title() {
          return say("title", { tier: known()?.tier.name ?? "" });
        },
        action: { label: say("label"), url: world.option("url") },
      },
    },
    { light },
  );
};

export const texts: Texts<"title" | "body" | "top" | "label"> = {
  en: {
    title: "Your level is {tier}",
    body: "{amount} to {next}.",
    top: "It is the highest there is.",
    label: "See what comes with it",
  },
  de: {
    title: "Ihre Stufe ist {tier}",
    body: "Noch {amount} bis {next}.",
    top: "Es ist die höchste, die es gibt.",
    label: "Ihre Vorteile",
  },
  fr: {
    title: "Votre niveau est {tier}",
    body: "Encore {amount} jusqu’à {next}.",
    top: "C’est le plus haut niveau.",
    label: "Voir vos avantages",
  },
  es: {
    title: "Tu nivel es {tier}",
    body: "Faltan {amount} para {next}.",
    top: "Es el más alto que hay.",
    label: "Ver tus ventajas",
  },
  it: {
    title: "Il tuo livello è {tier}",
    body: "Mancano {amount} a {next}.",
    top: "È il più alto che ci sia.",
    label: "I tuoi vantaggi",
  },
  pt: {
    title: "Seu nível é {tier}",
    body: "Faltam {amount} para {next}.",
    top: "É o mais alto que existe.",
    label: "Ver as suas vantagens",
  },
  nl: {
    title: "Je niveau is {tier}",
    body: "Nog {amount} tot {next}.",
    top: "Het is het hoogste dat er is.",
    label: "Bekijk je voordelen",
  },
  pl: {
    title: "Twój poziom to {tier}",
    body: "Brakuje {amount} do poziomu {next}.",
    top: "To najwyższy poziom.",
    label: "Zobacz swoje korzyści",
  },
  ja: {
    title: "現在のランクは{tier}です",
    body: "{next}まであと{amount}です。",
    top: "最高ランクです。",
    label: "特典を見る",
  },
  ar: {
    title: "مستواك هو {tier}",
    body: "يتبقى {amount} للوصول إلى {next}.",
    top: "هذا أعلى مستوى.",
    label: "مشاهدة مزاياك",
  },
};
