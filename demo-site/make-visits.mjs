// Makes the model of the demo shop out of visits that nobody made, with the command that every shop uses:
//   node demo-site/make-visits.mjs     after `npm run build`; writes demo-site/model, which is kept in the repository
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { categories, categoryOf, products } from "./src/catalogue/index.mjs";
import { cardItem, isAvailable } from "./src/templates/declare.mjs";

/** What people come for, and what they then look at: so a shopkeeper would tell it. The nearer in a list, the more they go together. */
const OCCASIONS = [
  ["nordre-parka", "byge-raincoat", "sund-rubber-boot", "top-beanie", "pram-daypack", "hede-scarf"],
  ["lods-peacoat", "moler-chelsea", "hede-scarf", "post-saddle-bag", "kontor-loafer", "spand-bucket-bag"],
  ["lerke-quilted-jacket", "lav-fleece", "bro-sneaker", "pram-daypack", "top-beanie", "sti-hiking-boot"],
  ["skipper-jumper", "krans-yoke-jumper", "stue-cardigan", "top-beanie", "hede-scarf", "lods-peacoat"],
  ["sti-hiking-boot", "nordre-parka", "tov-rolltop", "lav-fleece", "krans-yoke-jumper", "top-beanie"],
  ["kaj-boat-tote", "tov-rolltop", "post-saddle-bag", "faerge-weekender", "spand-bucket-bag", "pram-daypack"],
  [
    "faerge-weekender",
    "kahyt-wash-bag",
    "kaj-boat-tote",
    "sand-desert-boot",
    "klit-blanket",
    "stue-cardigan",
  ],
  ["morgen-mug", "regnvejr-teapot", "kilde-pitcher", "tidevand-bowls", "fjael-board", "odde-vase"],
  ["fyr-table-lamp", "trio-candlesticks", "klit-blanket", "stue-cardigan", "filt-slipper", "regnvejr-teapot"],
  ["odde-vase", "mole-tall-vase", "trio-candlesticks", "fyr-table-lamp", "kilde-pitcher", "tidevand-bowls"],
  ["filt-slipper", "gaard-clog", "stue-cardigan", "morgen-mug", "klit-blanket", "fyr-table-lamp"],
  ["bro-sneaker", "sand-desert-boot", "moler-chelsea", "kontor-loafer", "gaard-clog", "sund-rubber-boot"],
];

const WORDS = {
  rain: ["byge-raincoat", "nordre-parka", "sund-rubber-boot", "tov-rolltop"],
  boots: ["sti-hiking-boot", "moler-chelsea", "sund-rubber-boot", "sand-desert-boot"],
  wool: ["skipper-jumper", "krans-yoke-jumper", "hede-scarf", "top-beanie", "filt-slipper"],
  jumper: ["skipper-jumper", "krans-yoke-jumper", "stue-cardigan"],
  mug: ["morgen-mug", "regnvejr-teapot", "kilde-pitcher"],
  tea: ["regnvejr-teapot", "morgen-mug", "kilde-pitcher"],
  lamp: ["fyr-table-lamp", "trio-candlesticks"],
  bag: ["kaj-boat-tote", "pram-daypack", "post-saddle-bag", "spand-bucket-bag"],
};

/** The same visits every time: mulberry32, by Tommy Ettinger, in the public domain. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = randomFrom(1875);
const oneOf = (list) => list[Math.floor(random() * list.length)];
const byId = new Map(products.map((product) => [product.id, product]));
const itemOf = (id) => {
  const { name, brand, price } = byId.get(id);
  return {
    item_id: id,
    item_name: name,
    item_brand: brand,
    item_category: categoryOf(byId.get(id)).name,
    price,
  };
};

/** One visit: an occasion, walked along with a step back here and there, and now and then somewhere else. */
function visit(visitor, number, ts) {
  const events = [];
  const tell = (name, parameters) =>
    events.push({
      client: visitor,
      visit: number,
      name,
      ts: (ts += 20_000 + Math.floor(random() * 90_000)),
      ...parameters,
    });
  const term = random() < 0.25 && oneOf(Object.keys(WORDS));
  if (term) tell("search", { search_term: term });
  const occasion = term && random() < 0.8 ? WORDS[term] : oneOf(OCCASIONS);
  const looked = [];
  let at = Math.floor(random() * Math.min(3, occasion.length));
  for (let left = 2 + Math.floor(random() * 5); left; left--) {
    const id = random() < 0.08 ? oneOf(products).id : occasion[Math.min(at, occasion.length - 1)];
    tell("view_item", { items: [itemOf(id)] });
    looked.push(id);
    at = Math.max(0, at + oneOf([1, 1, 1, 2, -1]));
  }
  if (random() < 0.35) {
    const wanted = [...new Set([oneOf(looked), occasion[0], occasion[1 + Math.floor(random() * 3)]])];
    const lines = wanted.filter((id) => id && isAvailable(byId.get(id))).map(itemOf);
    for (const line of lines) tell("add_to_cart", { items: [line] });
    if (random() < 0.7)
      tell("purchase", {
        transaction_id: `order-${number}`,
        value: lines.reduce((sum, { price }) => sum + price, 0),
        items: lines,
      });
  }
  return events;
}

const folder = mkdtempSync(join(tmpdir(), "halvo-"));
const begin = Date.UTC(2026, 4, 1);
const events = [];
for (let number = 0; number < 4000; number++)
  events.push(...visit(`v${Math.floor(random() * 1500)}`, number, begin + Math.floor(number * 1_900_000)));
writeFileSync(join(folder, "events.jsonl"), events.map((event) => JSON.stringify(event)).join("\n"));
// Addresses are read from where the manifest is, so that the shop runs in any folder.
const feed = products.map((product) => ({
  ...cardItem(product, "../"),
  ...(product.sizes && { sizes: product.sizes }),
}));
writeFileSync(join(folder, "catalog.json"), JSON.stringify(feed));
console.log(
  `${events.length} events of 4000 visits, ${products.length} products of ${categories.length} categories`,
);
const cli = join(import.meta.dirname, "../packages/cli/dist/cli.js");
const out = join(import.meta.dirname, "model");
rmSync(out, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [
    cli,
    "build",
    "--events",
    join(folder, "events.jsonl"),
    "--catalog",
    join(folder, "catalog.json"),
    "--out",
    out,
  ],
  { stdio: "inherit" },
);
rmSync(folder, { recursive: true });
