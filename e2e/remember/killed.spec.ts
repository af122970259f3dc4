import { setTimeout as pause } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import { compare, findProbes, probeShop, watchErrors } from "./kit/probes.ts";
import { hasTornLog } from "./kit/torn-log.ts";
import { createProfile, type Engine, engines, type Profile } from "./kit/profile.ts";
import { createRandom } from "./kit/random.ts";
import { serveShop, type ShopServer } from "./kit/serve.ts";

const long = !!process.env["LONG"];
/** In the usual run Firefox, which takes longer to start, has fewer. */
const killsOf = { chromium: long ? 100 : 4, firefox: long ? 100 : 2 };
/** Of 100 kills. */
const leastAcknowledged = 50_000;
/** So many kills a browser profile has to live through. */
const lives = 10;

interface Tally {
  kills: number;
  acknowledged: number;
  /** Kills that fell into the middle of a write of Chromium's own. */
  torn: number;
}

/**
 * Runs in a page until that is killed. It tells as fast as it is answered, and says outside of the browser up to where:
 * one request at a time, each sent after all that it names was acknowledged.
 */
async function tellWithoutEnd(writer: string): Promise<void> {
  const { shopkeeper } = window;
  let acknowledged = 0;
  let reported = 0;
  let reporting = false;
  const report = async () => {
    if (reporting) return;
    reporting = true;
    while (reported < acknowledged) {
      reported = acknowledged;
      await fetch(`/log?writer=${writer}&upTo=${reported}`);
    }
    reporting = false;
  };
  for (let told = 0; ;) {
    const burst = Array.from({ length: 1 + ((told * 7) % 9) }, () =>
      shopkeeper.track("probe", { writer, number: ++told }),
    );
    await Promise.all(burst);
    // Where nothing can be stored, `track` answers too.
    if (shopkeeper.status().storage !== "indexeddb") continue;
    acknowledged = told;
    void report();
  }
}

/** Up to which number each writer was acknowledged. */
function createAccount({ log }: ShopServer) {
  const upTo = new Map<string, number>();
  let read = 0;
  return {
    upTo,
    /** The sum of all, as of now. */
    total(): number {
      for (; read < log.length; read++) upTo.set(log[read]!.get("writer")!, Number(log[read]!.get("upTo")));
      return [...upTo.values()].reduce((sum, each) => sum + each, 0);
    },
  };
}

type Account = ReturnType<typeof createAccount>;

async function expectAllKept(page: Page, { upTo }: Account): Promise<void> {
  const found = await findProbes(page);
  const wrong = Object.fromEntries(
    [...new Set([...upTo.keys(), ...Object.keys(found.numbers)])]
      .map((writer) => [writer, compare(found.numbers[writer], upTo.get(writer) ?? 0)] as const)
      .filter(([, { lost, doubled }]) => lost[0] || doubled[0]),
  );
  expect(wrong, "nothing lost, nothing doubled").toEqual({});
  expect(found.counted, "the engine counts what is remembered").toBe(found.rows);
  expect(found.stated, "status() counts what is remembered").toBe(found.events);
}

/** Waits for a random number of acknowledgements, or now and then for a random moment of starting up. */
async function waitForMoment(random: () => number, account: Account): Promise<void> {
  if (random() < 0.2) return pause(random() * 400);
  const until = account.total() + 100 + random() * (long ? 1500 : 400);
  const deadline = Date.now() + 60_000;
  while (account.total() < until && Date.now() < deadline) await pause(2);
  return pause(random() * 5);
}

/** Kills a browser again and again on the same profile, and looks after each time that nothing is missing. */
async function live(engine: Engine, profile: Profile, shop: ShopServer, random: () => number, tally: Tally) {
  const kills = killsOf[engine];
  const account = createAccount(shop);
  let torn = false;
  for (let life = 0; ; life++) {
    const { context, page } = await profile.launch();
    const errors = watchErrors(context);
    await page.goto(shop.address);
    await expect(page.locator("h1")).toHaveText("A shop");
    await expectAllKept(page, account);
    expect(errors).toEqual([]);
    // Such a kill loses nothing. But Chromium writes on behind the torn record, and when it has to read past that, after
    // one more kill, it throws the whole database away: https://github.com/google/leveldb/issues/1287
    if (life === lives || tally.kills === kills || torn) break;
    const pages = [page];
    for (let more = random() * 3; more > 1; more--) pages.push(await context.newPage());
    for (const [tab, each] of pages.entries()) {
      if (tab) await each.goto(shop.address);
      void each.evaluate(tellWithoutEnd, `${engine}-${life}-${tab}`).catch(() => {});
    }
    await waitForMoment(random, account);
    await profile.kill();
    tally.kills++;
    torn = engine === "chromium" && hasTornLog(profile.directory);
    if (torn) tally.torn++;
    expect(errors).toEqual([]);
  }
  tally.acknowledged += account.total();
}

for (const engine of ["chromium", "firefox"] as const)
  test(`in ${engine}, ${killsOf[engine]} kills of the browser lose and double nothing that was acknowledged`, async ({}, info) => {
    test.skip(!engines.includes(engine), "there is no Firefox here");
    test.setTimeout(long ? 3_600_000 : 180_000);
    const seed = Number(process.env["SEED"] ?? Date.now());
    const random = createRandom(seed);
    const tally: Tally = { kills: 0, acknowledged: 0, torn: 0 };
    try {
      while (tally.kills < killsOf[engine]) {
        const shop = await serveShop(probeShop);
        const profile = createProfile(engine);
        try {
          await live(engine, profile, shop, random, tally);
        } finally {
          await profile.remove();
          shop.close();
        }
      }
    } finally {
      const figures = `${engine}: ${JSON.stringify(tally)} SEED=${seed}`;
      info.annotations.push({ type: "figures", description: figures });
      console.log(figures);
    }
    expect(tally.acknowledged).toBeGreaterThan(long ? leastAcknowledged : 0);
  });
