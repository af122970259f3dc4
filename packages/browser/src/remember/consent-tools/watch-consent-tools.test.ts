import { expect, test, vi } from "vitest";
import type { ConsentTools } from "@shopkeeper/engine";
import type { ConsentStates } from "../consent.ts";
import type { Host } from "./tool.ts";
import { watchConsentTools } from "./watch-consent-tools.ts";

/** A page's globals as far as consent tools go. */
function createHost(globals: object = {}): Host {
  return Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), { cookie: "" }),
    ...globals,
  }) as Host;
}

function watch(host: Host, configured: ConsentTools = {}) {
  const said = new Map<string, Partial<ConsentStates>>();
  const undo = watchConsentTools(host, configured, said, (act) => act());
  /** As consent puts them together. */
  const stateOf = (purpose: keyof ConsentStates) => {
    const words = [...said.values()].map((each) => each[purpose]);
    return ["denied", "pending", "granted"].find((each) => words.includes(each as never)) ?? "pending";
  };
  return {
    undo,
    /** "measurement personalization" as they stand. */
    get now() {
      return said.size ? `${stateOf("measurement")} ${stateOf("personalization")}` : undefined;
    },
  };
}

const tell = (target: EventTarget, type: string, detail?: unknown) =>
  target.dispatchEvent(new CustomEvent(type, { detail }));
/** When what follows within this task has happened. */
const soon = () => Promise.resolve();
/** A script has loaded; what came with it is there. */
const loaded = (host: Host) => host.document.dispatchEvent(new Event("load"));

/** Something that tells what it is as an element does, and may be called, as `<object>`. */
function createElement(kind: string, fields: object = {}) {
  return Object.assign(() => {}, fields, { [Symbol.toStringTag]: `HTML${kind}Element` });
}

function gtagOf(host: Host) {
  host.dataLayer ??= [];
  return function gtag(..._given: unknown[]) {
    // oxlint-disable-next-line prefer-rest-params
    host.dataLayer.push(arguments);
  };
}

test("a page without tools says nothing, also with globals that are none", () => {
  const it = watch(createHost({ dataLayer: [{ event: "gtm.js" }], OneTrust: undefined }));
  expect(it.now).toBeUndefined();
});

test("elements with the names of tools are no tools", () => {
  const names = ["dataLayer", "__tcfapi", "__gpp", "Shopify", "wp_has_consent", "Cookiebot", "OneTrust"];
  names.push("OnetrustActiveGroups", "OptanonWrapper", "consent_api", "google_tag_data");
  const element = createElement("Object", { customerPrivacy: {}, consent: { preferences: true } });
  const it = watch(createHost(Object.fromEntries(names.map((name) => [name, element]))));
  expect(it.now).toBeUndefined();
});

test("a tool that is named is waited for; another that is there is heard as well", () => {
  const host = createHost();
  const it = watch(host, { onetrust: {} });
  expect(it.now).toBe("pending pending");
  host.Cookiebot = { consent: { preferences: true, statistics: true }, hasResponse: true };
  loaded(host);
  expect(it.now).toBe("pending pending");
  tell(host as unknown as EventTarget, "OneTrustGroupsUpdated", ["C0001", "C0002", "C0003"]);
  expect(it.now).toBe("granted granted");
});

test("a no of one tool wins over the yes of another", () => {
  const host = createHost({ Cookiebot: { consent: { preferences: true, statistics: true } } });
  gtagOf(host)("consent", "update", { personalization_storage: "denied", analytics_storage: "granted" });
  expect(watch(host).now).toBe("granted denied");
});

test("a tool that throws has not spoken, and takes its yes back when it begins to", () => {
  const host = createHost({ wp_consent_type: "optin", wp_has_consent: () => true });
  const it = watch(host);
  expect(it.now).toBe("granted granted");
  host.wp_has_consent = () => {
    throw new Error("theirs");
  };
  loaded(host);
  expect(it.now).toBe("pending pending");
  const getter = createHost();
  Object.defineProperty(getter, "Cookiebot", {
    get() {
      throw new Error("theirs");
    },
  });
  expect(watch(getter).now).toBe("pending pending");
});

