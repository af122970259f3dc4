import { arrive, buy, expectKeeps, expectShopStands } from "./kit/shopper.ts";
import { expect, test, usualEngines } from "./kit/test.ts";

/** Ways in which localStorage is of no use while IndexedDB is, each a script above the tag. */
const faults: Record<string, string> = {
  "is full": `
    localStorage.clear();
    for (let size = 1 << 22; size >= 1; size >>= 1)
      for (let key = 0; ; key++)
        try { localStorage.setItem(size + " " + key, "x".repeat(size)); } catch { break; }`,
  "refuses to be written": `Storage.prototype.setItem = () => { throw new DOMException("staged", "QuotaExceededError"); };`,
  "refuses everything": `
    for (const name of ["getItem", "setItem", "removeItem", "clear", "key"])
      Storage.prototype[name] = () => { throw new DOMException("staged", "SecurityError"); };`,
  "must not be mentioned": `
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, { get() { throw new DOMException("staged", "SecurityError"); } });`,
  // As in a WebView of Android whose DOM storage is off.
  "is null": `
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value: null });`,
  "gives back nonsense": `
    const texts = ["{", "null", "[]", '{"v":1}', '{"v":1,"upTo":1e9,"id":"x","state":{},"beyond":[]}', "[null,7,{}]"];
    for (const key of ["shopkeeper.snapshot", "shopkeeper.tail", "shopkeeper.choice", "shopkeeper.consent"])
      localStorage.setItem(key, texts[Math.floor(Math.random() * texts.length)]);`,
};

for (const engine of usualEngines)
  for (const [name, script] of Object.entries(faults))
    test(`in ${engine}, where localStorage ${name}, events are kept all the same`, async ({
      openPage,
      serve,
    }) => {
      const shop = await serve({ head: `<script>{${script}}</script>` });
      const page = await openPage(engine);
      await arrive(page, shop.address);
      await buy(page, "one", "two");
      expect(await arrive(page, shop.address)).toMatchObject({
        storage: "indexeddb",
        bought: ["one", "two"],
        pieces: 2,
      });
      await expectKeeps(page, shop.address);
      await expectShopStands(page);
    });
