import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { amendBy } from "./amend.ts";
import { DATABASE, STORE } from "./database.ts";
import { openJournal } from "./journal.ts";
import { FOREIGN, openDatabase } from "./open-database.ts";

const remove = () =>
  new Promise<void>((resolve) => {
    indexedDB.deleteDatabase(DATABASE).addEventListener("success", () => resolve());
  });

/** A database of our name, as somebody else makes it. */
const makeForeign = (stores: string[]) =>
  new Promise<void>((resolve) => {
    const request = indexedDB.open(DATABASE, 3);
    request.addEventListener("upgradeneeded", () => {
      for (const store of stores) request.result.createObjectStore(store).add("theirs", 1);
    });
    request.addEventListener("success", () => {
      request.result.close();
      resolve();
    });
  });

beforeEach(remove);
afterEach(remove);

test("where there is no database, none is made unless that is wanted", async () => {
  expect(await openDatabase()).toBeUndefined();
  expect(await indexedDB.databases()).toEqual([]);
  const made = (await openDatabase(true))!;
  expect([...made.objectStoreNames]).toEqual([STORE]);
  made.close();
  const found = (await openDatabase())!;
  expect(found.version).toBe(1);
  found.close();
});

test("one without stores was begun and never made: it is made now", async () => {
  await makeForeign([]);
  expect(await openDatabase()).toBeUndefined();
  const made = (await openDatabase(true))!;
  expect([made.version, ...made.objectStoreNames]).toEqual([4, STORE]);
  made.close();
});

describe.each([[["cart"]], [[STORE]]])("one that somebody else made, with the store %s,", (stores) => {
  beforeEach(() => makeForeign(stores));

  test("is refused with a word that tells why", async () => {
    await expect(openDatabase(true)).rejects.toMatchObject({
      name: FOREIGN,
      message: expect.stringContaining("not ours"),
    });
    await expect(openJournal().sync([], 0)).rejects.toThrow("not ours");
  });

  test("is neither changed nor deleted", async () => {
    await openJournal().erase();
    await amendBy(() => [])(new Map()).catch(() => {});
    const [{ name, version }] = (await indexedDB.databases()) as [IDBDatabaseInfo];
    expect([name, version]).toEqual([DATABASE, 3]);
    const theirs = await new Promise((resolve) => {
      const request = indexedDB.open(DATABASE);
      request.addEventListener("success", () => {
        const store = request.result.transaction(stores[0]!).objectStore(stores[0]!);
        const reading = store.get(1);
        reading.addEventListener("success", () => {
          request.result.close();
          resolve(reading.result);
        });
      });
    });
    expect(theirs).toBe("theirs");
  });
});
