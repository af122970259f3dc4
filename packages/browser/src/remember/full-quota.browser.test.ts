import { cdp } from "vitest/browser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeKnowledge } from "./fake-knowledge.ts";
import { openHistory } from "./history.ts";
import { openJournal } from "./journal.ts";

const { origin } = location;

/** Undefined is as much as there is. */
const setQuota = (quotaSize?: number) => cdp().send("Storage.overrideQuotaForOrigin", { origin, quotaSize });

// Chromium remembers for half a minute how much space is left, unless everything is cleared.
const clear = () =>
  cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,local_storage" });

const randomText = (words = 800) => {
  let text = "";
  for (let index = 0; index < words; index++) text += crypto.randomUUID();
  return text;
};

beforeEach(clear);
afterEach(async () => {
  await setQuota();
  await clear();
});

test("with the quota used up, nothing is acknowledged that is not there", async () => {
  await setQuota(400_000);
  const journal = openJournal();
  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  for (let index = 0; index < 40; index++) {
    const id = `large ${index}`;
    const event = { name: "page_view", ts: 1, visit: 1, text: randomText() };
    await journal.sync([{ id, event }], 0, 1).then(
      () => acknowledged.push(id),
      (error) => refused.push(error),
    );
  }
  await setQuota();
  expect(refused).not.toEqual([]);
  expect(refused[0]).toMatchObject({ name: "QuotaExceededError" });
  const there = new Set((await journal.sync([], 0)).map(({ id }) => id));
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  journal.close();
});

test("with the quota used up, whatever goes to make room still counts, and what is refused is not lost", async () => {
  await setQuota(600_000);
  const knowledge = createFakeKnowledge();
  const history = openHistory({ knowledge, changed() {}, erased() {} });
  history.permit("granted");
  await history.loaded;
  const kept: boolean[] = [];
  for (let index = 0; index < 200; index++)
    kept.push(await history.add("page_view", { index, text: randomText(200) }, Date.now()).kept);
  expect(kept).toContain(true);
  const { waiting, mode, error } = history.status();
  if (waiting) expect([mode, error]).toEqual(["memory", expect.stringContaining("Quota")]);
  expect(kept.filter((each) => !each)).toHaveLength(waiting);
  await setQuota();
  // Somebody looks at the page again: what was refused is tried again.
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  await vi.waitFor(() => expect(history.status()).toMatchObject({ mode: "indexeddb", waiting: 0 }), 5000);
  history.stop();
  localStorage.clear();
  const next = createFakeKnowledge();
  const after = openHistory({ knowledge: next, changed() {}, erased() {} });
  after.permit("granted");
  await after.loaded;
  expect(next.counts).toEqual({ page_view: 200 });
  after.stop();
});
