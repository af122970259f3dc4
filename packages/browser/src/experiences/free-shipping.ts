import { create } from "../dom/elements.ts";
import { formatNumber } from "../render/number.ts";
import { controls } from "./controls.ts";
import { configured, needed, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";

/** Tells how far the cart is from free delivery, and follows it as it grows. */
export const make: Make = (world) => {
  const say = wording(world, "free-shipping", texts);
  const threshold = Number(
    needed(world, "free-shipping", "threshold", "what a cart must be worth, such as 50"),
  );
  if (!(threshold > 0))
    throw new Error("free-shipping: expected a number such as 50 in data-free-shipping-threshold");
  const stated = world.option("currency") ?? world.currency;
  const isBar = !world.option("into");
  let update = (): void => {};
  world.heard(() => update());

  const missing = (): number => threshold - Number(world.fact("cart.value"));
  /** A threshold in one currency says nothing of a cart in another. */
  const currencyOf = (): string | undefined => {
    const currencies = world.recommend("cart", 99).flatMap(({ currency }) => currency ?? []);
    return currencies.some((each) => each !== (stated ?? currencies[0]))
      ? undefined
      : (stated ?? currencies[0]);
  };
  const light = (): Element | undefined => {
    const currency = currencyOf();
    const began = missing();
    // A bar has nothing to add where delivery is free already.
    if (!currency || Number.isNaN(began) || (isBar && began <= 0)) return undefined;
    const line = create("p", { part: "line", role: "status" });
    const bar = create("progress", {
      part: "progress",
      max: String(threshold),
      "aria-label": say("title", { amount: formatNumber(threshold, currency) }),
    });
    update = () => {
      const left = missing();
      line.textContent = left > 0 ? say("body", { amount: formatNumber(left, currency) }) : say("done");
      bar.value = Math.min(threshold, Math.max(0, threshold - left)) || 0;
    };
    update();
    return controls(line, bar);
  };
  const currency = stated ?? world.recommend("cart", 1)[0]?.currency;
  world.add(
    {
      ...configured(world, {
        id: "free-shipping",
        kind: "message",
        when: "cart.quantity > 0 and known(cart.value)",
        pages: ["home", "category", "product", "search", "cart"],
        cap: isBar ? "2 per visit, rest 7d" : undefined,
        priority: 2,
      }),
      content: { title: say("title", { amount: formatNumber(threshold, currency) }) },
    },
    { light },
  );
};

export const texts: Texts<"title" | "body" | "done"> = {
  en: { title: "Free delivery from {amount}", body: "{amount} to go.", done: "Delivery is free." },
  de: {
    title: "Kostenlose Lieferung ab {amount}",
    body: "Es fehlen noch {amount}.",
    done: "Die Lieferung ist kostenlos.",
  },
  fr: {
    title: "Livraison offerte dès {amount}",
    body: "Il manque {amount}.",
    done: "La livraison est offerte.",
  },
  es: { title: "Envío gratis desde {amount}", body: "Faltan {amount}.", done: "El envío es gratis." },
  it: {
    title: "Spedizione gratuita da {amount}",
    body: "Mancano {amount}.",
    done: "La spedizione è gratuita.",
  },
  pt: { title: "Frete grátis a partir de {amount}", body: "Faltam {amount}.", done: "O frete é grátis." },
  nl: { title: "Gratis bezorging vanaf {amount}", body: "Nog {amount}.", done: "De bezorging is gratis." },
  pl: {
    title: "Darmowa dostawa od {amount}",
    body: "Brakuje {amount}.",
    done: "Dostawa jest darmowa.",
  },
  ja: { title: "{amount}以上で送料無料", body: "あと{amount}です。", done: "送料は無料です。" },
  ar: { title: "توصيل مجاني ابتداءً من {amount}", body: "يتبقى {amount}.", done: "التوصيل مجاني." },
};
