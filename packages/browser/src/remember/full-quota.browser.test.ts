import { cdp } from "vitest/browser";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFakeKnowledge } from "./fake-knowledge.ts";
import { openHistory } from "./history.ts";
import { openJournal } from "./journal.ts";
import type { Row } from "./row.ts";

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

test("with the quota used up, the older half is folded, and what is new is kept again", async () => {
  await setQuota(600_000);
  const knowledge = createFakeKnowledge();
  const history = openHistory({ knowledge, changed() {}, erased() {} });
  history.permit("granted");
  await history.loaded;
  const kept: boolean[] = [];
  for (let index = 0; index < 200; index++)
    kept.push(await history.add("page_view", { index, text: randomText(200) }, Date.now()).kept);
  expect(kept).not.toContain(false);
  expect(history.status()).toMatchObject({ mode: "indexeddb", waiting: 0 });
  history.stop();
  const journal = openJournal();
  const rows = await journal.sync([], 0);
  const [{ event }] = rows as [Row];
  expect(event.index).toBeGreaterThan(0);
  expect(rows.map(({ event }) => event.index)).toEqual(
    kept.map((_, index) => index).slice(event.index as number),
  );
  journal.close();
  localStorage.clear();
  const next = createFakeKnowledge();
  const after = openHistory({ knowledge: next, changed() {}, erased() {} });
  after.permit("granted");
  await after.loaded;
  expect(next.counts).toEqual({ page_view: 200 });
  after.stop();
});