test("after the end nothing is heard any more", () => {
  const host = createHost({ Cookiebot: { consent: {} } });
  const it = watch(host);
  it.undo();
  host.Cookiebot.consent = { preferences: true, statistics: true };
  tell(host as unknown as EventTarget, "CookiebotOnAccept");
  expect(it.now).toBe("pending pending");
});

test("polluted prototypes name no tools", () => {
  Object.assign(Object.prototype, { onetrust: { personalization: "C0001" } });
  try {
    expect(watch(createHost()).now).toBeUndefined();
  } finally {
    Reflect.deleteProperty(Object.prototype, "onetrust");
  }
});

const all = (state: string) => ({ analytics_storage: state, personalization_storage: state });

test("Google: a default of no waits, the update answers, the last update counts", async () => {
  const host = createHost();
  const gtag = gtagOf(host);
  gtag("consent", "default", all("denied"));
  const it = watch(host);
  expect(it.now).toBe("pending pending");
  gtag("consent", "update", all("granted"));
  await soon();
  expect(it.now).toBe("granted granted");
  gtag("consent", "update", { personalization_storage: "denied" });
  await soon();
  expect(it.now).toBe("granted denied");
  gtag("consent", "default", all("granted"));
  await soon();
  expect(it.now).toBe("granted denied");
});

test("Google: an update before the default, and a data layer made late, are heard", () => {
  const host = createHost();
  const it = watch(host);
  const gtag = gtagOf(host);
  gtag("consent", "update", all("granted"));
  gtag("consent", "default", all("denied"));
  loaded(host);
  expect(it.now).toBe("granted granted");
});

test("Google: a default of yes counts when what it waits for has had its time", () => {
  vi.useFakeTimers();
  const host = createHost();
  gtagOf(host)("consent", "default", { ...all("granted"), wait_for_update: 500 });
  const it = watch(host);
  expect(it.now).toBe("pending pending");
  vi.advanceTimersByTime(500);
  expect(it.now).toBe("granted granted");
  vi.useRealTimers();
});

test("Google: a default for one region waits until Google's tag knows where we are", () => {
  const host = createHost();
  const gtag = gtagOf(host);
  gtag("consent", "default", all("granted"));
  gtag("consent", "default", { ...all("denied"), region: ["ES", "US-CA"] });
  const it = watch(host);
  expect(it.now).toBe("pending pending");
  const entries = {
    analytics_storage: { default: true },
    personalization_storage: { default: false },
  };
  host.google_tag_data = { ics: { entries } };
  loaded(host);
  expect(it.now).toBe("granted pending");
});

test("Google: a default for some regions says nothing of what it does not name, but in such a region", () => {
  const host = createHost();
  gtagOf(host)("consent", "default", {
    analytics_storage: "denied",
    ad_storage: "denied",
    region: ["ES", "DE"],
  });
  const it = watch(host);
  expect(it.now).toBe("pending granted");
  host.google_tag_data = { ics: { entries: { analytics_storage: { default: false } } } };
  loaded(host);
  expect(it.now).toBe("pending pending");
});

test("Google: what a tag manager's template commanded is read where only Google's tag knows it", () => {
  const host = createHost({ google_tag_data: { ics: { entries: {} } } });
  const it = watch(host);
  expect(it.now).toBeUndefined();
  host.google_tag_data.ics.entries = {
    analytics_storage: { default: false, update: true },
    personalization_storage: { default: true, update: false },
  };
  loaded(host);
  expect(it.now).toBe("granted denied");
});

test("Google: an array is no command, and no word but granted and denied says anything", async () => {
  const host = createHost({ dataLayer: [["consent", "update", all("granted")]] });
  const it = watch(host);
  expect(it.now).toBeUndefined();
  const gtag = gtagOf(host);
  gtag("consent", "update", { analytics_storage: true, personalization_storage: "GRANTED" });
  await soon();
  expect(it.now).toBe("pending pending");
  gtag("consent", "update", undefined);
  gtag("consent", "update", all("granted"));
  await soon();
  expect(it.now).toBe("granted granted");
});

