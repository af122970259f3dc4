import { expect, test } from "./kit.ts";
import { greeting, leave, lookedThrough, order, patiently, seen } from "./shop.ts";

// Of what a page sends in its last moment Chromium loses some, one in ten on a busy machine; the next page sends it again.
test.describe.configure({ retries: 3 });

/** Texts that nothing of ours ever writes by itself, each put where something could be recorded. */
const canary = (place: string): string => `canary-${place}`;
const item = {
  item_id: canary("item-id"),
  item_name: canary("item-name"),
  item_brand: canary("item-brand"),
  item_category: canary("item-category"),
  item_variant: canary("item-variant"),
  item_list_name: canary("item-list"),
  note: canary("item-note"),
  url: `/${canary("item-url")}`,
  image: `/${canary("item-image")}.png`,
  coupon: canary("item-coupon"),
  price: 18,
  currency: "EUR",
  quantity: 1,
};

const configuration = {
  sinks: ["beacon /outcomes", "datalayer"],
  segments: { [canary("segment")]: "visitor.visits >= 1" },
  experiences: [
    { ...greeting, when: `segment("${canary("segment")}")` },
    {
      id: "sized",
      kind: "attributes",
      target: "h1",
      classes: { [canary("class")]: true },
      goal: `profile.size = "${canary("profile-size")}"`,
    },
  ],
};

test("of all that could be recorded, nothing but outcomes leaves", async ({ page, open }) => {
  const shop = await open({
    configuration,
    head: `<meta property="og:title" content="${canary("og-title")}"><script>dataLayer = []</script>`,
  });
  const path = `/product/${canary("path")}?utm_source=${canary("source")}&utm_campaign=${canary("campaign")}&q=${canary("query")}#${canary("hash")}`;
  await page.goto(shop.address + path, { referer: `https://other.example/${canary("referrer")}` });
  await seen(page);
  await page.evaluate((title) => (document.title = title), canary("title"));
  await page.evaluate(
    async ({ item }) => {
      const word = (place: string): string => `canary-${place}`;
      const { shopkeeper } = window;
      const parameters = { items: [item], coupon: word("coupon"), item_list_name: word("list"), value: 18 };
      for (const name of [
        "view_item",
        "view_item_list",
        "select_item",
        "add_to_cart",
        "add_to_wishlist",
        "view_cart",
        "begin_checkout",
      ])
        await shopkeeper.track(name, parameters);
      await shopkeeper.track("search", { search_term: word("search") });
      await shopkeeper.track(word("event"), { what: word("parameter") });
      const more = { ...parameters, page_path: word("click"), segment: word("segment") };
      await shopkeeper.track("experience_click", { ...more, experience_id: "hello" });
      await shopkeeper.identify({ name: word("profile-name"), size: word("profile-size") });
      await shopkeeper.track("purchase", {
        ...parameters,
        transaction_id: word("transaction"),
        affiliation: word("affiliation"),
        currency: "EUR",
      });
    },
    { item },
  );
  await lookedThrough(page);
  await order(page, canary("order"));
  const pushed = await page.evaluate(() =>
    JSON.stringify(window.dataLayer!.filter((entry) => "experience_id" in (entry as object))),
  );
  const remembered = await page.evaluate(async () => JSON.stringify(await window.shopkeeper.exportData()));
  await leave(page);
  await expect
    .poll(
      () => shop.lines().map((line) => `${line.name} ${line["experience_id"]} ${line["goal"] ?? ""}`.trim()),
      patiently,
    )
    .toEqual(
      expect.arrayContaining([
        "experience_view hello",
        "experience_click hello",
        "experience_convert hello purchase",
        "experience_convert sized goal",
      ]),
    );

  // They were there to be found: else it would prove nothing that they are not.
  const places = [
    "item-id",
    "item-name",
    "coupon",
    "search",
    "event",
    "parameter",
    "profile-name",
    "transaction",
    "path",
    "source",
  ];
  for (const place of places) expect(remembered, place).toContain(canary(place));
  expect(pushed).toContain("experience_view");
  expect(pushed).not.toContain("canary");
  for (const { raw, headers } of shop.requests) {
    expect(raw).not.toContain("canary");
    expect(JSON.stringify(headers)).not.toContain("canary");
    for (const line of raw.trim().split("\n"))
      for (const key of Object.keys(JSON.parse(line) as object))
        expect("version id client ts name experience_id goal value currency".split(" ")).toContain(key);
  }
});
