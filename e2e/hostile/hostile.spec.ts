import type { CompareOptions } from "./kit/compare.ts";
import { libraries } from "./kit/libraries.ts";
import { expect, test } from "./kit/test.ts";

/** Host pages that need nothing but to be visited, by the address of their file: each says itself what it is. */
const pages: Record<string, { library?: string } & CompareOptions> = {
  plain: {},
  "prototype-js": { library: "prototype.js" },
  "to-json": {},
  mootools: { library: "mootools.js" },
  // It notes on the document who listens to it.
  zone: { library: "zone.js", patched: ["document"] },
  // It names its own members by random numbers.
  "core-js": { library: "core-js.js", patched: "anything" },
  additions: {},
  frozen: {},
  lockdown: { library: "ses.js" },
  "fetch-junk": {},
  "strict-policy": {},
  history: {},
  "history?fixed": {},
  // Where there is no Navigation API, the two methods of this one history are listened to.
  "history?old": { patched: ["history"] },
  "history?old&fixed": { patched: ["history"] },
  "clobbered-head": {},
  "clobbered-body": { anyMoment: true },
  quirks: {},
  xhtml: {},
  base: {},
  "right-to-left": {
    context: { viewport: { width: 320, height: 600 } },
    async act(page) {
      // A pop-up is not printed.
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("shopkeeper-overlay [part~=box]:visible").count()).toBe(0);
      await page.emulateMedia({ media: "screen" });
    },
  },
  components: {},
  war: {},
  // Whatever is shown is thrown away at once: in the end the shop's own content stands.
  "war?armed": { contested: true },
  rearranged: {},
  routes: {},
  "exchanged-body": {},
  written: {},
  cleared: {},
};

for (const [name, { library, ...options }] of Object.entries(pages))
  test(name, async ({ compare }) => {
    test.skip(!!library && !libraries[library], `${library} is not installed`);
    await compare(`/${name}`, options);
  });
