import type { Shopkeeper } from "./api.ts";

/** What `createShopkeeper` gives where there is no page, as on a server: it answers, knows nothing and does nothing. */
export function absentShopkeeper(): Shopkeeper {
  const nothing = (): void => {};
  const done = async (): Promise<void> => {};
  const consent = { measurement: "pending", personalization: "pending" } as const;
  return {
    ready: done(),
    track: done,
    identify: done,
    facts: () => ({}),
    segments: () => [],
    events: async () => [],
    why: () => undefined,
    recommend: () => [],
    decide: () => undefined,
    outcomes: async () => [],
    on: () => nothing,
    consent: nothing,
    pause: nothing,
    resume: nothing,
    exportData: async () => ({}),
    forget: done,
    status: () => ({
      storage: "memory",
      consent,
      paused: false,
      quiet: false,
      events: 0,
      bytes: 0,
      snapshot: 0,
      experiences: [],
    }),
    stop: nothing,
  };
}
