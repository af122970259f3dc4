import { expect, test } from "@playwright/test";
import { createProfile, engines } from "../kit/profile.ts";
import { serveShop } from "../kit/serve.ts";
import { findStored } from "../kit/stored-bytes.ts";
import { createCorpus, type Canary } from "./corpus.ts";
import { answerWith, MARKER } from "./shop.ts";
import { visit } from "./visit.ts";

const told = ({ kind, input }: Canary): string => `${input} (${kind})`;

for (const engine of engines) {
  test(`in ${engine}, nothing personal that comes in by any way is in the profile on disk`, async () => {
    test.setTimeout(180_000);
    const corpus = createCorpus();
    const shop = await serveShop({ answer: answerWith(corpus) });
    const elsewhere = await serveShop({ answer: () => ({ body: "<body>A letter" }) });
    const profile = createProfile(engine);
    try {
      const { context, page } = await profile.launch();
      const { exported, complaints } = await visit(page, shop.address, elsewhere.address, corpus);
      await context.close();

      const { canaries } = corpus;
      expect(canaries.length).toBeGreaterThanOrEqual(300);
      expect(new Set(canaries.map(({ value }) => value)).size).toBe(canaries.length);

      const marker = MARKER.toLowerCase();
      const found = findStored(engine, profile, [marker, ...canaries.flatMap(({ needles }) => needles)]);
      const places = [...(found.get(marker) ?? [])].join("\n");
      // What may be kept is found, in the journal and in the snapshot: so the rest would be too.
      expect(places).toMatch(engine === "chromium" ? /IndexedDB/ : /\/idb\//);
      expect(places).toMatch(engine === "chromium" ? /Local Storage/ : /\/ls\//);
      expect(canaries.filter(({ needles }) => needles.some((needle) => found.has(needle))).map(told)).toEqual(
        [],
      );

      const all = exported.join("\n").toLowerCase();
      expect(all).toContain(marker);
      expect(
        canaries.filter(({ needles }) => needles.some((needle) => all.includes(needle))).map(told),
      ).toEqual([]);

      // The developer hears of it, but not what it was.
      const spoken = complaints.join("\n");
      expect(spoken).toContain("[shopkeeper]");
      expect(
        canaries
          .filter(({ needles }) => needles.some((needle) => spoken.toLowerCase().includes(needle)))
          .map(told),
      ).toEqual([]);
      expect(complaints.filter((text) => text.startsWith("page: "))).toEqual([]);
    } finally {
      await profile.remove();
      shop.close();
      elsewhere.close();
    }
  });

  test(`in ${engine}, what a page stores of the same kinds is found on disk`, async () => {
    test.setTimeout(120_000);
    const corpus = createCorpus();
    const shop = await serveShop({ answer: () => ({ body: "<body>" }) });
    const profile = createProfile(engine);
    try {
      // Every way in, as it is put there: the pages are made, and not visited.
      const answer = answerWith(corpus);
      for (const path of ["/category/", "/account", "/checkout/order-received", "/marks"]) answer(path);
      for (let number = 0; number < 200; number++)
        corpus.put(`more ${number}`, number % 2 ? "words" : "email");
      const values = corpus.canaries.map(({ value }) => value);
      const { context, page } = await profile.launch();
      await page.goto(shop.address);
      await page.evaluate(async (values) => {
        for (const [index, value] of values.entries())
          localStorage.setItem(`control ${index}`, `local:${value}`);
        const request = indexedDB.open("control");
        request.addEventListener("upgradeneeded", () => request.result.createObjectStore("rows"));
        await new Promise((done) => request.addEventListener("success", done));
        const transaction = request.result.transaction("rows", "readwrite");
        for (const [index, value] of values.entries())
          transaction
            .objectStore("rows")
            .put({ text: `indexed:${value}`, list: Array(50).fill("the same") }, index);
        await new Promise((done) => transaction.addEventListener("complete", done));
      }, values);
      await context.close();
      const wanted = values.flatMap((value) =>
        [`local:${value}`, `indexed:${value}`].map((text) => text.toLowerCase()),
      );
      const found = findStored(engine, profile, wanted);
      expect(wanted.length).toBeGreaterThanOrEqual(600);
      expect(wanted.filter((needle) => !found.has(needle))).toEqual([]);
    } finally {
      await profile.remove();
      shop.close();
    }
  });
}
