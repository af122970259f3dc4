import type { Page } from "@playwright/test";
import { expect, test } from "../kit.ts";

/** Opens the page in a language, with the shop's own attributes and words; tells which files of words were asked for. */
async function open(
  page: Page,
  address: string,
  lang: string,
  { attributes = "", words = {} }: { attributes?: string; words?: object } = {},
): Promise<string[]> {
  const asked: string[] = [];
  page.on("request", (request) => {
    const file = request.url().split("/").at(-1)!;
    if (/^(words|privacy-panel)-/.test(file)) asked.push(file);
  });
  await page.route("**/languages/", async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace('lang="de"', lang)
      .replace("{}", JSON.stringify({ version: 1, words }))
      .replace("data-consent", `${attributes} data-consent`);
    await route.fulfill({ response, body: html });
  });
  await page.goto(`${address}/languages/`);
  await page.evaluate(() => window.shopkeeper.ready);
  return asked;
}

const help = async (page: Page): Promise<void> => page.locator("#help").click();

for (const [lang, title, label, heading] of [
  ["de-AT", "Können wir helfen?", "Fragen Sie uns", "Pausieren"],
  ["FR", "Besoin d’aide\u202f?", "Nous contacter", "Suspendre"],
  ["ja", "何かお困りですか？", "お問い合わせ", "一時停止"],
  ["pt_BR", "Podemos ajudar?", "Fale com a loja", "Pausar"],
] as const)
  test(`a page in ${lang} is served in its language, from a small file each`, async ({ page, address }) => {
    const asked = await open(page, address, `lang="${lang}"`);
    await expect(page.getByRole("button", { name: heading })).toBeVisible();
    const code = lang.slice(0, 2).toLowerCase();
    expect(asked).toEqual([`privacy-panel-${code}.js`]);
    await help(page);
    const popup = page.getByRole("dialog", { name: title });
    await expect(popup).toBeVisible();
    await expect(popup.getByRole("link", { name: label })).toBeVisible();
    expect(asked).toEqual([`privacy-panel-${code}.js`, `words-${code}.js`]);
    await expect(page.getByRole("heading", { name: "My shop" })).toBeVisible();
  });

test("in Arabic from right to left", async ({ page, address }) => {
  await open(page, address, 'lang="ar" dir="rtl"');
  await help(page);
  const popup = page.getByRole("dialog", { name: "هل يمكننا المساعدة؟" });
  await expect(popup).toBeVisible();
  const close = (await popup.getByRole("button", { name: "إغلاق" }).boundingBox())!;
  const box = (await popup.boundingBox())!;
  expect(close.x - box.x).toBeLessThan(box.width / 2);
  await expect(page.locator("[data-sk-privacy]")).toHaveCSS("direction", "rtl");
});

test("an English page, and one in a language that we do not have, asks for no file", async ({
  page,
  address,
}) => {
  for (const lang of ['lang="en-GB"', 'lang="he" dir="rtl"', ""]) {
    const asked = await open(page, address, lang);
    await help(page);
    await expect(page.getByRole("dialog", { name: "Can we help?" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    expect(asked).toEqual([]);
    await page.unrouteAll();
    await page.evaluate(() => window.shopkeeper.forget());
    await page.context().clearCookies();
    await page.evaluate(() => sessionStorage.clear());
  }
});

test("what the shop writes goes over ours", async ({ page, address }) => {
  await open(page, address, 'lang="de"', {
    attributes: 'data-idle-help-title="Na?"',
    words: { close: "Zumachen", "idle-help.body": "Wir sind da.", "privacy.pause": "Anhalten" },
  });
  await expect(page.getByRole("button", { name: "Anhalten" })).toBeVisible();
  await help(page);
  const popup = page.getByRole("dialog", { name: "Na?" });
  await expect(popup).toContainText("Wir sind da.");
  await expect(popup.getByRole("link", { name: "Fragen Sie uns" })).toBeVisible();
  await expect(popup.getByRole("button", { name: "Zumachen" })).toBeVisible();
});

test("where the files cannot be loaded we speak English", async ({ page, address }) => {
  await page.route(/(words|privacy-panel)-de\.js/, (route) => route.fulfill({ status: 404 }));
  await open(page, address, 'lang="de"');
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await help(page);
  await expect(page.getByRole("dialog", { name: "Can we help?" })).toBeVisible();
});
