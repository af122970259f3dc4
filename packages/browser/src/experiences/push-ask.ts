import { create } from "../dom/elements.ts";
import { button, controls, finish } from "./controls.ts";
import { configured, needed, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make, PartWorld } from "./part-world.ts";

/**
 * Asks softly whether the browser may ask for notifications, so that nobody says no for ever in passing. Only a yes brings
 * up the browser's own question, and the subscription is handed to the shop: as the DOM event `shopkeeper:push`, and to
 * an address of the shop's own origin where it names one.
 */
export const make: Make = (world) => {
  const say = wording(world, "push-ask", texts);
  const key = needed(world, "push-ask", "key", "the public VAPID key of your push service");
  const url = world.option("url");
  const address = url && new URL(url, location.href);
  if (address && address.origin !== location.origin)
    throw new Error(`push-ask: data-push-ask-url has to be on this origin, got ${address.origin}`);
  const light = (): Element | undefined => {
    if (!canAsk()) return undefined;
    const host: HTMLElement = controls(
      create(
        "div",
        { part: "buttons" },
        button(say("yes"), "primary", () => {
          // Begun while the click is the reason: a browser asks for no other.
          const asked = subscribe(key).then((subscription) => handOver(subscription, address, world));
          asked.catch(world.report);
          finish(host, "convert");
        }),
        button(say("no"), "button", () => finish(host, "dismiss")),
      ),
    );
    return host;
  };
  world.add(
    {
      ...configured(world, {
        id: "push-ask",
        kind: "popup",
        when: "visitor.returning and not did(purchase in visit)",
        pages: SHOPPING,
        trigger: "pages 4",
        cap: "1 per 90d, rest 365d, until convert",
        place: "corner",
      }),
      content: { title: say("title"), body: say("body") },
    },
    { light },
  );
};

/** Neither allowed nor refused yet, and the shop has a worker that could show a notification. */
const canAsk = (): boolean =>
  "Notification" in window &&
  "PushManager" in window &&
  Notification.permission === "default" &&
  !!navigator.serviceWorker?.controller;

async function subscribe(key: string): Promise<PushSubscription | undefined> {
  if ((await Notification.requestPermission()) !== "granted") return undefined;
  const registration = await navigator.serviceWorker.ready;
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function handOver(
  subscription: PushSubscription | undefined,
  address: URL | "" | undefined,
  { report }: PartWorld,
): void {
  if (!subscription) return;
  const detail = subscription.toJSON();
  document.dispatchEvent(new CustomEvent("shopkeeper:push", { detail }));
  if (address)
    fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(detail),
    }).catch(report);
}

export const texts: Texts<"title" | "body" | "yes" | "no"> = {
  en: {
    title: "Notifications from this shop",
    body: "This browser can tell you when there is news. You can stop that at any time.",
    yes: "Yes, please",
    no: "No, thank you",
  },
  de: {
    title: "Mitteilungen von diesem Shop",
    body: "Dieser Browser kann Ihnen sagen, wenn es Neues gibt. Sie können das jederzeit beenden.",
    yes: "Ja, gern",
    no: "Nein, danke",
  },
  fr: {
    title: "Notifications de cette boutique",
    body: "Ce navigateur peut vous signaler les nouveautés. Vous pouvez l’arrêter à tout moment.",
    yes: "Oui, volontiers",
    no: "Non, merci",
  },
  es: {
    title: "Avisos de esta tienda",
    body: "Este navegador puede avisarte cuando haya novedades. Puedes pararlo en cualquier momento.",
    yes: "Sí, por favor",
    no: "No, gracias",
  },
  it: {
    title: "Notifiche da questo negozio",
    body: "Questo browser può avvisarti delle novità. Puoi disattivarle in qualsiasi momento.",
    yes: "Sì, grazie",
    no: "No, grazie",
  },
  pt: {
    title: "Notificações desta loja",
    body: "Este navegador pode avisar quando houver novidades. Você pode parar quando quiser.",
    yes: "Sim, quero",
    no: "Agora não",
  },
  nl: {
    title: "Meldingen van deze winkel",
    body: "Deze browser kan je laten weten dat er nieuws is. Je kunt dat altijd weer uitzetten.",
    yes: "Ja, graag",
    no: "Nee, bedankt",
  },
  pl: {
    title: "Powiadomienia z tego sklepu",
    body: "Ta przeglądarka może informować Cię o nowościach. Możesz to wyłączyć w każdej chwili.",
    yes: "Tak, proszę",
    no: "Nie, dziękuję",
  },
  ja: {
    title: "このお店からのお知らせ",
    body: "新しい情報をブラウザーの通知でお届けできます。いつでも止められます。",
    yes: "受け取る",
    no: "受け取らない",
  },
  ar: {
    title: "إشعارات من هذا المتجر",
    body: "يمكن لهذا المتصفح إعلامك بالجديد، ويمكن إيقاف ذلك في أي وقت.",
    yes: "نعم، من فضلكم",
    no: "لا، شكرًا",
  },
};
