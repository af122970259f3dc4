/** What a consent tool has heard from the shopper: nothing yet, yes, or no. */
export type Word = boolean | undefined;

export const toolNames = ["cookiebot", "onetrust", "google", "tcf", "shopify", "wordpress"] as const;
export type ToolName = (typeof toolNames)[number];
export type Words = Partial<Record<ToolName, Word>>;

declare global {
  interface Window {
    /** Each tells the page, in its own way of speaking, what the shopper has said to that tool. */
    tools: Record<ToolName, (word: Word) => void>;
  }
}

/**
 * Runs in the head of a page, above the tag: consent tools as they stand there when they know what was said on an earlier
 * page. Their word on a later page comes from their own servers and cookies, so it is handed over here.
 */
export function installTools(words: Words): void {
  const host = window as unknown as Record<string, unknown>;
  const later: ((...told: unknown[]) => void)[] = [];

  function gtag(..._given: unknown[]): void {
    // oxlint-disable-next-line prefer-rest-params
    ((host["dataLayer"] ??= []) as unknown[]).push(arguments);
  }
  const storage = (word: Word) => ({
    analytics_storage: word ? "granted" : "denied",
    personalization_storage: word ? "granted" : "denied",
  });
  const tcData = (word: Word, eventStatus: string) => ({
    gdprApplies: true,
    listenerId: 1,
    eventStatus,
    purpose: { consents: Object.fromEntries(["1", "5", "6", "8"].map((id) => [id, word === true])) },
  });

  window.tools = {
    cookiebot(word) {
      host["Cookiebot"] = {
        consent: { preferences: word === true, statistics: word === true },
        hasResponse: word !== undefined,
      };
      if (word !== undefined) dispatchEvent(new Event(word ? "CookiebotOnAccept" : "CookiebotOnDecline"));
    },
    onetrust(word) {
      host["OneTrust"] = { IsAlertBoxClosed: () => word !== undefined };
      const groups = word ? ["C0001", "C0002", "C0003"] : ["C0001"];
      host["OnetrustActiveGroups"] = `,${groups.join()},`;
      dispatchEvent(new CustomEvent("OneTrustGroupsUpdated", { detail: groups }));
    },
    google(word) {
      if (word === undefined) gtag("consent", "default", storage(word));
      else gtag("consent", "update", storage(word));
    },
    tcf(word) {
      host["__tcfapi"] ??= (
        command: string,
        _version: number,
        callback: (data: unknown, ok: boolean) => void,
      ) => {
        if (command !== "addEventListener") return;
        later.push((data) => callback(data, true));
        const now = host["tcfWord"] as Word;
        callback(tcData(now, now === undefined ? "cmpuishown" : "tcloaded"), true);
      };
      host["tcfWord"] = word;
      for (const tell of later) tell(tcData(word, word === undefined ? "cmpuishown" : "useractioncomplete"));
    },
    shopify(word) {
      const said = word === undefined ? "" : word ? "yes" : "no";
      host["Shopify"] = {
        customerPrivacy: {
          currentVisitorConsent: () => ({ preferences: said, analytics: said }),
          preferencesProcessingAllowed: () => word === true,
          analyticsProcessingAllowed: () => word === true,
        },
      };
      document.dispatchEvent(new CustomEvent("visitorConsentCollected", { detail: {} }));
    },
    wordpress(word) {
      host["consent_api"] = {};
      host["wp_consent_type"] = "optin";
      host["wp_has_consent"] = () => word === true;
      const detail = Object.assign([], {
        preferences: word ? "allow" : "deny",
        statistics: word ? "allow" : "deny",
      });
      if (word !== undefined)
        document.dispatchEvent(new CustomEvent("wp_listen_for_consent_change", { detail }));
    },
  };
  for (const [name, word] of Object.entries(words) as [ToolName, Word | null][]) {
    if (name === "google") window.tools.google(undefined);
    window.tools[name](word ?? undefined);
    // Its word of an earlier page is in a cookie; here it is said again.
    if (name === "wordpress" && word === false)
      addEventListener("DOMContentLoaded", () => window.tools.wordpress(false));
  }
}
