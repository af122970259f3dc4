const DAY = 864e5;

/**
 * Milliseconds to the next birthday, 0 on the day; NaN where the text is no day of a year. Who was born on 29 February
 * has it on 1 March where the year has no such day.
 *
 * @param birthday `"MM-DD"`, or a date as ISO 8601 writes it; the year does not matter.
 * @param local Now on the visitor's own clock, as milliseconds since 1970.
 * @example birthdayIn("1815-12-10", Date.UTC(2026, 11, 9, 12)) // 43200000
 */
export function birthdayIn(birthday: unknown, local: number): number {
  if (typeof birthday !== "string") return NaN;
  const [, date, month, day] = /^(?:\d{4}-)?((\d\d)-(\d\d))(?:T|$)/.exec(birthday) ?? [];
  const dayOf = (year: number): number => Date.UTC(year, +month! - 1, +day!);
  // A leap year has every day; one that it writes in another way is none, such as the 31st of June.
  if (!date || new Date(dayOf(2000)).toISOString().slice(5, 10) !== date) return NaN;
  const year = new Date(local).getUTCFullYear();
  const next = dayOf(year) + DAY > local ? dayOf(year) : dayOf(year + 1);
  return Math.max(0, next - local);
}
