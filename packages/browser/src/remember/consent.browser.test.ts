import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { CHOICE } from "./choice.ts";
import { SNAPSHOT } from "./snapshot.ts";
import { createConsent, type Consent, type ConsentState } from "./consent.ts";

let made: Consent[] = [];
function consent(word?: string): Consent {
  const it = createConsent(word);
  made.push(it);
  return it;
}

const both = (state: ConsentState) => ({ measurement: state, personalization: state });

function sendGlobalPrivacyControl(value: unknown) {
  Object.defineProperty(navigator, "globalPrivacyControl", { value, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, "globalPrivacyControl"));
}

const fromAnotherTab = (value: string | null) => {
  if (value === null) localStorage.removeItem(CHOICE);
  else localStorage.setItem(CHOICE, value);
  dispatchEvent(new StorageEvent("storage", { key: CHOICE, newValue: value }));
};

beforeEach(() => {
  localStorage.removeItem(CHOICE);
  localStorage.removeItem(SNAPSHOT);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const each of made) each.stop();
  made = [];
});

describe("consent", () => {
  test.each([
    [undefined, "granted"],
    ["auto", "granted"],
    ["granted", "granted"],
    ["pending", "pending"],
    ["denied", "denied"],
    ["grantd", "pending"],
  ] as const)("of a shop that says %s is %s", (word, state) => {
    expect(consent(word).states).toEqual(both(state));
    expect(localStorage.getItem(CHOICE)).toBeNull();
  });

  test("is what the shop says later, for both purposes or for one", () => {
    const it = consent("pending");
    it.set("granted");
    expect(it.states).toEqual(both("granted"));
    it.set({ personalization: "denied" });
    expect(it.states).toEqual({ measurement: "granted", personalization: "denied" });
    it.set("granted");
    expect(it.states).toEqual(both("granted"));
    expect(localStorage.getItem(CHOICE)).toBeNull();
  });

  test("where tools decide and the shop says only one of two, the other is as before", () => {
    const it = consent();
    it.set({ measurement: "denied" });
    expect(it.states).toEqual({ measurement: "denied", personalization: "granted" });
  });

  test("is denied when one of several sources says no, and pending when one waits", () => {
    const it = consent("granted");
    it.set({ measurement: "pending" }, "banner");
    expect(it.states).toEqual({ measurement: "pending", personalization: "granted" });
    it.set("denied", "tool");
    it.set("granted", "banner");
    expect(it.states).toEqual(both("denied"));
    it.set("granted", "tool");
    expect(it.states).toEqual(both("granted"));
  });

  test("is denied by Global Privacy Control, whoever says yes", () => {
    sendGlobalPrivacyControl(true);
    const it = consent("granted");
    it.choose("granted");
    expect(it.states).toEqual(both("denied"));
  });

  test("takes nothing but true for Global Privacy Control", () => {
    sendGlobalPrivacyControl("0");
    expect(consent().states).toEqual(both("granted"));
  });
});