test("Google: a category that is never named is left to other tools, and to none waits", () => {
  const host = createHost();
  gtagOf(host)("consent", "update", { analytics_storage: "granted" });
  const it = watch(host);
  expect(it.now).toBe("granted pending");
  host.Cookiebot = { consent: { preferences: true, statistics: true }, hasResponse: true };
  loaded(host);
  expect(it.now).toBe("granted granted");
  const configured = watch(host, { google: { personalization: "analytics_storage" } });
  expect(configured.now).toBe("granted granted");
});

/** As the stub of a CMP and the CMP itself: calls back at once, and whenever something happens. */
function createTcf() {
  let data: object = { gdprApplies: undefined, eventStatus: undefined, cmpStatus: "loading" };
  const listeners = new Map<number, (data: object | null, success: boolean) => void>();
  let last = 0;
  return {
    listeners,
    api: vi.fn(
      (command: string, version: number, callback: (data: never, success: boolean) => void, id?: number) => {
        if (version !== 2) callback(null as never, false);
        else if (command === "addEventListener") {
          listeners.set(++last, callback as never);
          callback({ ...data, listenerId: last } as never, true);
        } else if (command === "removeEventListener") callback(listeners.delete(id!) as never, true);
      },
    ),
    tell(next: object) {
      data = { ...data, ...next };
      for (const [listenerId, each] of listeners) each({ ...data, listenerId }, true);
    },
  };
}
const purposes = (...ids: number[]) => ({
  consents: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((id) => [id, ids.includes(id)])),
  legitimateInterests: Object.fromEntries([1, 5, 6, 8].map((id) => [id, true])),
});

test("TCF: waits while the dialog is open, and goes by the purposes once it is answered", () => {
  const tcf = createTcf();
  const it = watch(createHost({ __tcfapi: tcf.api }));
  expect(it.now).toBe("pending pending");
  tcf.tell({ gdprApplies: true, eventStatus: "cmpuishown", purpose: purposes(1, 5, 6, 8) });
  expect(it.now).toBe("pending pending");
  tcf.tell({ eventStatus: "useractioncomplete", purpose: purposes(1, 5, 8) });
  expect(it.now).toBe("granted denied");
  tcf.tell({ eventStatus: "cmpuishown", purpose: purposes() });
  expect(it.now).toBe("granted denied");
  tcf.tell({ eventStatus: "useractioncomplete", purpose: purposes(1, 5, 6, 8) });
  expect(it.now).toBe("granted granted");
  tcf.tell({ eventStatus: "useractioncomplete", purpose: purposes(5, 6, 8) });
  expect(it.now).toBe("denied denied");
  it.undo();
  expect(tcf.listeners.size).toBe(0);
});

test("TCF: a law that does not apply needs no consent; one that may apply is waited for", () => {
  const tcf = createTcf();
  const it = watch(createHost({ __tcfapi: tcf.api }));
  tcf.tell({ gdprApplies: undefined, eventStatus: "tcloaded", purpose: purposes(1, 5, 6, 8) });
  expect(it.now).toBe("pending pending");
  tcf.tell({ gdprApplies: false, purpose: { consents: {} } });
  expect(it.now).toBe("granted granted");
});

test("TCF: the stub's place is taken by the tool, which is asked anew and alone believed", () => {
  const stub = createTcf();
  const host = createHost({ __tcfapi: stub.api });
  const it = watch(host);
  const tool = createTcf();
  tool.tell({ gdprApplies: true, eventStatus: "tcloaded", purpose: purposes() });
  host.__tcfapi = tool.api;
  loaded(host);
  loaded(host);
  expect(tool.listeners.size).toBe(1);
  expect(it.now).toBe("denied denied");
  stub.tell({ gdprApplies: true, eventStatus: "tcloaded", purpose: purposes(1, 5, 6, 8) });
  expect(it.now).toBe("denied denied");
});

test("TCF: one that fails, lies or never answers is no yes", () => {
  const liars = [
    () => {},
    () => {
      throw new Error("theirs");
    },
    (_: string, __: number, callback: (data: unknown, ok: boolean) => void) => callback(null, false),
    (_: string, __: number, callback: (data: unknown, ok: boolean) => void) =>
      callback({ gdprApplies: true, eventStatus: "tcloaded", purpose: "all" }, true),
  ];
  for (const __tcfapi of liars) expect(watch(createHost({ __tcfapi })).now).toBe("pending pending");
});

