import { linesOf } from "../profile/cart.ts";
import type { Profile } from "../profile/profile.ts";
import type { VisitSigns } from "./predictions.ts";

/** With the first page there is nothing to tell a visit by. */
const FEWEST_PAGES = 2;

/**
 * What the present visit has shown so far, up to its latest page.
 *
 * @param timezoneOffset Minutes, as `Date#getTimezoneOffset` gives them.
 *
 * @returns `undefined` while that is too little.
 */
export function signsOf(profile: Profile, timezoneOffset: number): VisitSigns | undefined {
  const { landing, pages, page, visit, orders, lastOrder, shelf } = profile;
  if (!landing || pages < FEWEST_PAGES) return undefined;
  const products = shelf.filter(({ viewed }) => viewed >= landing.ts).length;
  const is = (medium: string): number => +(landing.medium === medium);
  return {
    pages: Math.log1p(pages),
    products: Math.log1p(products),
    minutes: Math.log1p((page - landing.ts) / 6e4),
    returning: +(visit > 1),
    customer: +(orders > 0 && lastOrder < landing.ts),
    cart: +!!linesOf(profile)[0],
    weekend: +(new Date(landing.ts - timezoneOffset * 6e4).getUTCDay() % 6 === 0),
    search: is("search"),
    email: is("email"),
    social: is("social"),
    referral: is("referral"),
    direct: is("direct"),
  };
}
