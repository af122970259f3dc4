// How readings of product pages are measured: as the public benchmark of product extraction does, see
// https://github.com/scrapinghub/product-extraction-benchmark (evaluate.py).

/** The fields that are measured; the labels have no names. */
export const FIELDS = ["price", "sku", "availability", "brand"];

const plain = (text) => `${text}`.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** Equal as an amount, or as a text whatever its case and white space. */
const isEqual = (field, one, other) =>
  field == "price" ? Number(one) === Number(other) : plain(one) === plain(other);

/** What was read of a product, in the words of the labels. Not a word is said where nothing was read. */
export const asLabels = ({ price, item_id, availability, item_brand } = {}) => ({
  price,
  sku: item_id,
  // The labels know two words; what can be ordered in any way is in stock.
  availability: availability && (/Out|Sold|Disc/.test(availability) ? "OutOfStock" : "InStock"),
  brand: item_brand,
});

/**
 * Precision, recall and F1 of one field. Of several labels any is right; a wrong value where there is a label is both
 * wrongly told and missed.
 *
 * @param {Record<string, Record<string, string[]>>} truth Labels by page and field.
 * @param {Record<string, Record<string, unknown>>} told What was read, by page and field.
 * @returns {{ f1: number, precision: number, recall: number, wrong: string[] }} `wrong`: the pages whose value is none of
 *   the labels, or is missing.
 */
export function score(truth, told, field) {
  let right = 0;
  let falselyTold = 0;
  let missed = 0;
  const wrong = [];
  for (const [page, labels] of Object.entries(truth)) {
    const values = labels[field] ?? [];
    const value = told[page]?.[field] ?? undefined;
    if (value !== undefined && values.some((label) => isEqual(field, label, value))) right++;
    else {
      if (value !== undefined) falselyTold++;
      if (values.length) missed++;
      if (value !== undefined || values.length) wrong.push(page);
    }
  }
  const precision = right / (right + falselyTold || 1);
  const recall = right / (right + missed || 1);
  return { f1: (2 * precision * recall) / (precision + recall || 1), precision, recall, wrong };
}