function createGpp() {
  let ping: object = { gppVersion: "1.1", cmpStatus: "stub", signalStatus: "not ready", parsedSections: {} };
  const listeners: ((event: object) => void)[] = [];
  return {
    api(command: string, callback: (data: never) => void) {
      if (command === "ping") return callback(ping as never);
      if (command === "addEventListener") {
        listeners.push(callback as never);
        callback({ eventName: "listenerRegistered", listenerId: listeners.length, data: true } as never);
      }
    },
    tell(eventName: string, data: unknown, next: object) {
      ping = { ...ping, ...next };
      for (const each of listeners) each({ eventName, listenerId: 1, data });
    },
  };
}

test("GPP: waits until the signal is ready; then whoever opted out is refused", () => {
  const gpp = createGpp();
  const it = watch(createHost({ __gpp: gpp.api }));
  expect(it.now).toBe("pending pending");
  gpp.tell("sectionChange", "usnat", {
    applicableSections: [7],
    parsedSections: { usnat: [{ SaleOptOut: 2 }] },
  });
  expect(it.now).toBe("pending pending");
  gpp.tell("signalStatus", "ready", { signalStatus: "ready" });
  expect(it.now).toBe("granted granted");
  const parsedSections = { usnat: [{ SaleOptOut: 2, TargetedAdvertisingOptOut: 1 }, { Gpc: false }] };
  gpp.tell("sectionChange", "usnat", { parsedSections });
  expect(it.now).toBe("denied denied");
});

test.each([
  [{ usca: { SharingOptOut: 1 } }, [8], "denied denied"],
  [{ usnat: [{ SaleOptOut: 0 }, { Gpc: true }] }, [7], "denied denied"],
  [{ uspv1: "1YYN" }, [6], "denied denied"],
  [{ uspv1: "1YNN" }, [6], "granted granted"],
  [{ uspv1: [{ Version: 1, Notice: "Y", OptOutSale: "Y" }] }, [6], "denied denied"],
  [{}, [-1], "granted granted"],
  [{ tcfeuv2: [{ PurposeConsent: [true] }] }, [2], "pending pending"],
  [undefined, undefined, "pending pending"],
])("GPP: %j in %j is %s", (parsedSections, applicableSections, states) => {
  const gpp = createGpp();
  gpp.tell("signalStatus", "ready", { signalStatus: "ready", applicableSections, parsedSections });
  expect(watch(createHost({ __gpp: gpp.api })).now).toBe(states);
});

function createShopifyPrivacy(choice: "yes" | "no" | "", optIn = true) {
  const state = { choice };
  const allowed = () => (optIn ? state.choice === "yes" : state.choice !== "no");
  return {
    state,
    preferencesProcessingAllowed: allowed,
    analyticsProcessingAllowed: allowed,
    marketingAllowed: allowed,
    currentVisitorConsent: () => ({ preferences: state.choice, analytics: state.choice, marketing: "" }),
  };
}

test("Shopify: its privacy is loaded once, and heard when the visitor answers", () => {
  const loadFeatures = vi.fn();
  const host = createHost({ Shopify: { loadFeatures } });
  const it = watch(host);
  loaded(host);
  expect(it.now).toBe("pending pending");
  expect(loadFeatures).toHaveBeenCalledExactlyOnceWith(
    [{ name: "consent-tracking-api", version: "0.1" }],
    expect.any(Function),
  );
  loadFeatures.mock.calls[0]![1](new Error("blocked"));
  expect(it.now).toBe("pending pending");
  const customerPrivacy = createShopifyPrivacy("");
  host.Shopify.customerPrivacy = customerPrivacy;
  loadFeatures.mock.calls[0]![1]();
  expect(it.now).toBe("pending pending");
  customerPrivacy.state.choice = "yes";
  tell(host.document, "visitorConsentCollected", { preferencesAllowed: true });
  expect(it.now).toBe("granted granted");
  customerPrivacy.state.choice = "no";
  tell(host.document, "visitorConsentCollected", { preferencesAllowed: false });
  expect(it.now).toBe("denied denied");
});

test("Shopify: where nobody needs to ask, it is granted; Hydrogen has no features to load", () => {
  const Shopify = { customerPrivacy: createShopifyPrivacy("", false) };
  expect(watch(createHost({ Shopify })).now).toBe("granted granted");
  expect(watch(createHost({ Shopify: { shop: "mugs.myshopify.com" } })).now).toBeUndefined();
});

