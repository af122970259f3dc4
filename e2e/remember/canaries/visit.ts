import type { Page } from "playwright";
import { KINDS, type Corpus } from "./corpus.ts";
import { MARKER } from "./shop.ts";

/** What the pages said while they were visited. */
export interface Visited {
  /** The texts of `exportData()`, one of each page. */
  exported: string[];
  /** What the console and the pages complained about. */
  complaints: string[];
}

/**
 * Lives through a shop in which every way in carries a canary of every kind, and goes on from page to page, so that
 * journal, snapshot and tail are written with what each has left behind.
 *
 * @param elsewhere Another origin, from which somebody comes.
 */
export async function visit(page: Page, shop: string, elsewhere: string, { put }: Corpus): Promise<Visited> {
  const exported: string[] = [];
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  page.on("console", (message) => complaints.push(message.text()));

  /** All is written, and what is remembered is looked at. */
  const settled = async (): Promise<void> => {
    const data = await page.evaluate(async () => {
      await window.shopkeeper.ready;
      await window.shopkeeper.track("select_content", { content_type: "end of a page" });
      return window.shopkeeper.exportData();
    });
    exported.push(JSON.stringify(data));
  };
  const open = async (path: string): Promise<void> => {
    await page.goto(shop + path);
    await settled();
  };
  const encoded = (input: string, kind: (typeof KINDS)[number]) => encodeURIComponent(put(input, kind));

  // Somebody comes from another origin, whose address is told in full.
  await page.goto(`${elsewhere}/from?letter=${put("referrer, query", "word")}`);
  const landing = KINDS.map((kind) => `utm_term=${encoded("address, utm_term", kind)}`).join("&");
  await page.evaluate(
    (to) => {
      const link = Object.assign(document.createElement("a"), { href: to, referrerPolicy: "unsafe-url" });
      document.body.append(link);
      link.click();
    },
    `${shop}/product/mug-email?${landing}&visitor=${put("address, a parameter", "word")}#${put("address, fragment", "word")}`,
  );
  await page.waitForURL(`${shop}/product/**`);
  await settled();

  for (const kind of KINDS) {
    const utm = `utm_source=${encoded("address, utm_source", kind)}&utm_campaign=${encoded("address, utm_campaign", kind)}&utm_medium=${encoded("address, utm_medium", kind)}`;
    // A visit ends after half an hour; here each begins as the first does, by what the page tells of itself.
    await open(`/product/mug-${kind}?${utm}&unknown=${encoded("address, another parameter", kind)}`);
    await open(`/account/${encoded("path of the account", kind)}/edit`);
    await open(`/checkout/${encoded("path of the checkout", kind)}`);
    await open(`/search?q=${encoded("address, search", kind)}`);
    await page.evaluate(
      (path) => history.pushState(null, "", path),
      `/category/${encoded("route, path", kind)}?at=${encoded("route, query", kind)}`,
    );
    await settled();
  }

  await open(`/category/mugs?page=2`);
  for (const kind of KINDS) {
    await page.click(`#add-${kind}`);
    await page.click(`#act-${kind}`);
  }
  await settled();
  await open(`/checkout/order-received/47/?key=${put("order, key", "word")}`);
  await open("/marks");
  await settled();

  await open("/account/details");
  for (const kind of KINDS) {
    await page.fill(`#typed-${kind}`, put("form, typed", kind));
    await page.fill(`#area-${kind}`, put("form, text area", kind));
    await page.fill(`#profile-${kind}`, put("data-sk-profile", kind));
    await page.evaluate(
      ([id, filled, edited]) => {
        const field = document.querySelector<HTMLInputElement>(`#filled-${id}`)!;
        field.value = filled!;
        field.dispatchEvent(new Event("change", { bubbles: true }));
        document.querySelector(`#edited-${id}`)!.textContent = edited!;
      },
      [kind, put("form, filled in by the browser", kind), put("form, editable text", kind)],
    );
  }
  for (const id of ["password", "name", "street", "asked", "worded"])
    await page.fill(`#${id}`, put(`form, ${id}`, "words"));
  await page.selectOption("#choice", { index: 1 });
  await page.click("#send");
  await settled();

  const ways = KINDS.map((kind) => {
    const of = (place: string) => put(`API, ${place}`, kind);
    return {
      event: of("name of an event"),
      parameters: {
        note: of("parameter"),
        content_id: kind === "hex" || kind === "secret" ? "made by a machine" : of("id"),
        deep: { list: [{ text: `About ${of("nested")}.` }] },
        [of("name of a parameter")]: 1,
        session_key: of("parameter called session"),
        link_url: `/go?to=${encodeURIComponent(of("address in a parameter"))}`,
        page_location: `https://shop.example/?${encodeURIComponent(of("another address"))}#x`,
      },
      profile: {
        hobby: of("identify"),
        [of("name of a fact")]: "yes",
        nested: { more: of("nested identify") },
      },
      search: of("search_term"),
      queued: of("queue"),
      item: {
        item_id: `api-${kind}`,
        item_name: of("item_name"),
        url: `/x?y=${encodeURIComponent(of("url"))}`,
      },
    };
  });
  const named = Object.fromEntries(
    [
      "password",
      "user_password",
      "auth_token",
      "clientSecret",
      "session_id",
      "iban",
      "card_cvc",
      "email",
    ].map((name) => [name, put(`API, called ${name}`, "words")]),
  );
  await page.evaluate(
    async ({ ways, named, marker }) => {
      const shop = window.shopkeeper;
      for (const way of ways) {
        await shop.track(way.event, way.parameters);
        await shop.identify(way.profile);
        await shop.track("search", { search_term: way.search });
        await shop.track("add_to_wishlist", { items: [way.item] });
        shop.push((queued) => void queued.track("queued", { text: way.queued }));
      }
      await shop.track("named", { ...named, phone: 4917055501234, card_number: 4111111111111111 });
      await shop.identify(named);
      await shop.track("view_item", { items: [{ item_id: "marker", item_name: marker, price: 18 }] });
    },
    { ways, named, marker: MARKER },
  );
  await settled();
  await open("/");
  await open("/category/mugs");
  await open("/");
  return { exported, complaints };
}
