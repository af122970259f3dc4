// Shops whose customers and orders are known.
import { readData } from "./folder.mjs";

const DAY = 864e5;

const dayOf = (text) => Date.UTC(+text.slice(0, 4), +text.slice(4, 6) - 1, +text.slice(6, 8));

/**
 * Every order of CDNOW, or of the tenth of its customers that the papers used.
 *
 * @returns {{ customer: string, ts: number, value: number }[]}
 */
export function readCdnow({ sample = false } = {}) {
  const text = readData(`cdnow/CDNOW_${sample ? "sample" : "master"}.txt.gz`);
  return text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([id]) => /^\d+$/.test(id))
    .map((columns) => ({
      customer: columns[0],
      ts: dayOf(columns.at(-3)),
      value: Number(columns.at(-1)),
    }));
}

/** Until here the papers fit, and hold what comes after against it: weeks 1 to 39. */
export const CDNOW_CUT = Date.UTC(1997, 8, 30);
export const CDNOW_HOLDOUT = 39 * 7;

// Order, article, description, quantity, date, price, customer.
const LINE = /^"([^"]*)","([^"]*)",(?:"(?:[^"]|"")*"|[^,]*),(\d+),([^,]*),([\d.]+),(\d+),/;

/**
 * Lines of Online Retail that were really sold to a known customer.
 *
 * @returns {{ order: string, customer: string, item: string, quantity: number, ts: number, value: number }[]}
 */
export function readOnlineRetail() {
  const lines = readData("online-retail/onlineretail.csv.xz").trim().split("\n").slice(1);
  const sold = [];
  for (const line of lines) {
    // What was taken back has an order with a C, or a negative number.
    const [, order, item, quantity, date, price, customer] = LINE.exec(line) ?? [];
    if (!customer || order.startsWith("C") || !(quantity > 0) || !(price > 0)) continue;
    const ts = Date.parse(`${date.replace(" ", "T")}Z`);
    sold.push({ order, customer, item, quantity: Number(quantity), ts, value: quantity * price });
  }
  return sold;
}

/** 18.6 weeks are left to hold against. */
export const ONLINE_RETAIL_CUT = Date.UTC(2011, 7, 1) - 1;

/**
 * What each customer ordered after a moment: on how many days, and for how much.
 *
 * @param {{ customer: string, ts: number, value: number }[]} orders
 * @param {number} cut
 * @returns {Map<string, { days: Set<number>, value: number }>}
 */
export function ordersAfter(orders, cut) {
  const after = new Map();
  for (const { customer, ts, value } of orders) {
    if (ts <= cut) continue;
    const known = after.get(customer) ?? { days: new Set(), value: 0 };
    known.days.add(Math.floor(ts / DAY));
    known.value += value;
    after.set(customer, known);
  }
  return after;
}
