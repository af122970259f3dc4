import { expected } from "../decide/expected.ts";
import { parseDuration } from "../duration.ts";

/** A fact that a shop has switched on for its other tools, with the time that belongs to it. */
export interface HandOver {
  name: "cart_abandoned" | "lapsed_returned" | "birthday_soon" | "price_dropped";
  /** Milliseconds: how long a cart rests before it counts as left, or how long before a birthday; else 0. */
  time: number;
}

/** Each with its usual time; those without one take none. */
const USUAL: Record<string, string> = {
  cart_abandoned: "4h",
  birthday_soon: "7d",
  lapsed_returned: "",
  price_dropped: "",
};

/**
 * Reads the name of a fact, and the time behind it.
 *
 * @example parseHandOver("cart_abandoned 6h") // { name: "cart_abandoned", time: 21600000 }
 * @throws Where there is none of that name, or the time is none.
 */
export function parseHandOver(text: unknown): HandOver {
  const [name = "", given, more] = `${text}`.trim().split(/\s+/);
  const usual = Object.hasOwn(USUAL, name) ? USUAL[name] : undefined;
  const time = given || usual ? parseDuration(given ?? usual) : 0;
  if (usual === undefined || more || (given && !usual) || !(time >= 0))
    throw expected(
      "handOver",
      '"cart_abandoned 4h", "lapsed_returned", "birthday_soon 7d" or "price_dropped"',
      text,
    );
  return { name: name as HandOver["name"], time };
}
