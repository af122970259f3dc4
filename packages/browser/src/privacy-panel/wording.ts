import { fillIn } from "../words/fill-in.ts";
import type { Line } from "./lines.ts";
import type { Texts } from "./texts.ts";

/** What is filled into a text: words, or numbers, which are written as the language writes them. */
type Values = Record<string, string | number>;

/** Numbers, dates, prices, lists and texts of one language, and what a line says. */
export interface Wording {
  /** BCP 47: of the texts, and of what is written among them. */
  locale: string;
  /** These are not in the language of the page. */
  isForeign: boolean;
  /** A text by its name, filled in, in the form for `count` where it has several. */
  say(name: keyof Texts, values?: Values): string;
  /** A date in a sentence. */
  day(ts: number): string;
  /** What a line is called, where it is shown and in what is said of it. */
  labelOf(line: Line): string;
  /** What stands under it, in pieces. */
  detailOf(line: Line): string[];
}

/** @param lang The `lang` of the page. Where the texts are in another language, so are numbers and dates. */
export function wordingIn(lang: string, texts: Texts): Wording {
  const locale = localeFor(lang, `${texts.lang as string}`);
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const number = (value: number): string => value.toLocaleString(locale);
  // What a clock that was wrong has written may be no date.
  const dateBy = (format: Intl.DateTimeFormat, ts: number): string =>
    Math.abs(ts) < 8.64e15 ? format.format(ts) : "";
  const price = (value: number | undefined, currency: unknown): string => {
    if (value === undefined) return "";
    try {
      return value.toLocaleString(locale, { style: "currency", currency: currency as string });
    } catch {
      return number(value);
    }
  };
  const say: Wording["say"] = (name, values = {}) => {
    const text = texts[name];
    const form =
      typeof text === "string" ? text : (text[plurals.select(Number(values["count"]))] ?? text.other);
    return fillIn(
      form,
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          typeof value === "number" ? number(value) : value,
        ]),
      ),
    );
  };
  const pieces = (...found: string[]): string[] => found.filter(Boolean);

  return {
    locale,
    isForeign: lang.trim().replaceAll("_", "-").toLowerCase() !== locale.toLowerCase(),
    say,
    day: (ts) => dateBy(days, ts),
    labelOf({ kind, label, ts, ...order }) {
      if (kind === "search") return say("search", { label });
      if (kind === "order") {
        const [date, paid] = [dateBy(dates, ts), price(order.price, order.currency)];
        return say(paid ? "orderPriced" : "order", { date, price: paid });
      }
      const event = `event.${label}`;
      if (kind === "other" && Object.hasOwn(texts, event)) return say(event as keyof Texts);
      return kind === "stated" || kind === "other" ? label.replaceAll("_", " ") : label;
    },
    detailOf({ kind, ts, count, value, item, names = [] }) {
      const cost = price(item?.price, item?.currency);
      const date = dateBy(dates, ts);
      if (kind === "stated") return [stated(value, lists)];
      // Each name apart from the words between them, which may run in the other direction.
      if (kind === "order") return [lists.format(names.map((name) => `\u2068${name}\u2069`))];
      if (kind === "cart") return pieces(say("quantity", { count }), cost, date);
      if (kind === "wish") return pieces(cost, date);
      return pieces(cost, count ? say("times", { count }) : "", date);
    },
  };
}

/** What was stated, a tick by its sign; a dash where it was taken back. */
function stated(value: unknown, lists: Intl.ListFormat): string {
  if (value === true) return "✓";
  if (value === false || value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return lists.format(value.map(String));
  return typeof value === "object" ? JSON.stringify(value) : `${value as string}`;
}

/** The page's own variety of a language (`de-AT`), where the texts are in that language. */
function localeFor(lang: string, language: string): string {
  const [page, texts] = [localeOf(lang), localeOf(language)];
  return (page?.language === texts?.language ? page : texts)?.toString() ?? "en";
}

function localeOf(lang: string): Intl.Locale | undefined {
  try {
    // Some shops write `de_AT`.
    return new Intl.Locale(lang.trim().replaceAll("_", "-"));
  } catch {
    return undefined;
  }
}
