// By family, so that the shipped text stays small: each word after the first is a fact of it.
const NAMES = `visitor returning visits age stage intent lapsing
visit pages time idle landing
source medium name campaign referrer
page type path title category
product id name brand category price currency on_sale available viewed bought in_cart price_drop
cart quantity lines value age
orders count value average last
rfm recency frequency monetary group
value expected
geo country region timezone hemisphere season source
device type os browser touch language
now hour weekday date month
consent measurement personalization`;

/** The name of every fact but those under `profile.`, which are open. */
export const factNames = (): string[] =>
  NAMES.split("\n").flatMap((line) => {
    const [family, ...names] = line.split(" ");
    return names.map((name) => `${family}.${name}`);
  });

const facts = new Set(factNames());

/**
 * Whether the vocabulary has a fact of this name. What a shopper or a shop declares (`profile.*`) is open.
 *
 * @example isFact("cart.value") // true
 */
export const isFact = (name: string): boolean => facts.has(name) || name.startsWith("profile.");
