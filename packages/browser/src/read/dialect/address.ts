import { cleanText } from "../clean-text.ts";
import type { Dialect } from "./reading.ts";

/** What the address itself says: what was searched, and where the product is. No other parameter of it is read. */
export const readAddress: Dialect = ({ location }) => {
  const [, term] =
    [...location.searchParams].find(([name]) =>
      /^(s|q|query|keywords?|search(_?(query|term))?)$/i.test(name),
    ) ?? [];
  return {
    searchTerm: cleanText(term),
    // With a query there is no telling which part of it names the product and which the campaign.
    product: location.search ? undefined : { url: location.origin + location.pathname },
  };
};
