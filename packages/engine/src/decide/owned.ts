import type { ExperienceConfiguration, Purpose } from "../configuration.ts";
import { hash } from "../hash.ts";
import type { Page } from "../page.ts";
import { linesOf } from "../profile/cart.ts";
import { clip, idOf } from "../profile/item.ts";
import type { Profile } from "../profile/profile.ts";

export type Belongings = Pick<Profile, "bought" | "lines" | "changes">;

/** What an experience is for. A rail's strategy tells it too, for those of the same name. */
export const purposesOf = ({ purpose, strategy }: ExperienceConfiguration): (Purpose | undefined)[] => [
  ...[purpose].flat(),
  strategy as Purpose | undefined,
];

/** The ids of the products that an experience is about. */
export const productsOf = ({ about }: ExperienceConfiguration, { product }: Page): string[] =>
  about === "product" ? (product ? [idOf(product)] : []) : [about ?? []].flat().map(clip);

/**
 * The first product that the visitor has bought or put in the cart, though it is not the purpose to speak of such a one.
 *
 * @example ownedOf({ about: "product", … }, page, profile) // "wool-coat"
 */
export function ownedOf(
  configuration: ExperienceConfiguration,
  page: Page,
  profile: Belongings,
): string | undefined {
  const { about } = configuration;
  if (!about) return undefined;
  const purposes = purposesOf(configuration);
  const inCart = purposes.includes("cart") ? [] : linesOf(profile);
  const bought = purposes.includes("buy-again") ? [] : profile.bought;
  return productsOf(configuration, page).find(
    (id) => bought.includes(hash(id)) || inCart.some((line) => line.id === id),
  );
}
