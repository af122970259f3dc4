import { afterEach, expect, test, vi } from "vitest";
import { withoutPersonalData } from "./without-personal-data.ts";

const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
afterEach(() => warn.mockClear());

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

test("the first parameter that is left out is named in the console, without what it was", async () => {
  vi.resetModules();
  const { withoutPersonalData } = await import("./without-personal-data.ts");
  withoutPersonalData({ note: "hello" });
  expect(warn).not.toHaveBeenCalled();
  withoutPersonalData({ profile: { contact: "ada@example.com" }, password: "hunter2" });
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^\[shopkeeper\] .*contact/)]]);
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/ada|hunter/);
});

test.for<[string, string]>([
  ["an e-mail address", "ada@example.com"],
  ["one with a plus", "ada.l+shop@mail.example.co.uk"],
  ["one of another script", "jürgen@beispiel.de"],
  ["one that is encoded", "ada%40example.com"],
  ["one that is encoded twice", "ada%2540example.com"],
  ["a phone number with its country", "+49 170 1234567"],
  ["one in brackets", "+1 (555) 123-4567"],
  ["one that is encoded", "%2B49%20170%201234567"],
  ["an American one", "(555) 123-4567"],
  ["an American one with dashes", "555-123-4567"],
  ["a British one", "020 7946 0958"],
  ["a French one", "01 23 45 67 89"],
  ["a card", "4111 1111 1111 1111"],
  ["a card in one piece", "5555555555554444"],
  ["a card with dashes", "4111-1111-1111-1111"],
  ["a card of American Express", "3782 822463 10005"],
  ["a JSON web token", JWT],
  ["a hexadecimal secret", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"],
  ["a key", "51H8xYzA2eZvKYlo2C9qL0wXkR7tNbMd"],
])("%s is left out, and in a longer text hidden", ([, personal]) => {
  expect(withoutPersonalData({ note: personal })).toEqual({});
  const { note = "" } = withoutPersonalData({ note: `Please ask ${personal} today` });
  // An encoded one is not cut out: the text goes with it.
  if (!personal.includes("%")) expect(note).toMatch(/^Please ask \S*\* today$/);
  expect(note).not.toContain(personal);
  expect(JSON.stringify(withoutPersonalData({ deep: [{ list: ["red", personal] }] }))).not.toContain(
    personal,
  );
  expect(withoutPersonalData({ [personal]: "yes" })).toEqual({});
});

test.for([
  ["item_name", "Room 101"],
  ["item_name", "iPhone 15 Pro Max 256 GB, 2024"],
  ["item_name", "WH-1000XM4 (WH1000XM4B.CE7)"],
  ["item_name", "Tea @home #1: what a C@fe!"],
  ["item_name", "Levi's 501 W32/L34 and/or #2"],
  ["item_category", "Home / Office / 2024?"],
  ["item_id", "39398105448515"],
  ["item_id", "gid://shopify/ProductVariant/39398105448515"],
  ["item_id", "Z2lkOi8vc2hvcGlmeS9Qcm9kdWN0VmFyaWFudC8zOTM5ODEwNTQ0ODUxNQ=="],
  ["item_id", "507f1f77bcf86cd799439011"],
  ["item_id", "555-123-4567"],
  ["item_variant", "3fa85f64-5717-4562-b3fc-2c963f66afa6"],
  ["gtin", "4006381333931"],
  ["note", "4006381333931"],
  ["transaction_id", "113-1234567-1234567"],
  ["order", "2024-000123456"],
  ["when", "2024-12-31T10:00:00.000Z"],
  ["when", "31.12.2024"],
  ["value", 1299.95],
  ["at", 1700000000000],
  ["item_id", 39398105448515],
  ["author", "J. R. R. Tolkien"],
  ["email_opt_in", true],
  ["has_phone", false],
  ["phone_model", "iPhone 15"],
  ["gift_card", "Yes"],
  ["url", "https://shop.example/p/507f1f77bcf86cd799439011?variant=39398105448515"],
  ["url", "https://shop.example/c%23-in-depth/caf%C3%A9"],
  ["url", "https://shop.example/index.php?product_id=40&utm_source=letter"],
  ["image", "https://cdn.example/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b/mug@2x.png?v=1699999999"],
  ["image", "https://shop.example/_next/image?url=%2Fmug.jpg&w=640&q=75"],
  ["page_path", "/products/2-pack-60w-led-bulb-e26-120v-dimmable-a19"],
] as [string, unknown][])("%s: %j stays", ([name, value]) => {
  expect(withoutPersonalData({ [name]: value })).toEqual({ [name]: value });
});

test.for([
  ["/account/ada@example.com/edit", "/account/*/edit"],
  ["/reset/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "/reset/*"],
  [`/in/${JWT}`, "/in/*"],
  ["/order/done?key=wc_order_abc&email=a@b.example", "/order/done"],
  ["/mug#access_token=abc", "/mug"],
  ["/mug;jsessionid=ABC?sku=7&session=1", "/mug?sku=7"],
  ["https://ada:secret@127.0.0.1:8080/mug", "https://127.0.0.1:8080/mug"],
  ["https://shop.example/?utm_campaign=june&gclid=x&fbclid=y", "https://shop.example/?utm_campaign=june"],
  ["See https://shop.example/mug?who=ada today", "See https://shop.example/mug today"],
  ["shop.example/mug?who=ada", "shop.example/mug"],
])("the address %s is kept as %s", ([given, kept]) => {
  expect(withoutPersonalData({ page_location: given })).toEqual({ page_location: kept });
});

test.for([
  "password",
  "user_password",
  "pwd",
  "auth_token",
  "clientSecret",
  "session_id",
  "Authorization",
  "e-mail",
  "iban",
  "card_cvc",
  "phone",
  "user_data",
])("what is called %s is left out, whatever it is", (name) => {
  expect(withoutPersonalData({ [name]: "correct horse", deep: { [name]: { any: 1 } } })).toEqual({
    deep: {},
  });
});

test("what the shopper typed, or calls a number of theirs, is left out when it is a long number", () => {
  expect(withoutPersonalData({ search_term: "01701234567" })).toEqual({});
  expect(withoutPersonalData({ search_term: "mug 12" })).toEqual({ search_term: "mug 12" });
  expect(
    withoutPersonalData({ profile: { reach: "22 33 44 55", birthday: "1990-12-10", size: 42 } }),
  ).toEqual({
    profile: { birthday: "1990-12-10", size: 42 },
  });
  expect(withoutPersonalData({ mobile: 491701234567, card: 4111111111111111 })).toEqual({});
});

test("it is a copy of plain data, and null and empty stay", () => {
  const given = { items: [{ item_id: "a", price: 0, tags: [] }], none: null, text: "", no: undefined };
  const copy = withoutPersonalData(given);
  expect(copy).toEqual({ items: [{ item_id: "a", price: 0, tags: [] }], none: null, text: "" });
  expect(copy.items).not.toBe(given.items);
});

test.for([
  "a",
  "a.",
  "@",
  "a@",
  "%40",
  "0 ",
  "1-",
  "+1",
  "/",
  "?",
  "a/",
  "//",
  "eyJ",
  "A1",
  "%3f",
  "%253f",
  "555-",
  ".a",
  "é",
])("100,000 characters of %j take no longer than any others", (part) => {
  const text = part.repeat(100_000).slice(0, 100_000);
  const start = performance.now();
  withoutPersonalData({ text, [text]: text, url: text, search_term: text });
  // Tenths of a second; what grows with the square of the length takes minutes.
  expect(performance.now() - start).toBeLessThan(10_000);
});
