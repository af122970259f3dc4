import type { Plain, Side } from "./explanation.ts";

export interface DescribeOptions {
  /** How numbers and dates are written, as BCP 47 names it; the sentences are English. @default "en" */
  locale?: string | undefined;
  /** By IANA's name. @default that of the machine */
  timeZone?: string | undefined;
}

/** Writes values as people read them. */
export interface Words {
  number(value: number): string;
  duration(ms: number): string;
  value(value: Plain, unit?: Side["unit"]): string;
  /** A moment, to the second where it is no full minute. */
  moment(ts: number): string;
}

const UNITS = [
  ["day", 864e5],
  ["hour", 36e5],
  ["minute", 6e4],
  ["second", 1e3],
] as const;

/** The end of what a `Date` can tell, in milliseconds from 1970. */
const END_OF_TIME = 864e13;

export function createWords({ locale = "en", timeZone }: DescribeOptions): Words {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 4 });
  const dates = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    ...(timeZone !== undefined && { timeZone }),
  });
  const counted = (amount: number, unit: string): string =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit,
      unitDisplay: "long",
      maximumFractionDigits: 3,
    }).format(amount);

  const words: Words = {
    number: (value) => numbers.format(value),
    duration(ms) {
      // The millisecond after a level is told as the level.
      let rest = ms > 1e4 ? Math.floor(ms / 1e3) * 1e3 : ms;
      const first = UNITS.findIndex(([, length]) => rest >= length);
      if (first < 0) return counted(rest / 1e3, "second");
      // Two units are enough to know when.
      return UNITS.slice(first, first + 2)
        .flatMap(([unit, length]) => {
          const amount = unit === "second" ? rest / length : Math.floor(rest / length);
          rest -= amount * length;
          return amount ? counted(amount, unit) : [];
        })
        .join(" ");
    },
    value(value, unit) {
      if (value === null) return "unknown";
      if (Array.isArray(value)) return `[${value.map((each) => words.value(each, unit)).join(", ")}]`;
      if (typeof value === "string") return `"${value}"`;
      if (typeof value !== "number") return `${value}`;
      if (unit === "share") return percents.format(value);
      return unit && value >= 0 ? words.duration(value) : words.number(value);
    },
    moment(ts) {
      if (Math.abs(ts) > END_OF_TIME) return "the end of time";
      const parts = dates.formatToParts(ts);
      const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
      const clock = `${part("hour")}:${part("minute")}${part("second") === "00" ? "" : `:${part("second")}`}`;
      return `${part("weekday")}, ${part("day")} ${part("month")} ${part("year")}, ${clock}`;
    },
  };
  return words;
}
