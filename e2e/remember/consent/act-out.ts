import { type BrowserContext, expect, type Page } from "@playwright/test";
import { serveShop, shopPage } from "../kit/serve.ts";
import { storedProfile } from "../kit/stored-profile.ts";
import { ConsentModel, type Step } from "./model.ts";
import { installTools, type ToolName } from "./tools.ts";

export interface Scene {
  /** Those that stand on every page. */
  tools: ToolName[];
  /** Whether the browser sends Global Privacy Control. */
  privacyControl: boolean;
  steps: Step[];
}

/** A second is the promise; a machine under load is given more, and what it took is told. */
const PATIENCE = 8000;

const body = `<h1>A shop</h1>
<div data-sk-slot="hero"><template data-sk-when="did(view_item)"><p>Welcome back</p></template><p>Welcome</p></div>
${["grant", "deny", "pause", "forget"].map((act) => `<button data-sk-do="${act}">${act}</button>`).join("\n")}`;

let scenes = 0;

const nextPage = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
  await act();
  await page.evaluate(() => window.shopkeeper.ready);
};

/**
 * Acts a scene out in real tabs, and looks after each step whether a byte is there that must not be.
 *
 * @returns How long each erasing took until every tab saw nothing any more. Milliseconds.
 */
export async function actOut(
  context: BrowserContext,
  { tools, privacyControl, steps }: Scene,
): Promise<number[]> {
  const model = new ConsentModel(tools, privacyControl);
  const pages: Page[] = [];
  /** How many pages of the shop a tab can go back. */
  const behind = new Map<Page, number>();
  const took: number[] = [];
  let visits = 0;
  const shop = await serveShop({
    answer(path) {
      if (path.includes(".")) return undefined;
      const gpc = `Object.defineProperty(navigator, "globalPrivacyControl", { value: ${privacyControl} });`;
      // `JSON` knows no undefined.
      const words = JSON.stringify(model.known, (_, word: unknown) => (word === undefined ? null : word));
      const head = `<script>${gpc}(${installTools.toString()})(${words});</script>`;
      return { body: shopPage({ head, body }) };
    },
  });

  // Ports come again, and with them what an earlier scene has left there; this name does not.
  const address = shop.address.replace("127.0.0.1", `scene-${++scenes}.localhost`);

  async function open(): Promise<void> {
    const page = await context.newPage();
    pages.push(page);
    model.open();
    await nextPage(page, () => page.goto(`${address}/0`));
  }

  async function act(step: Step): Promise<void> {
    const index = step.tab % pages.length;
    const page = pages[index]!;
    const { does } = step;
    if (does === "signal" && tools[0]) {
      const tool = tools[step.tool % tools.length]!;
      model.signal(index, tool, step.word);
      await page.evaluate(({ tool, word }) => window.tools[tool](word), { tool, word: step.word });
    } else if (does === "control") {
      // Who has said no has nothing to pause.
      if (step.control === "pause" && model.choice === "denied") return;
      model.control(index, step.control);
      await page.evaluate(
        (act) => document.querySelector<HTMLElement>(`[data-sk-do=${act}]`)!.click(),
        step.control,
      );
    } else if (does === "api") {
      model.api(index, step.state);
      await page.evaluate((state) => window.shopkeeper.consent(state), step.state);
    } else if (does === "view") await view(index);
    else if (does === "open" && pages.length < 3) await open();
    else if (does === "close" && pages.length > 1) {
      model.close(index);
      await pages.splice(index, 1)[0]!.close();
    } else if (does === "reload" || does === "navigate" || does === "back") await load(index, does);
  }

  /** Not waited for: the next step comes into the midst of it. */
  const view = (index: number): Promise<void> =>
    pages[index]!.evaluate(() => void window.shopkeeper.track("view_item", { items: [{ item_id: "mug" }] }));

  async function load(index: number, how: "reload" | "navigate" | "back"): Promise<void> {
    const page = pages[index]!;
    const before = behind.get(page) ?? 0;
    if (how === "back" && !before) return;
    behind.set(page, before + { reload: 0, navigate: 1, back: -1 }[how]);
    model.load(index);
    await nextPage(page, async () => {
      if (how === "reload") await page.reload();
      else if (how === "back") await page.goBack();
      else await page.goto(`${address}/${++visits}`);
    });
  }

  const stored = async (): Promise<string[]> => {
    const each = [];
    for (const page of pages) each.push(...(await storedProfile(page)));
    return [...new Set(each)];
  };

  /** Nothing is there any more, and it does not come back. */
  async function empty(from: number): Promise<void> {
    await expect.poll(stored, { timeout: PATIENCE, intervals: [10, 20, 50] }).toEqual([]);
    took.push(Date.now() - from);
  }

  async function look(from: number): Promise<void> {
    const states = () =>
      Promise.all(
        pages.map((page) => page.evaluate(() => window.shopkeeper.status().consent.personalization)),
      );
    await expect.poll(states, { timeout: PATIENCE }).toEqual(model.tabs.map(({ state }) => state));
    if (model.virgin) expect(await stored()).toEqual([]);
    else if (!model.mayKeep) await empty(from);
  }

  try {
    await open();
    await look(Date.now());
    for (const step of steps) {
      const from = Date.now();
      await act(step);
      if (step.calm) await look(from);
    }
    await look(Date.now());
    // Nor later, when all that was under way has come to its end.
    if (!model.mayKeep) {
      await pages[0]!.waitForTimeout(150);
      expect(await stored()).toEqual([]);
    }
    // And where it is permitted, something is kept: else all this would prove nothing.
    const live = model.tabs.findIndex((tab) => tab.live);
    if (live >= 0) {
      await view(live);
      await expect.poll(stored, { timeout: PATIENCE }).toContain("database shopkeeper");
    }
    return took;
  } finally {
    for (const page of pages) await page.close();
    shop.close();
  }
}
