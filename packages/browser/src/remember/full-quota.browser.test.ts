import { cdp } from "vitest/browser";
import { expect, test } from "vitest";
import { openJournal } from "./journal.ts";

const randomText = () => {
  let text = "";
  for (let index = 0; index < 800; index++) text += crypto.randomUUID();
  return text;
};

test("with the quota used up, nothing is acknowledged that is not there", async () => {
  const { origin } = location;
  // Chromium remembers for half a minute how much space is left, unless everything is cleared.
  const begin = () => cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await begin();
  await cdp().send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 400_000 });
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
  await cdp().send("Storage.overrideQuotaForOrigin", { origin });
  expect(refused).not.toEqual([]);
  expect(refused[0]).toMatchObject({ name: "QuotaExceededError" });
  const there = new Set((await journal.sync([], 0)).map(({ id }) => id));
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  journal.close();
  await begin();
});
