/**
 * Milliseconds to the next birthday, 0 on the day; NaN where the text is no date.
 *
 * @param birthday `"MM-DD"`, or a date.
 * @param local Now on the visitor's own clock, as milliseconds since 1970.
 * @example birthdayIn("1815-12-10", Date.UTC(2026, 11, 9, 12)) // 43200000
 */
export function birthdayIn(birthday: unknown, local: number): number {
  const today = new Date(local).toISOString();
  const [month, day] = String(birthday).split("-").slice(-2);
  const year = +today.slice(0, 4) + +(today.slice(5, 10) > `${month}-${day}`);
  return Math.max(0, Date.UTC(year, +month! - 1, +day!) - local);
}
