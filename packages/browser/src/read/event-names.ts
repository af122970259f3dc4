/** What happens once on a page: it is looked at, or an order is placed there. */
export const OF_PAGE = /^(page_view|view_(item(_list)?|cart)|search|begin_checkout|purchase|refund)$/;

/** What is done with one product, and may be done again. */
export const OF_ITEM = /^((add_to|remove_from)_(cart|wishlist)|select_item)$/;

/** GA4's other words, for a visitor and an order's steps. */
export const OF_VISITOR = /^((view|select)_promotion|add_\w+_info|sign_up|login|share|generate_lead)$/;
