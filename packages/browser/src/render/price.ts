/**
 * A number in the page's language, a price where there is a currency.
 *
 * @param currency ISO 4217; the number alone is shown where it is none.
 * @example formatPrice(89, "EUR") // "89,00 €" on a German page
 */
export function formatPrice(price: number, currency?: string): string {
  try {
    return price.toLocaleString(
      document.documentElement.lang || [],
      currency ? { style: "currency", currency } : {},
    );
  } catch {
    return `${price}`;
  }
}
