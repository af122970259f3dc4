import { parseJson } from "../json.ts";
import type { Markup } from "../markup.ts";
import { at, written, type World } from "../world.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === "object" && !Array.isArray(value);

function checkItem({ report }: World, element: Markup, name: "product" | "item", text: string): void {
  const { value, error, offset, twice } = parseJson(text);
  if (error)
    return report(
      "bad-json",
      at(element, name, error.offset),
      `data-sk-${name} is not JSON: ${error.message}.`,
      `Write it in single quotes, with double quotes inside: data-sk-${name}='{"item_id": "…"}'.`,
    );
  if (!isObject(value))
    return report(
      "bad-json",
      at(element, name),
      `data-sk-${name} is no object.`,
      `Write it as data-sk-${name}='{"item_id": "…"}'.`,
    );
  for (const { key, offset } of twice)
    report(
      "duplicate-key",
      at(element, name, offset),
      `"${key}" stands here twice; the later one counts.`,
      "Take one of them out.",
    );
  // What an item leaves out is filled in from the product around it.
  if (name === "product" && !["item_id", "item_name", "id", "name"].some((key) => value[key]))
    report(
      "incomplete-item",
      at(element, name),
      "This product has neither an item_id nor an item_name, and cannot be remembered.",
      "Write at least its item_id.",
    );
  if (value.price !== undefined && !/\d/.test(`${value.price}`))
    report(
      "incomplete-item",
      at(element, name, offset(["price"])),
      "The price is no number, and is left out.",
      "Write it as a number: 49.9.",
    );
  if (value.currency !== undefined && !/^\s*[a-z]{3}\s*$/i.test(`${value.currency}`))
    report(
      "incomplete-item",
      at(element, name, offset(["currency"])),
      "The currency is none, and is left out.",
      'Write its three letters: "EUR".',
    );
}

/** Products that the page declares. */
export function checkItems(world: World): void {
  for (const element of world.elements)
    for (const name of ["product", "item"] as const) {
      const text = written(element, name);
      if (text !== undefined) checkItem(world, element, name, text);
    }
}
