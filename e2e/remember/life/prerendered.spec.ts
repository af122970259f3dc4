import { expect, test } from "@playwright/test";
import { createProfile } from "../kit/profile.ts";
import { launchRaw } from "../kit/raw-chromium.ts";
import { serveShop, shopPage, type ShopServer } from "../kit/serve.ts";

/** Tells the server what a page stores and counts, in which state it is. */
const telling = `<script>
  const tell = async (when) => {
    const databases = (await indexedDB.databases()).map(({ name }) => "database " + name);
    const stored = [...databases, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join();
    const shop = window.shopkeeper;
    const views = shop ? (await shop.events({ name: "page_view" })).map(({ page_path }) => page_path).join() : "";
    const visits = shop ? shop.facts()["visitor.visits"] : "";
    const exposures = shop ? (await shop.events({ name: "experience_view" })).length : "";
    const told = { when, at: location.pathname, stored, views, visits, exposures };
    await fetch("/log?" + new URLSearchParams(told));
  };
  if (document.prerendering) {
    // Long after everything has been read and decided.
    addEventListener("load", () => setTimeout(() => tell("prerendering"), 1000));
    document.addEventListener("prerenderingchange", () => shopkeeper.ready.then(() => setTimeout(() => tell("shown"), 500)));
  } else addEventListener("load", () => (window.shopkeeper?.ready ?? Promise.resolve()).then(() => setTimeout(() => tell("opened"), 500)));
</script>
<script type="application/json" data-sk-config>
  { "version": 1, "experiences": [{ "id": "hello", "kind": "message", "target": "#here", "content": { "title": "Hello" } }] }
</script>`;

/** Renders the next page ahead, and goes on to a page once that is done. */
const ahead = (goOn: string): string => `<h1>Before</h1>
<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>
<script>
  const ask = async () => {
    if ((await (await fetch("/is-prerendered")).text()) === "yes") location.href = ${JSON.stringify(goOn)};
    else setTimeout(ask, 100);
  };
  ask();
</script>`;

/** What the pages told, as `when at`, with the rest. */
const told = (shop: ShopServer, when: string): Record<string, string> | undefined => {
  const found = shop.log.find((each) => each.get("when") === when);
  return found && Object.fromEntries(found);
};

/** Opens a page that renders `/next` ahead and then goes on, in a browser that nothing looks into. */
async function run(before: { tag: boolean; goOn: string }, look: (shop: ShopServer) => Promise<void>) {
  const body = '<h1>A shop</h1><div id="here"></div>';
  const shop: ShopServer = await serveShop({
    answer(path) {
      if (path.includes(".")) return undefined;
      if (path === "/is-prerendered")
        return { type: "text/plain", body: told(shop, "prerendering") ? "yes" : "no" };
      const page = shopPage({ head: telling, body: path === "/before" ? ahead(before.goOn) : body });
      const silent = path === "/before" && !before.tag;
      return { headers: { "cache-control": "no-cache" }, body: silent ? ahead(before.goOn) : page };
    },
  });
  const profile = createProfile("chromium");
  const browser = launchRaw(profile.directory);
  try {
    // Not attached to: a page that is looked into renders nothing ahead.
    await browser.send("Target.createTarget", { url: `${shop.address}/before` });
    await look(shop);
  } finally {
    await profile.remove();
    shop.close();
  }
}

test("a page that is rendered ahead stores nothing until it is shown, and counts then", async () => {
  test.setTimeout(60_000);
  await run({ tag: false, goOn: "/next" }, async (shop) => {
    await expect
      .poll(() => told(shop, "prerendering"), { timeout: 30_000 })
      .toMatchObject({ at: "/next", stored: "" });
    await expect
      .poll(() => told(shop, "shown"), { timeout: 30_000 })
      .toMatchObject({ at: "/next", views: "/next", visits: "1", exposures: "1" });
    expect(told(shop, "shown")!["stored"]).toContain("database shopkeeper");
    // It was that very page, and not one that was loaded in its place.
    expect(told(shop, "opened")).toBeUndefined();
  });
});

test("a page that is rendered ahead and never shown is no page view, no visit and no exposure", async () => {
  test.setTimeout(60_000);
  await run({ tag: true, goOn: "/other" }, async (shop) => {
    await expect.poll(() => told(shop, "prerendering"), { timeout: 30_000 }).toMatchObject({ at: "/next" });
    await expect.poll(() => shop.log.map((each) => each.get("at")), { timeout: 30_000 }).toContain("/other");
    const last = shop.log.find((each) => each.get("at") === "/other")!;
    expect(Object.fromEntries(last)).toMatchObject({ views: "/before,/other", visits: "1", exposures: "1" });
    expect(told(shop, "shown")).toBeUndefined();
  });
});
