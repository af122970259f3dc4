import { plainText } from "../clean-text.ts";
import { queryAll } from "../query.ts";

const ADD =
  /add[-_ ]?to[-_ ]?(\w+ )?(cart|ba[gs]|trolley)|buy now|(in den|au|al|in|do|u|в) (waren|panier|carr|winkel|ko[sš]|корз)|^\s*(kup|comprar|купить)/i;

/** Whether a control says that it adds to the cart. */
export const isBuyControl = (element: Element): boolean =>
  ADD.test(
    `${plainText(element.textContent)} ${(element as HTMLButtonElement).value} ${element.id} ${element.className}`,
  );

/** What may be such a control. */
export const CONTROLS = "button,[type=submit],[role=button],a[href='#']";

/** Whether something on a page can be put in the cart. */
export const offersProduct = (document: Document): boolean => queryAll(document, CONTROLS).some(isBuyControl);
