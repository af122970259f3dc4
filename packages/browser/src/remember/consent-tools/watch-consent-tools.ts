import type { ConsentCategories, ConsentTools } from "@shopkeeper/engine";
import { listen } from "../../dom/elements.ts";
import type { Undo } from "../../dom/undo.ts";
import { guardedBy } from "../../guard.ts";
import type { ConsentState, ConsentStates } from "../consent.ts";
import { watchCookiebot } from "./cookiebot.ts";
import { watchGoogle } from "./google.ts";
import { watchGpp, watchTcf } from "./iab.ts";
import { watchOneTrust } from "./one-trust.ts";
import { watchShopify } from "./shopify.ts";
import { waits, type ConsentTool, type Host, type Read } from "./tool.ts";
import { watchWpConsent } from "./wp-consent.ts";

const optOuts = ["SaleOptOut", "SharingOptOut", "TargetedAdvertisingOptOut", "OptOutSale", "Gpc"];

/** Every tool, and which of its categories mean measurement and personalization; of several all have to be granted. */
const tools: [keyof ConsentTools, ConsentTool, ConsentCategories, ConsentCategories][] = [
  ["google", watchGoogle, "analytics_storage", "personalization_storage"],
  ["tcf", watchTcf, ["1", "8"], ["1", "5", "6"]],
  ["gpp", watchGpp, optOuts, optOuts],
  ["shopify", watchShopify, "analytics", "preferences"],
  ["wordpress", watchWpConsent, "statistics", "preferences"],
  ["cookiebot", watchCookiebot, "statistics", "preferences"],
  ["onetrust", watchOneTrust, "C0002", "C0003"],
];

/** When one that came late may be there, and what the tools tell by themselves. Nothing is asked by the clock. */
const events =
  "DOMContentLoaded load pageshow visibilitychange visitorConsentCollected wp_listen_for_consent_change " +
  "wp_consent_type_defined CookiebotOnConsentReady CookiebotOnAccept CookiebotOnDecline OneTrustGroupsUpdated";

/**
 * Listens to the consent tools of the page, those that come later included.
 *
 * @param configured By the shop. A tool that is named there is waited for.
 * @param said Where the word of each tool that is there is put, by its name. A purpose that it leaves out is the others'.
 * @param change Called with what puts the words there, all at once: nobody acts on the yes of one before the others are
 *   heard.
 */
export function watchConsentTools(
  host: Host,
  configured: ConsentTools,
  said: Map<string, Partial<ConsentStates>>,
  change: (act: () => void) => void,
): Undo {
  const undos: Undo[] = [];
  const lookAtAll = (event?: Event): void => change(() => looks.forEach((look) => look(event)));
  const looks = tools.map(([name, watch, ...usual]) => {
    const own = Object.hasOwn(configured, name) && configured[name];
    const { measurement = usual[0], personalization = usual[1] } = own || {};
    const say = (read: Read): unknown =>
      said.set(name, {
        measurement: strictest(read, measurement),
        personalization: strictest(read, personalization),
      });
    if (own) say(waits);
    const look = watch(host, lookAtAll, undos);
    return (event?: Event) => {
      try {
        const read = look(event);
        if (read) say(read);
      } catch {
        // Nobody knows what a tool would have said that fails.
        say(waits);
      }
    };
  });

  lookAtAll();
  // What happens to an element passes the document and not the window.
  for (const target of [host, host.document] as EventTarget[]) undos.push(listen(target, events, lookAtAll));
  // A tool may throw when it is told goodbye.
  return () => undos.forEach((undo) => guardedBy(() => {})(undo)());
}

/** Of several categories all have to be granted. */
function strictest(read: Read, categories: ConsentCategories): ConsentState | undefined {
  const words = [categories].flat().map((each) => read(each));
  return (["denied", "pending", undefined, "granted"] as const).find((each) => words.includes(each));
}
