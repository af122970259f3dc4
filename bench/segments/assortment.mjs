import { choicesFrom } from "../kit/numbers.mjs";

export const brands = [
  ["Nordlicht", "Prada", "Chanel", "Klint", "Marant", "Acne Studios", "Jil Sander", "Lemaire"],
  ["Ganni", "Toteme", "A.P.C.", "Our Legacy", "Loewe", "Celine", "Khaite", "The Row", "Veja"],
  ["Birkenstock", "Arket", "Samsøe", "Filippa K", "Barbour", "Patagonia", "Aesop"],
].flat();

/** What a category costs, about, from and to. */
const prices = {
  Bags: [120, 1900],
  Shoes: [80, 700],
  Dresses: [90, 900],
  Coats: [150, 1400],
  Knitwear: [60, 480],
  Shirts: [40, 320],
  Trousers: [60, 420],
  Jeans: [70, 290],
  Jewelry: [30, 800],
  Sunglasses: [90, 380],
  Scarves: [30, 240],
  Belts: [35, 260],
  Swimwear: [45, 220],
  Beauty: [12, 140],
};

export const categories = Object.keys(prices);

export const terms = [
  "black dress",
  "linen shirt",
  "weekender",
  "ankle boots",
  "gift",
  "cashmere",
  "sale",
  "raincoat",
  "wedding guest",
  "loafers",
  "tote",
  "silk",
];

export const pathOf = (name) => `/${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;

/** Six hundred products; the same on every run. */
export const products = (() => {
  const { whole, oneOf, chance } = choicesFrom(11);
  return Array.from({ length: 600 }, (_, index) => {
    const item_category = oneOf(categories);
    const [least, most] = prices[item_category];
    const full = whole(least, most);
    const on_sale = chance(0.25);
    return {
      item_id: `sku-${1000 + index}`,
      item_name: `${oneOf(["Classic", "Light", "Long", "Small", "Soft", "Wide"])} ${item_category} ${index}`,
      item_brand: oneOf(brands),
      item_category,
      item_variant: oneOf(["black", "navy", "ecru", "olive", "rust"]),
      price: on_sale ? Math.round(full * 70) / 100 : full,
      ...(on_sale && { list_price: full }),
      on_sale,
      currency: "EUR",
    };
  });
})();
