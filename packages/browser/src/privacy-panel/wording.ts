import type { Line } from "./lines.ts";
import type { Texts } from "./texts.ts";

/** Numbers, dates and prices, and what a line says. */
export interface Wording {
  number(value: number): string;
  date(ts: number): string;
  /** What a line is called, where it is shown and in what is said of it. */
  labelOf(line: Line): string;
  /** What stands under it. */
  detailOf(line: Line): string;
}

/** @param locale BCP 47; what is none is as English. */
export function wordingIn(given: string, texts: Texts): Wording {
  const locale = isLocale(given) ? given : "en";
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const number = (value: number): string => value.toLocaleString(locale);
  // What a clock that was wrong has written may be no date.
  const date = (ts: number): string => (Math.abs(ts) < 8.64e15 ? dates.format(ts) : "");
  const price = (value: number | undefined, currency: unknown): string => {
    if (value === undefined) return "";
    try {
      return value.toLocaleString(locale, { style: "currency", currency: currency as string });
    } catch {
      return number(value);
    }
  };
  const join = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(" · ");

  return {
    number,
    date,
    labelOf({ kind, label, ts, ...order }) {
      if (kind === "search") return texts.search(label);
      if (kind === "order") return texts.order(date(ts), price(order.price, order.currency));
      return kind === "other" && Object.hasOwn(texts.events, label)
        ? texts.events[label]!
        : kind === "stated" || kind === "other"
          ? label.replaceAll("_", " ")
          : label;
    },
    detailOf({ kind, label, ts, count, value, item }) {
      const cost = price(item?.price, item?.currency);
      if (kind === "stated") return stated(value);
      if (kind === "order") return label;
      if (kind === "cart") return join(`${number(count)} ×`, cost, date(ts));
      if (kind === "wish") return join(cost, date(ts));
      return join(cost, count ? texts.times(count, number(count)) : "", date(ts));
    },
  };
}

/** What was stated, a tick by its sign; a dash where it was taken back. */
function stated(value: unknown): string {
  if (value === true) return "✓";
  return typeof value === "object" && value ? JSON.stringify(value) : `${value || "–"}`;
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}
