// node scripts/make-outcomes.mjs: makes up four weeks of outcomes of a shop, the same every time, for docs/report.md and the tests.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DAY = 86_400_000;
const START = Date.UTC(2026, 9, 26);

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomOf(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What part of those who see a variation orders something. */
const EXPERIMENTS = {
  hero: { control: 0.1, bold: 0.16 },
  "shipping-bar": { control: 0.1, top: 0.1, bottom: 0.1 },
};

/** The configuration that belongs to the outcomes. */
export const configuration = {
  version: 1,
  experiments: {
    hero: { variations: { control: 50, bold: 50 }, goal: { when: "purchase", within: "14d" } },
    "shipping-bar": {
      variations: { control: 34, top: 33, bottom: 33 },
      goal: { when: "purchase", within: "14d" },
    },
  },
};

/**
 * Outcomes as the beacon sends them, by time.
 *
 * @param {{ clients?: number, seed?: number }} options
 * @returns {object[]}
 */
export function makeOutcomes({ clients = 4000, seed = 6 } = {}) {
  const random = randomOf(seed);
  const outcomes = [];
  let last = 0;
  const add = (client, ts, name, more) =>
    outcomes.push({ version: 1, id: `o${++last}`, client, ts: Math.round(ts), name, ...more });
  const orderValue = () =>
    Math.round(
      100 * Math.exp(3.6 + 0.7 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(6.2832 * random())),
    ) / 100;
  for (let index = 1; index <= clients; index++) {
    const client = `c${String(index).padStart(5, "0")}`;
    const ids = Object.keys(EXPERIMENTS);
    const id = ids[Math.floor(random() * ids.length)];
    const rates = Object.entries(EXPERIMENTS[id]);
    const [variation, rate] = rates[Math.floor(random() * rates.length)];
    const seen = START + random() * 28 * DAY;
    add(client, seen, "experiment_view", { experiment_id: id, variation });
    // A second visit is a second exposure, of which the first counts.
    if (random() < 0.3)
      add(client, seen + random() * 3 * DAY, "experiment_view", { experiment_id: id, variation });
    if (random() < 0.002)
      add(client, seen + DAY, "experiment_view", {
        experiment_id: id,
        variation: rates.find(([name]) => name !== variation)[0],
      });
    if (variation !== "control") {
      const experience = { experience_id: `${id}-${variation}`, variation };
      add(client, seen, "experience_view", experience);
      if (random() < 0.2) add(client, seen + 8000, "experience_click", experience);
      else if (random() < 0.1) add(client, seen + 5000, "experience_dismiss", experience);
    }
    const orders = random() < rate ? 1 + (random() < 0.2) : 0;
    for (let order = 0; order < orders; order++) {
      const ts = seen + 60_000 + random() ** 2 * 6 * DAY;
      add(client, ts, "goal", {
        experiment_id: id,
        variation,
        goal: "purchase",
        value: orderValue(),
        currency: "EUR",
      });
      if (variation !== "control")
        add(client, ts, "experience_convert", { experience_id: `${id}-${variation}`, variation });
    }
    if (random() < 0.04)
      add(client, seen + 30_000, "goal", { experiment_id: id, variation, goal: "newsletter" });
  }
  // A page that was left before the answer came sends again.
  for (let index = 0; index < outcomes.length; index += 97) outcomes.push(outcomes[index]);
  const end = START + 28 * DAY;
  return outcomes.filter(({ ts }) => ts < end).sort((a, b) => a.ts - b.ts || (a.id < b.id ? -1 : 1));
}

/** As lines of JSON. */
export const toLines = (outcomes) => outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join("");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(import.meta.dirname, "../docs/report");
  writeFileSync(join(folder, "outcomes.ndjson.gz"), gzipSync(toLines(makeOutcomes()), { level: 9 }));
  writeFileSync(join(folder, "shop.json"), `${JSON.stringify(configuration, null, 2)}\n`);
}
