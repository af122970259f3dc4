import { answer, is, waits, type ConsentTool } from "./tool.ts";

/** WP Consent API: `wp_has_consent`. Categories: `preferences`, `statistics`, `marketing`, `functional`. */
export const watchWpConsent: ConsentTool = (host) => {
  let told: Record<string, unknown> = {};
  return (event) => {
    // An array with names for keys.
    if (event?.type === "wp_listen_for_consent_change") told = { ...told, ...(event as CustomEvent).detail };
    const { wp_has_consent: has } = host;
    // `consent_api` is what WordPress writes into the page, before the script that uses it.
    if (!is(has, "Function")) return is(host.consent_api, "Object") && waits;
    const type = host.wp_consent_type ?? host.wp_fallback_consent_type;
    return (category) => {
      const denied = told[category] === "deny" || host.document.cookie.includes(`_${category}=deny`);
      // While nobody has said how consent works here, it says yes to everything.
      return answer(!denied && !!type && has(category), denied);
    };
  };
};
