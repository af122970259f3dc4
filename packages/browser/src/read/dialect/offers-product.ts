import { plainText } from "../clean-text.ts";
import { queryAll } from "../query.ts";

const ADD = /add[-_ ]?to[-_ ]?(cart|ba[gs])|(in den|au|al|in|do) (waren|panier|carr|winkel|ko[sš])/i;

/** Whether a control says that it adds to the cart. */
export const isBuyControl = (element: Element): boolean =>
  ADD.test(
    `${plainText(element.textContent)} ${(element as HTMLButtonElement).value} ${element.id} ${element.className}`,
  );

/** What may be such a control. */
export const CONTROLS = "button,[type=submit],[role=button]";

/** Whether something on a page can be put in the cart. */
export const offersProduct = (document: Document): boolean => queryAll(document, CONTROLS).some(isBuyControl);