describe("of a page that is still being parsed", () => {
  let state: { mockRestore(): void };
  const parsing = () => {
    state = vi.spyOn(Document.prototype, "readyState", "get").mockReturnValue("loading");
    onTestFinished(parsed);
  };
  const parsed = () => {
    state.mockRestore();
    document.dispatchEvent(new Event("DOMContentLoaded"));
  };

  test("waits for a tool that may stand further down, where nothing is kept yet", () => {
    parsing();
    const it = consent();
    const heard = vi.fn();
    it.on(heard);
    expect([it.states, it.unsure]).toEqual([both("pending"), true]);
    parsed();
    expect([it.states, it.unsure]).toEqual([both("granted"), false]);
    expect(heard).toHaveBeenCalledExactlyOnceWith(both("granted"), false);
  });

  test("is sure where something was kept before, and where the shop decides", () => {
    parsing();
    localStorage.setItem("shopkeeper.snapshot", "{}");
    onTestFinished(() => localStorage.removeItem("shopkeeper.snapshot"));
    expect(consent().states).toEqual(both("granted"));
    localStorage.removeItem("shopkeeper.snapshot");
    expect(consent("granted").states).toEqual(both("granted"));
  });

  test("hears of the tool that was found, and tells so though both are pending", () => {
    parsing();
    const it = consent();
    const heard = vi.fn();
    it.on(heard);
    const layer: unknown[] = [];
    Object.assign(window, { dataLayer: layer });
    onTestFinished(() => void Reflect.deleteProperty(window, "dataLayer"));
    (function (..._given: unknown[]) {
      layer.push(arguments);
    })("consent", "default", { personalization_storage: "denied", analytics_storage: "denied" });
    parsed();
    expect([it.states, it.unsure]).toEqual([both("pending"), false]);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe("the shopper's own choice", () => {
  test("to refuse wins over the shop, on this page and on the next ones", () => {
    const it = consent("granted");
    it.choose("denied");
    it.set("granted");
    expect(it.states).toEqual(both("denied"));
    expect(localStorage.getItem(CHOICE)).toBe("denied");
    expect(consent("granted").states).toEqual(both("denied"));
  });

  test("to agree answers a shop that waits, and not one that says no", () => {
    const it = consent("pending");
    it.choose("granted");
    expect(it.states).toEqual(both("granted"));
    expect(consent("pending").states).toEqual(both("granted"));
    expect(consent("denied").states).toEqual(both("denied"));
  });

  test("to pause leaves everything as it is, until it is taken back", () => {
    const it = consent("granted");
    it.choose("paused");
    expect([it.paused, it.states]).toEqual([true, both("pending")]);
    expect([consent().paused, consent().states]).toEqual([true, both("pending")]);
    it.choose(undefined);
    expect([it.paused, it.states]).toEqual([false, both("granted")]);
    expect(localStorage.getItem(CHOICE)).toBeNull();
  });

  test("in another tab is heard here", () => {
    const it = consent("granted");
    const heard = vi.fn();
    it.on(heard);
    fromAnotherTab("denied");
    expect(it.states).toEqual(both("denied"));
    expect(heard).toHaveBeenLastCalledWith(both("denied"), false);
    fromAnotherTab("paused");
    expect(heard).toHaveBeenLastCalledWith(both("pending"), true);
    fromAnotherTab(null);
    expect(it.states).toEqual(both("granted"));
  });

  test("outlives the shop's emptying of localStorage in another tab, on this page", () => {
    const it = consent("granted");
    it.choose("denied");
    localStorage.clear();
    dispatchEvent(new StorageEvent("storage", { key: null, newValue: null }));
    expect(it.states).toEqual(both("denied"));
  });

  test("is read again when the page comes back from the back/forward cache", () => {
    const it = consent("granted");
    localStorage.setItem(CHOICE, "denied");
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    expect(it.states).toEqual(both("denied"));
  });

  test("that is none of ours is no choice", () => {
    localStorage.setItem(CHOICE, "yes, please");
    expect(consent("pending").states).toEqual(both("pending"));
  });

  test("holds for the page where it cannot be stored", () => {
    vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const it = consent("granted");
    it.choose("denied");
    expect(it.states).toEqual(both("denied"));
  });
});

describe("who listens", () => {
  test("is told of changes, and only of changes, until it has enough", () => {
    const it = consent("pending");
    const heard = vi.fn();
    const off = it.on(heard);
    it.set("pending");
    expect(heard).not.toHaveBeenCalled();
    it.set("granted");
    it.set("granted");
    expect(heard.mock.calls).toEqual([[both("granted"), false]]);
    off();
    it.set("denied");
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test("hears nothing of other tabs after the stop", () => {
    const it = consent("granted");
    it.stop();
    fromAnotherTab("denied");
    expect(it.states).toEqual(both("granted"));
  });
});