function createWordPress(type?: string) {
  const host = createHost({ wp_consent_type: type });
  host.wp_has_consent = (category: string) => {
    if (!host.wp_consent_type) return true;
    if (host.document.cookie.includes(`wp_consent_${category}=allow`)) return true;
    return host.wp_consent_type === "optout" && !host.document.cookie.includes(`wp_consent_${category}=`);
  };
  return host;
}

test("WP Consent API: its yes to everything counts for nothing before a kind of consent is set", () => {
  const host = createWordPress();
  const it = watch(host);
  expect(it.now).toBe("pending pending");
  host.wp_consent_type = "optout";
  tell(host.document, "wp_consent_type_defined");
  expect(it.now).toBe("granted granted");
  expect(watch(createHost({ consent_api: { consent_type: "" } })).now).toBe("pending pending");
});

test("WP Consent API: changes come in an array with names", () => {
  const host = createWordPress("optin");
  const it = watch(host);
  const answer = (category: string, value: string) => {
    host.document.cookie += `; wp_consent_${category}=${value}`;
    tell(host.document, "wp_listen_for_consent_change", Object.assign([], { [category]: value }));
  };
  expect(it.now).toBe("pending pending");
  answer("preferences", "allow");
  expect(it.now).toBe("pending granted");
  answer("statistics", "deny");
  expect(it.now).toBe("denied granted");
  // On the next page the cookie alone tells.
  const next = createWordPress("optin");
  next.document.cookie = host.document.cookie;
  expect(watch(next).now).toBe("denied granted");
});

test("Cookiebot: its tag is waited for, and false before an answer is none", () => {
  const host = createHost({ Cookiebot: createElement("Script") });
  const it = watch(host);
  expect(it.now).toBe("pending pending");
  const consent = { necessary: true, preferences: false, statistics: false, marketing: false };
  host.Cookiebot = { consent, hasResponse: false };
  loaded(host);
  expect(it.now).toBe("pending pending");
  consent.preferences = true;
  tell(host as unknown as EventTarget, "CookiebotOnAccept");
  tell(host as unknown as EventTarget, "CookiebotOnConsentReady");
  expect(it.now).toBe("denied granted");
  consent.preferences = false;
  tell(host as unknown as EventTarget, "CookiebotOnDecline");
  expect(it.now).toBe("denied denied");
});

test("Cookiebot: a returning visitor's answer is there at once, and only true is a yes", () => {
  const consent = { preferences: "yes", statistics: true };
  expect(watch(createHost({ Cookiebot: { consent, hasResponse: true } })).now).toBe("granted denied");
});

test("OneTrust: the groups tell, whole ids only, and what is not active while the banner is open waits", () => {
  const OneTrust = { IsAlertBoxClosed: () => false };
  const host = createHost({ OptanonWrapper() {} });
  const it = watch(host);
  expect(it.now).toBe("pending pending");
  Object.assign(host, { OneTrust, OnetrustActiveGroups: ",C0001,C00031," });
  tell(host as unknown as EventTarget, "OneTrustGroupsUpdated", ["C0001", "C00031"]);
  expect(it.now).toBe("pending pending");
  OneTrust.IsAlertBoxClosed = () => true;
  host.OnetrustActiveGroups = ",C0001,C0003,";
  tell(host as unknown as EventTarget, "OneTrustGroupsUpdated", ["C0001", "C0003"]);
  expect(it.now).toBe("denied granted");
  tell(host as unknown as EventTarget, "OneTrustGroupsUpdated", "C0001,C0002,C0003");
  expect(it.now).not.toBe("granted granted");
});

test("OneTrust: groups have the names that the shop gives them; of several all are needed", () => {
  const host = createHost({ OnetrustActiveGroups: ",1,2,BG7," });
  const configured = { onetrust: { measurement: "2", personalization: ["BG7", "BG8"] } };
  expect(watch(host, configured).now).toBe("granted denied");
  host.OnetrustActiveGroups = ",1,2,BG7,BG8,";
  loaded(host);
  expect(watch(host, configured).now).toBe("granted granted");
});
