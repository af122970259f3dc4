import { expect, test } from "@playwright/test";
import { serveShop } from "../kit/serve.ts";
import { hasWebKit, openScreen, openWebKit, type Screen, type WebKit } from "../kit/webkit.ts";
import { leavingShop } from "./leaving-page.ts";

const times = process.env["LONG"] ? 20 : 3;

interface Leaving {
  webkit: WebKit;
  address: string;
  /** Where the page is that tells an event and is left. */
  leaving: string;
}

const soon = (act: string) => `setTimeout(() => tellAndLeave(() => ${act}))`;

/** Every way out of a page, which tells an event in the same task. The session ends on the page that is seen next. */
const exits: Record<string, (leaving: Leaving) => Promise<void>> = {
  async "a link"({ webkit, leaving }) {
    await webkit.go(leaving);
    await webkit.click("a");
    await webkit.until('location.pathname === "/next"');
  },
  async "a form"({ webkit, leaving }) {
    await webkit.go(leaving);
    await webkit.click("button");
    await webkit.until('location.pathname === "/next"');
  },
  async "location.href"({ webkit, leaving }) {
    await webkit.go(leaving);
    await webkit.run(soon('location.href = "/next"'));
    await webkit.until('location.pathname === "/next"');
  },
  async "a reload"({ webkit, leaving }) {
    await webkit.go(leaving);
    await webkit.run(`window.old = true; ${soon("location.reload()")}`);
    await webkit.until('!window.old && document.readyState === "complete"');
  },
  async "the way back"({ webkit, address, leaving }) {
    await webkit.go(`${address}/before`);
    await webkit.go(leaving);
    await webkit.run(soon("history.back()"));
    await webkit.until('location.pathname === "/before"');
  },
  async "the closing of a tab"({ webkit, address, leaving }) {
    const last = await webkit.send<string>("GET", "/window");
    const { handle } = await webkit.send<{ handle: string }>("POST", "/window/new", { type: "tab" });
    await webkit.send("POST", "/window", { handle });
    await webkit.go(leaving);
    await webkit.run("tellAndLeave()");
    await webkit.send("DELETE", "/window");
    await webkit.send("POST", "/window", { handle: last });
    await webkit.go(`${address}/next`);
  },
  async "a page that only leads on"({ webkit, leaving }) {
    await webkit.go(leaving.replace("/?", "/onward?"));
    await webkit.until('location.pathname === "/next"');
  },
};

interface Known {
  numbers: number[];
  storage: string;
}

const numbersNow = `
  const done = arguments[arguments.length - 1];
  shopkeeper.ready
    .then(() => shopkeeper.events({ name: "probe" }))
    .then((events) => done({ numbers: events.map(({ number }) => number), storage: shopkeeper.status().storage }));`;

test.describe("WebKit", () => {
  test.skip(!hasWebKit, "there is no WebKitWebDriver, MiniBrowser or Xvfb here");
  let screen: Screen;
  test.beforeAll(async () => void (hasWebKit && (screen = await openScreen())));
  test.afterAll(() => screen?.close());

  for (const [name, leave] of Object.entries(exits))
    test(`in WebKit, what is told last before ${name} is on the next page, once, ${times} times of ${times}`, async ({}, info) => {
      test.setTimeout(60_000 + times * 10_000);
      const shop = await serveShop(leavingShop);
      // One whose database hangs is of no use for anything else.
      const webkit = await openWebKit(screen);
      try {
        let kept = 0;
        const seen = [];
        for (let number = 1; number <= times; number++) {
          await leave({ webkit, address: shop.address, leaving: `${shop.address}/?number=${number}` });
          await webkit.until("window.shopkeeper?.ready");
          const ask = () => webkit.wait<Known>(numbersNow);
          // A script that is sent while a page comes back may find nobody to answer it. A database that hangs never will.
          const { numbers, storage } = await ask().catch(ask);
          if (numbers.filter((each) => each === number).length === 1) kept++;
          seen.push(`${storage}: ${numbers}`);
        }
        const figures = `WebKitGTK ${webkit.version}: ${kept} of ${times} kept over ${name}`;
        info.annotations.push({ type: "figures", description: figures });
        console.log(figures);
        expect(kept, seen.join("\n")).toBe(times);
      } finally {
        await webkit.close();
        shop.close();
      }
    });
});
