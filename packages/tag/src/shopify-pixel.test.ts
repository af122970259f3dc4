import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const source = readFileSync(new URL("../shopify-pixel.js", import.meta.url), "utf8");

type Heard = (event: unknown) => void;

/** Shopify's sandbox: what it gives a pixel, and nothing else. */
function sandbox(privacy: object | undefined) {
  const heard: Record<string, Heard> = {};
  const stored = new Map<string, string>();
  const subscribe = (name: string, hear: Heard): void => void (heard[name] = hear);
  const browser = {
    localStorage: {
      getItem: async (key: string) => stored.get(key) ?? null,
      setItem: async (key: string, text: string) => void stored.set(key, text),
      removeItem: async (key: string) => void stored.delete(key),
    },
  };
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call, no-new-func -- it is a text that a merchant pastes
  new Function("analytics", "browser", "init", "api", source)(
    { subscribe },
    browser,
    { customerPrivacy: privacy },
    { customerPrivacy: { subscribe } },
  );
  const settle = (): Promise<unknown> => new Promise((done) => setTimeout(done));
  return {
    stored,
    tell: async (name: string, event: unknown) => {
      heard[name]!(event);
      await settle();
    },
    notes: (): unknown => JSON.parse(stored.get("shopkeeper.checkout") ?? "[]"),
  };
}

const completed = {
  timestamp: "2026-11-22T10:00:00.000Z",
  clientId: "c-1",
  data: {
    checkout: {
      token: "t-9",
      email: "ada@example.test",
      phone: "+44 1",
      order: { id: "5001", customer: { id: "77", isFirstOrder: true } },
      shippingAddress: { firstName: "Ada", lastName: "Lovelace", address1: "1 Road" },
      billingAddress: { firstName: "Ada" },
      currencyCode: "EUR",
      totalPrice: { amount: 56.5, currencyCode: "EUR" },
      totalTax: { amount: 9.02 },
      shippingLine: { price: { amount: 4.5 } },
      lineItems: [
        {
          title: "Mug",
          quantity: 2,
          variant: {
            id: "41",
            sku: "MUG-1",
            title: "Default Title",
            price: { amount: 8 },
            product: { id: "901", title: "Mug", vendor: "Clay", type: "Cups" },
          },
        },
        {
          title: "Coat",
          quantity: 1,
          variant: {
            id: "42",
            sku: "C-S",
            title: "S",
            price: { amount: 36 },
            product: { id: "902", title: "Coat" },
          },
        },
      ],
    },
  },
};

const allowed = { preferencesProcessingAllowed: true };

test("an order is left for the next page of the shop, without a word of who bought", async () => {
  const { tell, notes, stored } = sandbox(allowed);
  await tell("checkout_completed", completed);
  expect(notes()).toEqual([
    {
      name: "purchase",
      at: Date.parse("2026-11-22T10:00:00.000Z"),
      parameters: {
        transaction_id: "5001",
        currency: "EUR",
        value: 56.5,
        tax: 9.02,
        shipping: 4.5,
        items: [
          {
            item_id: "MUG-1",
            item_name: "Mug",
            item_brand: "Clay",
            item_category: "Cups",
            price: 8,
            quantity: 2,
            product_id: "901",
            variant_id: "41",
          },
          {
            item_id: "902",
            item_name: "Coat",
            item_variant: "S",
            price: 36,
            quantity: 1,
            product_id: "902",
            variant_id: "42",
          },
        ],
      },
    },
  ]);
  expect([...stored.values()].join()).not.toMatch(/ada|lovelace|road|\+44|c-1|"77"/i);
});

test("an order that is told twice is left once, beside the checkout that was begun", async () => {
  const { tell, notes } = sandbox(allowed);
  await tell("checkout_started", completed);
  await tell("checkout_completed", completed);
  await tell("checkout_completed", completed);
  expect(notes()).toMatchObject([{ name: "begin_checkout" }, { name: "purchase" }]);
});

test("who has not agreed leaves nothing; who agrees later does from then on, and who takes it back takes all", async () => {
  for (const privacy of [undefined, { preferencesProcessingAllowed: false }]) {
    const { tell, notes } = sandbox(privacy);
    await tell("checkout_completed", completed);
    expect(notes()).toEqual([]);
    await tell("visitorConsentCollected", { customerPrivacy: allowed });
    await tell("checkout_completed", completed);
    expect(notes()).toHaveLength(1);
    await tell("visitorConsentCollected", { customerPrivacy: { preferencesProcessingAllowed: false } });
    expect(notes()).toEqual([]);
  }
});
