import type { ReadPage } from "./open-page.ts";

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? "product" : "products"}`;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
};

/**
 * A page that was read, line by line, as somebody reads it who has to mend it.
 *
 * @example
 * product.html: a product page (json-ld)
 *   item_name  Wool coat  json-ld
 *   price      89         visible
 *   To mend:
 *   1. The price stands only in the visible page. …
 */
export function printReport({ name, rendered, report }: ReadPage): string[] {
  const { type, product, category, items, searchTerm, order, sources, missing, advice } = report;
  const read = Object.entries({
    ...product,
    ...(product ? {} : { category }),
    items,
    searchTerm,
    order,
  }).filter(([, value]) => value !== undefined && value !== null);
  const cells = read.map(([field, value]) => [field, shown(value), sources[field] ?? ""] as const);
  const width = (column: 0 | 1): number => Math.max(0, ...cells.map((cell) => cell[column].length));
  return [
    `${name}: ${/^[aeiou]/.test(type) ? "an" : "a"} ${type} page (${sources["type"]})`,
    ...cells.map(([field, value, source]) =>
      `  ${field.padEnd(width(0))}  ${value.padEnd(width(1))}  ${source}`.trimEnd(),
    ),
    ...(missing.length ? [`  Nothing says: ${missing.join(", ")}`] : []),
    ...(advice.length
      ? ["  To mend:", ...advice.map((sentence, index) => `  ${index + 1}. ${sentence}`)]
      : ["  Nothing to mend."]),
    ...(rendered === "markup"
      ? [
          "  Only the markup was read, and no script was run: what scripts add is not there. Where Playwright is installed (npm i -D playwright, then npx playwright install chromium), the page is read in a browser.",
        ]
      : []),
  ];
}
